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
    void joinsADividedGmtTime();
    void keepsOneEmptyCellAsARow();
    void addsDecodedColumns();
    void guardsFormulasInHeaderAndCells();
    void startsWithByteOrderMark();
    void sameCellsInAnyOrder_data();
    void sameCellsInAnyOrder();
    void agreesWithAPlainWriter_data();
    void agreesWithAPlainWriter();
    void readsBackAsTheCellsOfTheLog();
    void tellsProgressAndStops();
    void stopsInTheMiddle();
    void reportsDeviceThatRefuses();
    void reportsDeviceThatFillsUp_data();
    void reportsDeviceThatFillsUp();
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

/// Cells with all that is special in CSV, in a log or to a spreadsheet.
QByteArray anyCell(std::mt19937& random)
{
    static const QByteArrayList pieces = {"-",
                                          "=",
                                          "+1",
                                          "-5",
                                          "@x",
                                          "\"",
                                          ",",
                                          "\r",
                                          " ",
                                          "a",
                                          "Bob",
                                          "\xC3\xBC",
                                          "\xFC",
                                          "(KHTML, like Gecko)",
                                          "http://host.example/?q=1",
                                          "12209",
                                          "client=No"};
    QByteArray cell;
    for (auto count = random() % 4; count > 0; --count)
        cell += pieces[qsizetype(random() % std::size_t(pieces.size()))];
    return cell;
}

/// Several blocks of records of any shape, under three headers.
QByteArray wildLog()
{
    static const QByteArrayList headers = {"c-ip\tcs-username\tdate\ttime\tcs-uri\tsc-status",
                                           "sc-status\t=rule\tc-ip\tdate\ttime\tcs-uri",
                                           "c-ip\tcs-username\tdate\ttime\tcs-uri\tsc-status\tcs-\xFC\tx,y"};
    std::mt19937 random(11);
    QByteArray log;
    for (int record = 0; record < 18'000; ++record) {
        if (record % 6000 == 0)
            log += "#Fields: " + headers[record / 6000] + "\r\n";
        QByteArrayList cells;
        const int count = random() % 16 == 0 ? int(random() % 9) : 6 + (record >= 12'000 ? 2 : 0);
        for (int cell = 0; cell < count; ++cell)
            cells += random() % 4 == 0 ? anyCell(random) : QByteArray(qsizetype(random() % 30), 'x');
        log += cells.join('\t') + "\r\n";
    }
    return log;
}

void addPlainCell(std::string& row, std::string_view cell, const CsvOptions& options)
{
    const QByteArray text = cellText(cell).toUtf8();
    appendCsvCell(row, toStringView(text), options.guardFormulas ? FormulaGuard::On : FormulaGuard::Off);
}

void endPlainRow(std::string& text, std::string row)
{
    if (row.starts_with(','))
        row.erase(0, 1);
    text += (row.empty() ? "\"\"" : row) + "\r\n";
}

/// What an export must give, by the shortest way to say it.
QByteArray plainCsv(const RecordIndex& index, const CsvOptions& options, const std::vector<quint32>& records)
{
    std::string text = options.addByteOrderMark ? "\xEF\xBB\xBF" : "";
    std::string row;
    for (const int column : options.columns)
        addPlainCell(row += ',', toStringView(index.columns().at(column).name), options);
    endPlainRow(text, row + (options.addDecoded ? ",result-class,result-symbol,result-message" : ""));
    std::vector<std::string_view> cells;
    std::string unescaped;
    for (const quint32 record : records) {
        const auto place = index.place(RecordNumber(record));
        const std::string bytes = readRecord(place).value_or(QByteArray()).toStdString();
        cutFields(bytes, *place.part->block->layout, cells, unescaped);
        row.clear();
        for (const int column : options.columns) {
            const auto field = std::size_t(index.fieldOfColumn(RecordNumber(record), column));
            addPlainCell(row += ',', field < cells.size() ? cells[field] : std::string_view(), options);
        }
        if (options.addDecoded) {
            const ResultEntry& entry = index.codes().at(index.code(RecordNumber(record))).result.entry;
            row += ',' + std::string(keyword(entry.resultClass).data());
            addPlainCell(row += ',', entry.symbols.join("; "_L1).toStdString(), options);
            addPlainCell(row += ',', entry.message.toStdString(), options);
        }
        endPlainRow(text, row);
    }
    return QByteArray::fromStdString(text);
}

/// The cells of @p csv by RFC 4180, one list a row.
QList<QByteArrayList> readBack(const QByteArray& csv)
{
    QList<QByteArrayList> rows(1, QByteArrayList(1));
    bool isQuoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char character = csv[i];
        if (character == '"' && isQuoted && csv.sliced(i).startsWith("\"\""))
            rows.last().last() += csv[++i];
        else if (character == '"')
            isQuoted = !isQuoted;
        else if (character == ',' && !isQuoted)
            rows.last().append(QByteArray());
        else if (character == '\n' && !isQuoted)
            rows.append(QByteArrayList(1));
        else if (character != '\r' || isQuoted)
            rows.last().last() += character;
    }
    rows.removeLast();
    return rows;
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

/// Takes so many bytes and no more.
class SmallDevice : public QIODevice
{
public:
    explicit SmallDevice(qint64 size) : m_left(size) {}

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override
    {
        if (m_left == 0) {
            setErrorString(u"No space left"_s);
            return -1;
        }
        const qint64 taken = std::min(size, m_left);
        m_left -= taken;
        return taken;
    }

private:
    qint64 m_left;
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
    QVERIFY(csv(index, {.columns = columns}, records) == plainCsv(index, {.columns = columns}, records));
}

void TestCsvWriter::agreesWithAPlainWriter_data()
{
    QTest::addColumn<QList<int>>("columns");
    QTest::addColumn<bool>("isBackwards");
    const QList<int> inOrder = {0, 1, 2, 3, 4, 5};
    QTest::newRow("all columns") << QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8} << false;
    QTest::newRow("the first layout's") << inOrder << false;
    QTest::newRow("the second layout's") << QList<int>{5, 6, 0, 2, 3, 4} << false;
    QTest::newRow("the third layout's") << QList<int>{0, 1, 2, 3, 4, 5, 7, 8} << false;
    QTest::newRow("few, in another order") << QList<int>{8, 4, 0} << false;
    QTest::newRow("one") << QList<int>{1} << false;
    QTest::newRow("none") << QList<int>() << false;
    QTest::newRow("records backwards") << inOrder << true;
}

