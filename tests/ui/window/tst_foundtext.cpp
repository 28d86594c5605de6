// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/find/foundtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class TestFoundText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsPlaces_data();
    void findsPlaces();
};

void TestFoundText::findsPlaces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRegularExpression");
    QTest::addColumn<bool>("isCaseSensitive");
    QTest::addColumn<QString>("marked"); // the value, its places in brackets
    QTest::newRow("every place") << u"host"_s << false << false << u"http://[host]1/[HOST]"_s;
    QTest::newRow("case") << u"HOST"_s << false << true << u"http://host1/[HOST]"_s;
    QTest::newRow("not a pattern") << u"h.st"_s << false << false << u"http://host1/HOST"_s;
    QTest::newRow("pattern") << u"h.st\\d"_s << true << false << u"http://[host1]/HOST"_s;
    QTest::newRow("pattern without length") << u"x*"_s << true << false << u"http://host1/HOST"_s;
    QTest::newRow("broken pattern") << u"("_s << true << false << u"http://host1/HOST"_s;
    QTest::newRow("nothing") << QString() << false << false << u"http://host1/HOST"_s;
}

void TestFoundText::findsPlaces()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isRegularExpression);
    QFETCH(const bool, isCaseSensitive);
    const QString value = u"http://host1/HOST"_s;
    const FoundText found(TextQuery{text, isRegularExpression, isCaseSensitive});
    QString marked;
    qsizetype end = 0;
    for (const auto& [begin, length] : found.rangesIn(value)) {
        marked += value.sliced(end, begin - end) + u'[' + value.sliced(begin, length) + u']';
        end = begin + length;
    }
    QTEST(QString(marked + value.sliced(end)), "marked");
    QCOMPARE(found.isIn(value), end > 0);
}

QTEST_APPLESS_MAIN(TestFoundText)

#include "tst_foundtext.moc"
