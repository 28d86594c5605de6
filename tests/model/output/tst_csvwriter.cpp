// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvlogs.h"
#include "model/finding/recordfindings.h"
#include "model/output/csvcell.h"

#include <QTest>
#include <QTimeZone>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// What is written, cell by cell.
class TestCsvWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesHeaderAndRecords();
    void writesChosenColumnsInTheirOrder();
    void leavesMissingCellsEmpty();
    void joinsLayouts();
    void turnsOtherEncodingsIntoUtf8();
    void joinsADividedGmtTime();
    void keepsOneEmptyCellAsARow();
    void addsMoments_data();
    void addsMoments();
    void addsDecodedColumns();
    void addsFindingsAtTheEnd_data();
    void addsFindingsAtTheEnd();
    void guardsFormulasInHeaderAndCells();
    void startsWithByteOrderMark();
};

void TestCsvWriter::writesHeaderAndRecords()
{
    const auto index = indexOf(webRows({"10.0.0.1 anonymous 2010-05-12 08:00:01 http://a.example/?q=1,2 12209",
                                        "10.0.0.2 DOMAIN\\m\"x 2010-05-12 08:00:02 - -"}));
    QCOMPARE(csv(index, {.columns = allColumns(index)}),
             QByteArray("c-ip,cs-username,date,time,cs-uri,sc-status\r\n"
                        "10.0.0.1,anonymous,2010-05-12,08:00:01,\"http://a.example/?q=1,2\",12209\r\n"
                        "10.0.0.2,\"DOMAIN\\m\"\"x\",2010-05-12,08:00:02,-,-\r\n"));
}

void TestCsvWriter::writesChosenColumnsInTheirOrder()
{
    const auto index = indexOf(webRows({"10.0.0.1 anna 2010-05-12 08:00:01 / 200"}));
    QCOMPARE(csv(index, {.columns = {5, 0, 5}}), QByteArray("sc-status,c-ip,sc-status\r\n200,10.0.0.1,200\r\n"));
}

void TestCsvWriter::leavesMissingCellsEmpty()
{
    const auto index = indexOf(webRows({"10.0.0.1 anna 2010-05-12 08:00:01 / 200", "10.0.0.2 berta 2010-05-12"}));
    QCOMPARE(csv(index, {.columns = {1, 4, 5}}),
             QByteArray("cs-username,cs-uri,sc-status\r\nanna,/,200\r\nberta,,\r\n"));
}

void TestCsvWriter::joinsLayouts()
{
    const auto index = indexOf(webRows({"10.0.0.1 anna 2010-05-12 08:00:01 / 200"})
                               + "#Fields: sc-status\tc-ip\trule\tdate\ttime\r\n"
                                 "403\t10.0.0.2\tDeny all\t2010-05-12\t09:00:00\r\n");
    QCOMPARE(csv(index, {.columns = allColumns(index)}),
             QByteArray("c-ip,cs-username,date,time,cs-uri,sc-status,rule\r\n"
                        "10.0.0.1,anna,2010-05-12,08:00:01,/,200,\r\n"
                        "10.0.0.2,,2010-05-12,09:00:00,,403,Deny all\r\n"));
}

void TestCsvWriter::turnsOtherEncodingsIntoUtf8()
{
    const auto index = indexOf(webRows({"10.0.0.1 M\xFCller 2010-05-12 08:00:01 /\xE2\x82\xAC 200",
                                        "10.0.0.1 M\xC3\xBCller 2010-05-12 08:00:02 / 200"}));
    QCOMPARE(csv(index, {.columns = {1, 4}}),
             QByteArray("cs-username,cs-uri\r\n"
                        "M\xC3\xBCller,/\xE2\x82\xAC\r\n"
                        "M\xC3\xBCller,/\r\n"));
}