void TestCsvWriter::agreesWithAPlainWriter()
{
    QFETCH(const QList<int>, columns);
    QFETCH(const bool, isBackwards);
    static const RecordIndex index = indexOf(wildLog());
    QCOMPARE(index.columns().size(), 9);
    QVERIFY(index.parts().size() >= 3);
    std::vector<quint32> records = allRecords(index);
    if (isBackwards)
        std::ranges::reverse(records);
    for (int choice = 0; choice < 8; ++choice) {
        const CsvOptions options{.columns = {columns.begin(), columns.end()},
                                 .addDecoded = (choice & 1) != 0,
                                 .guardFormulas = (choice & 2) != 0,
                                 .addByteOrderMark = (choice & 4) != 0};
        QVERIFY2(csv(index, options, records) == plainCsv(index, options, records),
                 qPrintable(QString::number(choice)));
    }
}

void TestCsvWriter::readsBackAsTheCellsOfTheLog()
{
    const RecordIndex index = indexOf(wildLog());
    const QList<QByteArrayList> rows = readBack(csv(index, {.columns = allColumns(index)}));
    QCOMPARE(rows.size(), qsizetype(index.recordCount()) + 1);
    std::vector<std::string_view> cells;
    std::string unescaped;
    for (quint32 record = 0; record < index.recordCount(); ++record) {
        const QByteArrayList& row = rows[qsizetype(record) + 1];
        QCOMPARE(row.size(), index.columns().size());
        const auto place = index.place(RecordNumber(record));
        const QByteArray bytes = readRecord(place).value_or(QByteArray());
        cutFields(toStringView(bytes), *place.part->block->layout, cells, unescaped);
        for (int column = 0; column < row.size(); ++column) {
            const auto field = std::size_t(index.fieldOfColumn(RecordNumber(record), column));
            const QString expected = field < cells.size() ? cellText(cells[field]) : QString();
            if (QString::fromUtf8(row[column]) != expected)
                QCOMPARE(QString::fromUtf8(row[column]), expected);
        }
    }
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

void TestCsvWriter::stopsInTheMiddle()
{
    const RecordIndex index = indexOf(wildLog());
    const CsvOptions options{.columns = allColumns(index)};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    std::stop_source stop;
    const auto stopSoon = [&stop](quint64 count) {
        if (count > 0)
            stop.request_stop();
    };
    const auto written = writeCsv(buffer, index, allRecords(index), options, stop.get_token(), stopSoon);
    QVERIFY(!written);
    QVERIFY(written.error().kind == ExportError::Kind::Cancelled);
    const QByteArray whole = csv(index, options);
    QVERIFY(!buffer.data().isEmpty() && buffer.data().size() < whole.size());
    QVERIFY(whole.startsWith(buffer.data()));
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

void TestCsvWriter::reportsDeviceThatFillsUp_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("in the header") << qint64(10);
    QTest::newRow("in the first records") << qint64(1000);
    QTest::newRow("later") << qint64(5'000'000);
}

void TestCsvWriter::reportsDeviceThatFillsUp()
{
    QFETCH(const qint64, size);
    const RecordIndex index = indexOf(largeLog());
    SmallDevice device(size);
    QVERIFY(device.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const auto written = writeCsv(device, index, allRecords(index), {.columns = allColumns(index)}, {});
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
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList(u"out.csv"_s));

    const std::vector<quint32> few = {1, 2};
    QVERIFY(writeCsvFile(path, index, few, {.columns = {0}}, {}));
    QCOMPARE(contentOf(path), QByteArray("c-ip\r\n10.0.1.7\r\n10.0.2.7\r\n"));

    QVERIFY(old.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    QVERIFY(QFile::link(path, folder.filePath(u"link.csv"_s)));
    QVERIFY(writeCsvFile(folder.filePath(u"link.csv"_s), index, few, {.columns = {1}}, {}));
    QCOMPARE(contentOf(path), QByteArray("cs-username\r\nuser1\r\nuser2\r\n"));
    QVERIFY(QFileInfo(folder.filePath(u"link.csv"_s)).isSymLink());
    QVERIFY(!QFileInfo(path).permission(QFile::ReadOther));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);

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
