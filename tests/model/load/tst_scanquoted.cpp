// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldcutter.h"
#include "model/format/quotedrecord.h"
#include "model/index/recordreader.h"
#include "tests/support/testlog.h"

#include <QRandomGenerator>
#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

/// Logs in which line ends can stand in quotes: they are scanned in stretches that begin anywhere.
class TestScanQuoted : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheRecordsOfAPlainLoop_data();
    void findsTheRecordsOfAPlainLoop();
    void countsLines();
    void readsFilesJoinedWithTheirMarks();
    void survives_data();
    void survives();
    void keepsWhatIsTooLong();
};

static const QByteArray titles = "ClientIP,ClientUserName,logTime,uri,resultcode\r\n";

static QByteArray row(const QByteArray& user, const QByteArray& uri = "http://a.example/")
{
    return "0a000001-ffff-0000-0000-000000000000," + user + ",2010-05-12 10:00:00.000," + uri + ",12202\r\n";
}

/// The records of @p log behind its titles, one after the other.
static QByteArrayList plainRecords(const QByteArray& log, const LogLayout& layout)
{
    QByteArrayList records;
    std::string_view rest = toStringView(log);
    while (!rest.empty()) {
        const std::string_view record = rest.substr(0, *quotedRecordLength(rest, layout, true));
        rest.remove_prefix(record.size());
        QByteArray bytes(record.data(), qsizetype(record.size()));
        for (const char end : {'\n', '\r'})
            bytes.chop(bytes.endsWith(end) ? 1 : 0);
        if (!bytes.isEmpty())
            records.append(bytes);
    }
    records.removeFirst();
    return records;
}

void TestScanQuoted::findsTheRecordsOfAPlainLoop_data()
{
    QTest::addColumn<int>("quotedPercent");
    QTest::addColumn<int>("strayPercent");
    QTest::addColumn<int>("longestCell");
    QTest::newRow("few line ends") << 1 << 0 << 200;
    QTest::newRow("many line ends") << 90 << 0 << 300;
    QTest::newRow("stray quotes") << 50 << 10 << 300;
    QTest::newRow("long cells") << 50 << 1 << 300000;
}

void TestScanQuoted::findsTheRecordsOfAPlainLoop()
{
    QFETCH(const int, quotedPercent);
    QFETCH(const int, strayPercent);
    QFETCH(const int, longestCell);
    QRandomGenerator random(11);
    QByteArray log = titles;
    while (log.size() < 14 * 1024 * 1024) { // some stretches
        QByteArray cell(random.bounded(longestCell), 'u');
        if (random.bounded(100) < quotedPercent) {
            for (int i = random.bounded(5); i > 0 && !cell.isEmpty(); --i)
                cell.insert(random.bounded(int(cell.size())), i % 2 == 0 ? "\r\n" : "\"\",\n");
            cell = '"' + cell + '"';
        }
        if (random.bounded(100) < strayPercent)
            cell.prepend('"');
        log += row(cell);
    }
    const auto blocks = Test::blocksOf(log);
    QVERIFY(blocks);
    const LogLayout layout = *blocks->first()->layout;
    QVERIFY(layout.isQuoted);
    const QByteArrayList expected = plainRecords(log, layout);
    qsizetype next = 0;
    for (const BlockPointer& block : *blocks) {
        for (std::size_t i = 0; i < block->size(); ++i, ++next) {
            QVERIFY(next < expected.size());
            const auto record = readRecord(*block, i);
            QVERIFY(record);
            QVERIFY2(*record == expected[next], qPrintable(QString::number(next)));
        }
        qsizetype visited = next - qsizetype(block->size());
        QVERIFY(visitRecords(
            *block, [&](std::size_t, std::string_view bytes) { return bytes == toStringView(expected[visited++]); }));
        QCOMPARE(visited, next);
    }
    QCOMPARE(next, expected.size());
}

