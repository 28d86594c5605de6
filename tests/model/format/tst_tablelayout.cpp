// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldcutter.h"
#include "model/format/formatdetector.h"

#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

class TestTableLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTables_data();
    void tellsTables();
    void knowsColumnsByTheirMeaning_data();
    void knowsColumnsByTheirMeaning();
    void settlesTheTime_data();
    void settlesTheTime();
    void takesTheOrderOfDatesThatIsSaid();
    void takesNoOtherTables_data();
    void takesNoOtherTables();
};

static const QByteArray consoleTitles = "Log Time\tClient IP\tLog Record Type\tResult Code\tHTTP Status Code\tURL\t"
                                        "Bytes Sent\tBytes Received\tGMT Log Time";
static const QByteArray webTitles = "ClientIP,ClientUserName,logTime,bytesrecvd,bytessent,uri,resultcode,GmtLogTime";
static const QByteArray firewallTitles =
    "servername,logTime,protocol,SourceIP,SourcePort,DestinationIP,DestinationPort,Action,resultcode,GmtLogTime";

void TestTableLayout::tellsTables_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<LogLayout::Format>("format");
    QTest::addColumn<LogKind>("kind");
    QTest::addColumn<QByteArray>("separator");
    QTest::addColumn<bool>("isQuoted");
    using Format = LogLayout::Format;
    const QByteArray web = "5/12/2010 12:00:00\t10.0.0.1\tWeb Proxy\t-\t200\thttp://a/\t1\t2\t5/12/2010 10:00:00\n";
    const QByteArray firewall = "5/12/2010 12:00:00\t10.0.0.1\tFirewall\t0x0\t-\t-\t1\t2\t5/12/2010 10:00:00\n";
    QTest::newRow("console") << consoleTitles + "\r\n" + firewall << Format::Console << LogKind::Firewall << "\t"_ba
                             << false;
    QTest::newRow("console, web") << consoleTitles + "\r\n" + web + web + firewall << Format::Console << LogKind::Web
                                  << "\t"_ba << false;
    QTest::newRow("console, no types")
        << "GMT Log Time\tClient IP\tHTTP Status Code\tURL\n5/12/2010 10:00:00\t10.0.0.1\t200\thttp://a/\n"_ba
        << Format::Console << LogKind::Web << "\t"_ba << false;
    QTest::newRow("console, no rows") << consoleTitles << Format::Console << LogKind::Firewall << "\t"_ba << false;
    QTest::newRow("web table") << webTitles + "\r\n" << Format::Database << LogKind::Web << ","_ba << true;
    QTest::newRow("firewall table") << firewallTitles + "\r\n"
                                    << Format::Database << LogKind::Firewall << ","_ba << true;
    QTest::newRow("semicolons") << QByteArray(webTitles).replace(',', ';') << Format::Database << LogKind::Web << ";"_ba
                                << true;
    QTest::newRow("tabs") << QByteArray(webTitles).replace(',', '\t') << Format::Database << LogKind::Web << "\t"_ba
                          << false;
    QTest::newRow("tabs and quoted titles") << '"' + QByteArray(webTitles).replace(",", "\"\t\"") + '"'
                                            << Format::Database << LogKind::Web << "\t"_ba << true;
    QTest::newRow("tabs and quoted cells")
        << QByteArray(webTitles).replace(',', '\t') + "\n1\t\"a\"\t2010-05-12 10:00:00\t1\t2\tu\t3\t\n"
        << Format::Database << LogKind::Web << "\t"_ba << true;
    QTest::newRow("quoted titles") << '"' + QByteArray(firewallTitles).replace(",", "\",\"") + '"' << Format::Database
                                   << LogKind::Firewall << ","_ba << true;
    QTest::newRow("other case, blank line first")
        << "\r\n" + webTitles.toUpper() << Format::Database << LogKind::Web << ","_ba << true;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + webTitles << Format::Database << LogKind::Web << ","_ba
                                     << true;
}

void TestTableLayout::tellsTables()
{
    QFETCH(const QByteArray, log);
    const auto format = detectFormat(toStringView(log), u"x"_s);
    QVERIFY(format);
    QTEST(format->layout->format, "format");
    QTEST(format->layout->kind, "kind");
    QTEST(format->layout->separator, "separator");
    QTEST(format->layout->isQuoted, "isQuoted");
    QVERIFY(format->layout->hasHeader);
}

