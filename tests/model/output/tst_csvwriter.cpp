// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldcutter.h"
#include "model/index/recordreader.h"
#include "model/output/csvcell.h"
#include "model/output/csvwriter.h"
#include "webrows.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

class TestCsvWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesHeaderAndRecords();
    void writesChosenColumnsInTheirOrder();
    void leavesMissingCellsEmpty();
    void joinsLayouts();
    void turnsOtherEncodingsIntoUtf8();
    void keepsOneEmptyCellAsARow();
    void addsDecodedColumns();
    void guardsFormulasInHeaderAndCells();
    void startsWithByteOrderMark();
    void sameCellsInAnyOrder_data();
    void sameCellsInAnyOrder();
    void tellsProgressAndStops();
    void reportsDeviceThatRefuses();
    void replacesFileOnlyWhenWhole();
    void writesToDevices();
};

namespace {

QByteArray csv(const RecordIndex& index, const CsvOptions& options, const std::vector<quint32>& records)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto written = writeCsv(buffer, index, records, options, {});
    return written ? buffer.data() : QByteArray("failed");
}

QByteArray csv(const RecordIndex& index, const CsvOptions& options)
{
    return csv(index, options, allRecords(index));
}

std::vector<int> allColumns(const RecordIndex& index)
{
    std::vector<int> columns(std::size_t(index.columns().size()));
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

/// Many blocks: some 11 MB, with a change of layout in the middle.
QByteArray largeLog()
{
    QByteArrayList records;
    for (int i = 0; i < 16000; ++i) {
        const QByteArray number = QByteArray::number(i);
        records += "10.0." + QByteArray::number(i % 250) + ".7 user" + number + " 2010-05-12 08:00:01 http://host"
            + number + ".example/" + QByteArray(600 + i % 200, 'x') + ",y 200";
    }
    QByteArray second = webRows(records.sliced(8000));
    second.replace("sc-status\r\n", "sc-status\tmore\r\n");
    return webRows(records.first(8000)) + second;
}

/// What an export must give, by the shortest way to say it.
QByteArray plainCsv(const RecordIndex& index, const std::vector<int>& columns, const std::vector<quint32>& records)
{
    std::string text;
    for (const int column : columns)
        text += (column == columns.front() ? "" : ",") + index.columns().at(column).name.toStdString();
    text += "\r\n";
    std::vector<std::string_view> cells;
    for (const quint32 record : records) {
        const auto place = index.place(RecordNumber(record));
        const std::string bytes = readRecord(place).value_or(QByteArray()).toStdString();
        cutFields(bytes, *place.part->block->layout, cells);
        for (const int column : columns) {
            const int field = index.fieldOfColumn(RecordNumber(record), column);
            text += column == columns.front() ? "" : ",";
            appendCsvCell(text, field < 0 ? std::string_view() : cells.at(std::size_t(field)), FormulaGuard::Off);
        }
        text += "\r\n";
    }
    return QByteArray::fromStdString(text);
}

/// Takes nothing.
class FullDevice : public QIODevice
{
protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64) override
    {
        setErrorString(u"No space left"_s);
        return -1;
    }
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

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

void TestCsvWriter::keepsOneEmptyCellAsARow()
{
    const auto index = indexOf("#Fields: cs-username\tc-ip\tdate\ttime\tsc-status\r\n"
                               "\t10.0.0.1\t2010-05-12\t08:00:01\t200\r\n");
    QCOMPARE(csv(index, {.columns = {0}}), QByteArray("cs-username\r\n\"\"\r\n"));
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

void TestCsvWriter::sameCellsInAnyOrder_data()
{
    QTest::addColumn<std::vector<quint32>>("records");
    const quint32 count = 16000;
    std::vector<quint32> all(count);
    std::iota(all.begin(), all.end(), 0);

    QTest::newRow("none") << std::vector<quint32>();
    QTest::newRow("all") << all;
    QTest::newRow("backwards") << std::vector<quint32>(all.rbegin(), all.rend());
    std::vector<quint32> shuffled = all;
    std::ranges::shuffle(shuffled, std::mt19937(7));
    QTest::newRow("shuffled") << shuffled;
    for (const quint32 step : {2U, 15U, 16U, 17U, 5000U}) {
        std::vector<quint32> sparse;
        for (quint32 record = step - 1; record < count; record += step)
            sparse.push_back(record);
        QTest::addRow("every %u", step) << sparse;
    }
    QTest::newRow("repeated") << std::vector<quint32>{5, 5, 5, 15999, 0, 0};
    QTest::newRow("around the change of layout") << std::vector<quint32>{7998, 7999, 8000, 8001};
}

void TestCsvWriter::sameCellsInAnyOrder()
{
    QFETCH(std::vector<quint32>, records);
    static const RecordIndex index = indexOf(largeLog());
    QCOMPARE(index.recordCount(), 16000U);
    QVERIFY(index.parts().size() > 3);
    const std::vector<int> columns = {1, 4, 5};
    // Not QCOMPARE: it would print megabytes.
    QVERIFY(csv(index, {.columns = columns}, records) == plainCsv(index, columns, records));
}

void TestCsvWriter::tellsProgressAndStops()
{
    const RecordIndex index = indexOf(largeLog());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    std::stop_source stop;
    QList<quint64> told;
    const auto tell = [&](quint64 count) {
        told += count;
        if (count > 8000)
            stop.request_stop();
    };
    const auto written = writeCsv(buffer, index, allRecords(index), {.columns = {0}}, stop.get_token(), tell);
    QVERIFY(!written);
    QVERIFY(written.error().kind == ExportError::Kind::Cancelled);
    QVERIFY(told.size() > 2);
    QVERIFY(std::ranges::is_sorted(told));
    QVERIFY(told.back() < 13000);
}

void TestCsvWriter::reportsDeviceThatRefuses()
{
    const RecordIndex index = indexOf(webRows({"10.0.0.1 anna 2010-05-12 08:00:01 / 200"}));
    FullDevice device;
    QVERIFY(device.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto written = writeCsv(device, index, allRecords(index), {.columns = {0}}, {});
    QVERIFY(!written);
    QVERIFY(written.error().kind == ExportError::Kind::CannotWrite);
    QCOMPARE(written.error().systemText, u"No space left"_s);
}

void TestCsvWriter::replacesFileOnlyWhenWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    const RecordIndex index = indexOf(largeLog());

    std::stop_source stop;
    const auto stopLate = [&](quint64 count) {
        if (count > 4000)
            stop.request_stop();
    };
    QVERIFY(!writeCsvFile(path, index, allRecords(index), {.columns = {0, 4}}, stop.get_token(), stopLate));
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(u"out.csv"_s));

    const std::vector<quint32> few = {1, 2};
    QVERIFY(writeCsvFile(path, index, few, {.columns = {0}}, {}));
    QCOMPARE(contentOf(path), QByteArray("c-ip\r\n10.0.1.7\r\n10.0.2.7\r\n"));

    QVERIFY(!writeCsvFile(folder.path(), index, few, {.columns = {0}}, {}));
    QVERIFY(!writeCsvFile(folder.filePath(u"missing/out.csv"_s), index, few, {.columns = {0}}, {}));
}

void TestCsvWriter::writesToDevices()
{
    if (!QFile::exists(u"/dev/null"_s) || !QFile::exists(u"/dev/full"_s))
        QSKIP("There is no /dev/null or /dev/full.");
    const RecordIndex index = indexOf(webRows({"10.0.0.1 anna 2010-05-12 08:00:01 / 200"}));
    QVERIFY(writeCsvFile(u"/dev/null"_s, index, allRecords(index), {.columns = {0}}, {}));
    const auto written = writeCsvFile(u"/dev/full"_s, index, allRecords(index), {.columns = {0}}, {});
    QVERIFY(!written);
    QVERIFY(written.error().kind == ExportError::Kind::CannotWrite);
}

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