void TestCsvWriter::joinsADividedGmtTime()
{
    const auto index = indexOf("#Fields: c-ip\tdate\ttime\tGMT Time\tsc-status\r\n"
                               "10.0.0.1\t2010-05-12\t08:00:01\t2010-05-12 08:00:01\t200\r\n"
                               "10.0.0.2\t2010-05-12\t08:00:02\t2010-05-12\t08:00:02\t200\r\n");
    QCOMPARE(csv(index, {.columns = allColumns(index)}),
             QByteArray("c-ip,date,time,GMT Time,sc-status\r\n"
                        "10.0.0.1,2010-05-12,08:00:01,2010-05-12 08:00:01,200\r\n"
                        "10.0.0.2,2010-05-12,08:00:02,2010-05-12\t08:00:02,200\r\n"));
}

void TestCsvWriter::keepsOneEmptyCellAsARow()
{
    const auto index = indexOf("#Fields: cs-username\tc-ip\tdate\ttime\tsc-status\r\n"
                               "\t10.0.0.1\t2010-05-12\t08:00:01\t200\r\n");
    QCOMPARE(csv(index, {.columns = {0}}), QByteArray("cs-username\r\n\"\"\r\n"));
}

void TestCsvWriter::addsMoments_data()
{
    QTest::addColumn<bool>("isOfBerlin"); // or in UTC
    QTest::addColumn<QByteArray>("date"); // the month in front
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("moment");
    const auto row = [](const char* name, bool isOfBerlin, const char* date, const char* time, const char* moment) {
        QTest::newRow(name) << isOfBerlin << QByteArray(date) << QByteArray(time) << QByteArray(moment);
    };
    row("end of 1999", false, "12/31/1999", "23:59:59", "1999-12-31T23:59:59Z");
    row("end of 1999 elsewhere", true, "1/1/2000", "00:59:59", "1999-12-31T23:59:59Z");
    row("leap day", false, "2/29/2008", "00:00:00", "2008-02-29T00:00:00Z");
    row("leap day elsewhere", true, "3/1/2008", "00:30:00", "2008-02-29T23:30:00Z");
    row("beyond 32 bits", false, "1/19/2038", "03:14:08", "2038-01-19T03:14:08Z");
    row("beyond what zones tell", true, "1/19/2040", "03:14:08", "2040-01-19T02:14:08Z");
    row("before summer time", true, "3/28/2010", "01:59:59", "2010-03-28T00:59:59Z");
    row("an hour that does not exist", true, "3/28/2010", "02:30:00", "2010-03-28T01:00:00Z");
    row("summer time", true, "3/28/2010", "03:00:00", "2010-03-28T01:00:00Z");
    row("an hour that is there twice", true, "10/31/2010", "02:30:00", "2010-10-31T00:30:00Z");
    row("after summer time", true, "10/31/2010", "03:00:00", "2010-10-31T02:00:00Z");
    row("no such day", true, "2/29/2010", "03:00:00", "\"\""); // so that it is a row
}

/// Of logs in UTC, and of those of a server in a zone whose clocks change.
void TestCsvWriter::addsMoments()
{
    QFETCH(const bool, isOfBerlin);
    QFETCH(const QByteArray, date);
    QFETCH(const QByteArray, time);
    QFETCH(const QByteArray, moment);
    const QByteArrayList parts = date.split('/');
    const QByteArray day = parts[2] + '-' + parts[0].rightJustified(2, '0') + '-' + parts[1].rightJustified(2, '0');
    RecordIndex index = indexOf(
        isOfBerlin
            ? QByteArray("10.0.0.1, anonymous, Agent, Y, 12/25/2007, 10:00:00, w3proxy, TMG, -, "
                         "www.example.com, 192.0.2.1, 80, 15, 100, 200, http, TCP, GET, "
                         "http://www.example.com/, text/html, Inet, 200, 0x0, Rule, Filter, Internal, "
                         "External, 0x0, Allowed\r\n10.0.0.1, anonymous, Agent, Y, ")
                + date + ", " + time
                + ", w3proxy, TMG, -, www.example.com, 192.0.2.1, 80, 15, 100, 200, http, TCP, GET, "
                  "http://www.example.com/, text/html, Inet, 200, 0x0, Rule, Filter, Internal, External, 0x0, "
                  "Allowed\r\n"
            : webRows({"10.0.0.1 anna 2007-12-25 10:00:00 / 200", "10.0.0.1 anna " + day + ' ' + time + " / 200"}));
    index.chooseServerZone(QTimeZone("Europe/Berlin"));
    QCOMPARE(csv(index, {.columns = {}, .addUtc = true}).split('\n').value(2).trimmed(), moment);
}