void TestTableLayout::knowsColumnsByTheirMeaning_data()
{
    QTest::addColumn<QByteArray>("titles");
    QTest::addColumn<FieldId>("id");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("client of the console") << consoleTitles << FieldId::Client << "Client IP"_ba;
    QTest::newRow("code of the console") << consoleTitles << FieldId::ResultCode << "Result Code"_ba;
    QTest::newRow("bytes out, console") << consoleTitles << FieldId::BytesOut << "Bytes Sent"_ba;
    QTest::newRow("client of web") << webTitles << FieldId::Client << "ClientIP"_ba;
    QTest::newRow("bytes out, web table") << webTitles << FieldId::BytesOut << "bytesrecvd"_ba;
    QTest::newRow("URL") << webTitles << FieldId::Url << "uri"_ba;
    QTest::newRow("client of firewall") << firewallTitles << FieldId::Client << "SourceIP"_ba;
    QTest::newRow("transport") << firewallTitles << FieldId::Transport << "protocol"_ba;
    QTest::newRow("port") << firewallTitles << FieldId::Port << "DestinationPort"_ba;
}

void TestTableLayout::knowsColumnsByTheirMeaning()
{
    QFETCH(const QByteArray, titles);
    QFETCH(const FieldId, id);
    const auto format = detectFormat(toStringView(titles), u"x"_s);
    QVERIFY(format);
    const auto position = fieldPosition(*format->layout, id);
    QVERIFY(position);
    QTEST(format->layout->fields[*position].name, "name");
}

void TestTableLayout::settlesTheTime_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<LogLayout::Clock>("clock");
    QTest::addColumn<LogLayout::DateOrder>("order");
    QTest::addColumn<bool>("isGuessed");
    using Clock = LogLayout::Clock;
    using Order = LogLayout::DateOrder;
    const auto row = [](const QByteArray& local, const QByteArray& gmt) -> QByteArray {
        return "10.0.0.1,-," + local + ",1,2,http://a/,200," + gmt + "\r\n";
    };
    QTest::newRow("ISO") << row("2010-05-12 12:00:00.000", "2010-05-12 10:00:00.000") << Clock::Utc
                         << Order::YearMonthDay << false;
    QTest::newRow("no GMT") << row("2010-05-12 12:00:00", "NULL") << Clock::ServerLocal << Order::YearMonthDay << false;
    QTest::newRow("day first") << row("", "13.05.2010 10:00:00") << Clock::Utc << Order::DayMonthYear << false;
    QTest::newRow("month first") << row("", "05/13/2010 10:00:00 AM") << Clock::Utc << Order::MonthDayYear << false;
    QTest::newRow("open") << row("05/06/2010 12:00:00", "05/06/2010 10:00:00") << Clock::Utc << Order::MonthDayYear
                          << true;
}

void TestTableLayout::settlesTheTime()
{
    QFETCH(const QByteArray, rows);
    const QByteArray log = webTitles + "\r\n" + rows;
    const auto format = detectFormat(toStringView(log), u"x"_s);
    QVERIFY(format);
    QTEST(format->layout->clock, "clock");
    QTEST(format->layout->dateOrder, "order");
    QTEST(format->layout->isDateOrderGuessed, "isGuessed");
}

void TestTableLayout::takesTheOrderOfDatesThatIsSaid()
{
    const QByteArray log = webTitles + "\n10.0.0.1,-,,1,2,http://a/,200,05/06/2010 10:00:00\n";
    const auto format = detectFormat(toStringView(log), u"x"_s, {}, LogLayout::DateOrder::DayMonthYear);
    QVERIFY(format);
    QCOMPARE(format->layout->dateOrder, LogLayout::DateOrder::DayMonthYear);
    QVERIFY(!format->layout->isDateOrderGuessed);
}

void TestTableLayout::takesNoOtherTables_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<LoadError::Kind>("kind");
    using Kind = LoadError::Kind;
    QTest::newRow("no time") << "ClientIP,ClientUserName,uri,resultcode\n1,2,3,4\n"_ba << Kind::TimeColumnMissing;
    QTest::newRow("console without time") << "Client IP\tURL\tAction\tRule\n"_ba << Kind::TimeColumnMissing;
    QTest::newRow("few columns that are known") << "logTime,rule,action,a,b,c,d,e,f\n"_ba << Kind::NotALog;
    QTest::newRow("somebody's firewall") << "time,src,dst,action,rule,protocol\n1,2,3,4,5,6\n"_ba << Kind::NotALog;
    QTest::newRow("names of a W3C log") << "c-ip\tdate\ttime\tcs-uri\tsc-status\n"_ba << Kind::NotALog;
    QTest::newRow("quotes only") << QByteArray(5000, '"') << Kind::NotALog;
    QTest::newRow("many columns") << QByteArray("logTime,").repeated(10000) << Kind::NotALog;
}

void TestTableLayout::takesNoOtherTables()
{
    QFETCH(const QByteArray, start);
    const auto format = detectFormat(toStringView(start), u"x.csv"_s);
    QVERIFY(!format);
    QTEST(format.error().kind, "kind");
}

QTEST_GUILESS_MAIN(TestTableLayout)
#include "tst_tablelayout.moc"
