// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/defaultcolumns.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

namespace {

ColumnSet columnsOf(const QByteArray& names, LogKind kind)
{
    LogLayout layout;
    layout.kind = kind;
    for (const QByteArray& name : names.split(';'))
        layout.fields.push_back(fieldByName(name, kind));
    ColumnSet columns;
    columns.add(layout);
    return columns;
}

} // namespace

class TestDefaultColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsImportantColumnsFirst_data();
    void putsImportantColumnsFirst();
};

void TestDefaultColumns::putsImportantColumnsFirst_data()
{
    QTest::addColumn<LogKind>("kind");
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QByteArray>("shown");

    QTest::newRow("web") << LogKind::Web << "c-ip;cs-username;c-agent;date;time;s-operation;cs-uri;sc-status;rule"_ba
                         << "date;time;c-ip;cs-username;sc-status;cs-uri;s-operation;rule;c-agent"_ba;
    QTest::newRow("firewall") << LogKind::Firewall
                              << "computer;date;time;IP protocol;source;destination;action;status"_ba
                              << "date;time;source;destination;status;action;IP protocol"_ba;
    QTest::newRow("one column for date and time")
        << LogKind::Web << "c-ip;GMT Time;cs-uri;sc-status"_ba << "GMT Time;c-ip;sc-status;cs-uri"_ba;
    QTest::newRow("packet filter: all, as they are")
        << LogKind::PacketFilter << "date;time;source-ip;destination-ip;protocol;tcp-flags"_ba
        << "date;time;source-ip;destination-ip;protocol;tcp-flags"_ba;
    QTest::newRow("nothing known: all") << LogKind::Web << "one;two;sc-status"_ba << "one;two;sc-status"_ba;
}

void TestDefaultColumns::putsImportantColumnsFirst()
{
    QFETCH(const LogKind, kind);
    QFETCH(const QByteArray, names);
    const ColumnSet columns = columnsOf(names, kind);
    QByteArrayList shown;
    for (const int column : defaultColumns(columns, kind))
        shown += columns.at(column).name;
    QTEST(shown.join(';'), "shown");
}

QTEST_GUILESS_MAIN(TestDefaultColumns)

#include "tst_defaultcolumns.moc"