void TestScanQuoted::countsLines()
{
    const QByteArray log = titles + row("a") + row("\"b\r\n\r\nc\"") + "\r\n" + row("d");
    const RecordIndex index = Test::indexOf(log);
    QCOMPARE(index.recordCount(), 3U);
    QCOMPARE(index.malformedCount(), quint64(0));
    QCOMPARE(index.lineNumber(RecordNumber(0)), quint64(2));
    QCOMPARE(index.lineNumber(RecordNumber(1)), quint64(3));
    QCOMPARE(index.lineNumber(RecordNumber(2)), quint64(7));
    const auto record = readRecord(index.place(RecordNumber(1)));
    QCOMPARE(*record, row("\"b\r\n\r\nc\"").chopped(2));
}

void TestScanQuoted::readsFilesJoinedWithTheirMarks()
{
    const QByteArray mark = "\xEF\xBB\xBF";
    const QByteArrayList rows = {row("a"), row("\"b\r\n\""), row("c")};
    const RecordIndex index = Test::indexOf(mark + titles + rows.join(mark));
    QCOMPARE(index.recordCount(), 3U);
    for (qsizetype i = 0; i < rows.size(); ++i)
        QCOMPARE(*readRecord(index.place(RecordNumber(quint32(i)))), rows[i].chopped(2));
}

void TestScanQuoted::survives_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<quint32>("records");
    QTest::addColumn<quint64>("malformed");
    QTest::newRow("a quote never closed") << row("a") + row("\"b") + row("c").repeated(100) << 102U << quint64(0);
    QTest::newRow("quotes alone, opened in each line")
        << QByteArray("x\",\"\n").repeated(1000000) << 31250U << quint64(31250);
    QTest::newRow("only quotes") << QByteArray(3000001, '"') << 1U << quint64(1);
    QTest::newRow("only separators") << QByteArray(100000, ',') << 1U << quint64(1);
    QTest::newRow("ragged") << "a,b\r\n" + row("c") + "a,b,c,d,e,f,g\r\n" << 3U << quint64(2);
    QTest::newRow("NULs in a cell") << row(QByteArray("a\0b", 3)) << 1U << quint64(1);
    QTest::newRow("a lone NUL") << row(QByteArray("\0", 1)) << 1U << quint64(0);
    QTest::newRow("no directive") << "#" + row("a") << 1U << quint64(0);
    QTest::newRow("a tail of NULs") << row("a") + QByteArray(5000, '\0') << 1U << quint64(0);
    QTest::newRow("cut short") << row("a") + row("\"b\r\nc\"").chopped(20) << 2U << quint64(1);
    QTest::newRow("cut short in quotes") << row("a") + row("\"b\r\nc\"").first(42) << 3U << quint64(2);
    QTest::newRow("what tools write around a table") << "--------,----,---\r\n" + row("a") + "\r\n(1 rows affected)\r\n"
                                                     << 1U << quint64(0);
}

void TestScanQuoted::survives()
{
    QFETCH(const QByteArray, rows);
    const RecordIndex index = Test::indexOf(titles + rows);
    if (QByteArray(QTest::currentDataTag()).startsWith("quotes alone")) {
        QVERIFY(index.recordCount() > 0); // how many lines a record may have is nobody's business
        QCOMPARE(index.malformedCount(), quint64(index.recordCount()));
        return;
    }
    QTEST(index.recordCount(), "records");
    QTEST(index.malformedCount(), "malformed");
}

void TestScanQuoted::keepsWhatIsTooLong()
{
    // A cell of 60 MB with line ends in it: its record is cut, and those behind it are whole.
    const QByteArray cell = '"' + QByteArray(30'000'000, 'x') + '\n' + QByteArray(30'000'000, 'y') + '"';
    const RecordIndex index = Test::indexOf(titles + row("a") + row(cell) + row("c").repeated(10));
    QVERIFY(index.recordCount() >= 12);
    QVERIFY(index.flags(RecordNumber(1)).testFlag(RecordFlag::TooLong));
    for (quint32 i = index.recordCount() - 10; i < index.recordCount(); ++i) {
        QVERIFY(!index.flags(RecordNumber(i)));
        QCOMPARE(*readRecord(index.place(RecordNumber(i))), row("c").chopped(2));
    }
    QVERIFY(readRecord(index.place(RecordNumber(1)))->size() <= qsizetype(maximumRecordLength));
}

QTEST_GUILESS_MAIN(TestScanQuoted)
#include "tst_scanquoted.moc"