void TestCsvWriter::addsDecodedColumns()
{
    const auto index = indexOf(webRows({"10.0.0.1 anna 2010-05-12 08:00:01 / 12202"}));
    const ResultEntry& entry = index.codes().entries().front().result.entry;
    QVERIFY(!entry.message.isEmpty());
    std::string expected = "sc-status,result-class,result-symbol,result-message\r\n12202,denied,";
    appendCsvCell(expected, entry.symbols.join("; "_L1).toStdString(), FormulaGuard::Off);
    expected += ',';
    appendCsvCell(expected, entry.message.toStdString(), FormulaGuard::Off);
    expected += "\r\n";
    QCOMPARE(csv(index, {.columns = {5}, .addDecoded = true}), QByteArray::fromStdString(expected));
}

void TestCsvWriter::addsFindingsAtTheEnd_data()
{
    QTest::addColumn<CsvOptions>("options");
    QTest::addColumn<QByteArray>("expected");
    const CsvOptions alone;
    QTest::newRow("alone") << alone << "finding\r\nX1 A1\r\n\"\"\r\n"_ba;
    CsvOptions columns;
    columns.columns = {0, 5};
    QTest::newRow("behind columns") << columns
                                    << "c-ip,sc-status,finding\r\n10.0.0.1,12209,X1 A1\r\n10.0.0.2,200,\r\n"_ba;
    CsvOptions utc;
    utc.addUtc = true;
    QTest::newRow("behind the time")
        << utc << "utc-time,finding\r\n2010-05-12T08:00:01Z,X1 A1\r\n2010-05-12T08:00:02Z,\r\n"_ba;
    CsvOptions file;
    file.addFile = true;
    QTest::newRow("behind the log") << file << "file,finding\r\nmemory.w3c,X1 A1\r\nmemory.w3c,\r\n"_ba;
}

void TestCsvWriter::addsFindingsAtTheEnd()
{
    QFETCH(CsvOptions, options);
    const auto index =
        indexOf(webRows({"10.0.0.1 anna 2010-05-12 08:00:01 / 12209", "10.0.0.2 berta 2010-05-12 08:00:02 / 200"}));
    Pattern scan;
    scan.id = u"X1"_s;
    Pattern logon;
    logon.id = u"A1"_s;
    Findings found;
    found.findings = {{.pattern = &scan, .records = {0}}, {.pattern = &logon, .records = {0}}};
    options.findings = std::make_shared<const RecordFindings>(found);
    QTEST(csv(index, options), "expected");
    options.addDecoded = true; // whose cells stay where they are
    const QByteArrayList rows = csv(index, options).split('\n');
    QVERIFY(rows[0].endsWith("result-class,result-symbol,result-message,finding\r"));
    QVERIFY2(rows[1].contains("denied,") && rows[1].endsWith(",X1 A1\r"), rows[1]); // the class is that of the code
    QVERIFY(rows[2].endsWith(",\r"));
}

void TestCsvWriter::guardsFormulasInHeaderAndCells()
{
    const auto index = indexOf("#Fields: c-ip\tdate\ttime\tcs-uri\tsc-status\t=evil\r\n"
                               "10.0.0.1\t2010-05-12\t08:00:01\t=cmd\t-1073479667\t-\r\n");
    QCOMPARE(csv(index, {.columns = {3, 4, 5}, .guardFormulas = true}),
             QByteArray("cs-uri,sc-status,'=evil\r\n'=cmd,-1073479667,-\r\n"));
}

void TestCsvWriter::startsWithByteOrderMark()
{
    const auto index = indexOf(webRows({"10.0.0.1 anna 2010-05-12 08:00:01 / 200"}));
    QCOMPARE(csv(index, {.columns = {0}, .addByteOrderMark = true}), QByteArray("\uFEFFc-ip\r\n10.0.0.1\r\n"));
}

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
