// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facet/facetfields.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class TestFacetFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThem_data();
    void namesThem();
};

void TestFacetFields::namesThem_data()
{
    QTest::addColumn<QByteArrayList>("columns");
    QTest::addColumn<QStringList>("all");
    QTest::addColumn<QStringList>("usual");
    QTest::newRow("no log") << QByteArrayList() << QStringList() << QStringList();
    QTest::newRow("web") << QByteArrayList{"c-ip", "cs-username", "date", "time", "s-object-source", "sc-status"}
                         << QStringList{u"class"_s,           u"severity"_s, u"family"_s, u"area"_s,
                                        u"client"_s,          u"user"_s,     u"date"_s,   u"time"_s,
                                        u"s-object-source"_s, u"code"_s,     u"file"_s}
                         << QStringList{u"client"_s, u"user"_s};
    QTest::newRow("the same in another order") << QByteArrayList{"cs-username", "rule", "c-ip", "action"}
                                               << QStringList{u"user"_s, u"rule"_s, u"client"_s, u"action"_s, u"file"_s}
                                               << QStringList{u"rule"_s, u"client"_s, u"user"_s, u"action"_s};
    QTest::newRow("hostile") << QByteArrayList{"", " ", "\xFF\xFE", "x\ty", "c-ip", "C-IP"}
                             << QStringList{u"x\ty"_s, u"client"_s, u"file"_s} << QStringList{u"client"_s};
}

void TestFacetFields::namesThem()
{
    QFETCH(const QByteArrayList, columns);
    QFETCH(const QStringList, all);
    QFETCH(const QStringList, usual);
    LogLayout layout{.kind = LogKind::Web};
    for (const QByteArray& name : columns)
        layout.fields.push_back(fieldByName(name, LogKind::Web));
    ColumnSet set;
    set.add(layout);
    const auto names = [](const std::vector<Filter::FieldName>& fields) {
        QStringList result;
        for (const Filter::FieldName& field : fields)
            result += field.name;
        return result;
    };
    QCOMPARE(names(facetFields(set)), all);
    QCOMPARE(names(defaultFacetFields(set)), usual);
}

QTEST_GUILESS_MAIN(TestFacetFields)
#include "tst_facetfields.moc"
