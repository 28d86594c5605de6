// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/recordreader.h"
#include "model/source/opensource.h"
#include "tests/support/testlog.h"

#include <QDir>
#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

class TestScanLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryRecordOnce_data();
    void findsEveryRecordOnce();
    void followsLayoutsAcrossStretches();
    void readsTheSamples_data();
    void readsTheSamples();
    void tellsTheTailOfAPreallocatedLog_data();
    void tellsTheTailOfAPreallocatedLog();
    void keepsRecordsAroundAHugeLine();
    void keepsRowsOfTheOtherLogApart();
    void readsFilesJoinedWithTheirMarks();
    void holdsFewBytesARecord();
    void knowsAHeaderWithoutRecords();
    void stopsWhenAsked();
    void keepsWhatStandsBeforeAFailure_data();
    void keepsWhatStandsBeforeAFailure();
};

/// About @p bytes of log, its records of all lengths so that borders of stretches fall everywhere.
static QByteArray longLog(qsizetype bytes, const QByteArray& lineEnd)
{
    QByteArray log = webHeader;
    log.replace("\r\n", lineEnd);
    for (int i = 0; log.size() < bytes; ++i)
        log += webRecord(i % 86400, i % 7 == 0 ? "12209" : "200")
                   .replace("http://", QByteArray("http://" + QByteArray(i % 97, 'x')))
            + lineEnd;
    return log;
}

/// The records of a log, found the slow and obvious way.
static QByteArrayList plainRecords(const QByteArray& log, char lineEnd)
{
    QByteArrayList records;
    for (QByteArray line : log.split(lineEnd)) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (!line.isEmpty() && !line.startsWith('#'))
            records.append(line);
    }
    return records;
}

static QByteArrayList scannedRecords(const RecordIndex& index)
{
    QByteArrayList records;
    for (const auto& part : index.parts()) {
        const auto visited = visitRecords(*part.block, [&records](std::size_t, std::string_view bytes) {
            records.append(QByteArray(bytes.data(), qsizetype(bytes.size())));
            return true;
        });
        if (!visited)
            return {};
    }
    return records;
}

void TestScanLog::findsEveryRecordOnce_data()
{
    QTest::addColumn<qsizetype>("bytes");
    QTest::addColumn<QByteArray>("lineEnd");
    // The first stretch is 64 KiB, the others 4 MiB.
    for (const qsizetype bytes : {200, 64 * 1024, 64 * 1024 + 1, 4 * 1024 * 1024, 9 * 1024 * 1024}) {
        for (const QByteArray& lineEnd : {QByteArray("\r\n"), QByteArray("\n"), QByteArray("\r")})
            QTest::addRow("%lld bytes, %s", qlonglong(bytes), lineEnd.toHex().constData()) << bytes << lineEnd;
    }
}

void TestScanLog::findsEveryRecordOnce()
{
    QFETCH(const qsizetype, bytes);
    QFETCH(const QByteArray, lineEnd);
    const QByteArray log = longLog(bytes, lineEnd);
    const RecordIndex index = indexOf(log);
    const QByteArrayList expected = plainRecords(log, lineEnd == "\r" ? '\r' : '\n');
    QCOMPARE(index.recordCount(), quint32(expected.size()));
    QCOMPARE(scannedRecords(index), expected);
    QCOMPARE(index.malformedCount(), 0U);
    const auto last = RecordNumber(index.recordCount() - 1);
    QCOMPARE(index.lineNumber(last), quint64(3 + expected.size()));
    QCOMPARE(*readRecord(index.place(last)), expected.last());
}

void TestScanLog::followsLayoutsAcrossStretches()
{
    // The second layout comes into force just before a border and rules the stretches after it.
    QByteArray log = longLog(4 * 1024 * 1024, "\r\n");
    const auto before = quint32(plainRecords(log, '\n').size());
    log += "#Fields: date\ttime\tc-ip\tsc-status\tr-host\r\n";
    for (int i = 0; i < 200'000; ++i)
        log += "2010-05-12\t01:00:00\t10.1.0.1\t11001\thost.example\r\n";
    const RecordIndex index = indexOf(log);
    QCOMPARE(index.recordCount(), before + 200'000);
    QCOMPARE(index.malformedCount(), 0U);
    const CodeIndex code = index.code(RecordNumber(before + 199'999));
    QCOMPARE(index.codes().at(code).text, "11001");
    QCOMPARE(index.codes().at(code).count, 200'000U);
}

void TestScanLog::readsTheSamples_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<quint32>("records");
    if (!QDir(QStringLiteral(TMGLENS_SAMPLES)).exists())
        QSKIP("The folder of real logs is not there.");
    QTest::newRow("packet filter") << u"isa2000-packetfilter-w3c-ossec.log"_s << 32U;
    QTest::newRow("native firewall") << u"isa2000-firewall-native-ossec-a.log"_s << 15U;
    QTest::newRow("ISA 2000 web") << u"isa2000-webproxy-w3c-fwa.log"_s << 8U;
    QTest::newRow("ISA 2004 firewall") << u"isa2004-firewall-w3c-ossec.w3c"_s << 33U;
    QTest::newRow("web without header") << u"isa2004-webproxy-w3c-noheader-gmisa02.w3c"_s << 1U;
    QTest::newRow("relayed") << u"isa2006-firewall-snare-syslog-accelops.log"_s << 2U;
    QTest::newRow("firewall without header") << u"tmg2010-firewall-w3c-noheader-thkus05.w3c"_s << 1U;
    QTest::newRow("TMG web") << u"tmg2010-webproxy-w3c-intratmg.w3c"_s << 520U;
}

void TestScanLog::readsTheSamples()
{
    QFETCH(const QString, file);
    QFETCH(const quint32, records);
    const auto source = openSource(QStringLiteral(TMGLENS_SAMPLES "/") + file, {});
    QVERIFY(source);
    RecordIndex index;
    const auto outcome = scanLog(
        *source, [&index](const ScannedBlock& scanned, const ScanProgress&) { index.append(scanned.block); }, {});
    QVERIFY(outcome);
    QCOMPARE(index.recordCount(), records);
    QCOMPARE(index.malformedCount(), 0U);
    QVERIFY(index.firstTime() != invalidTime);
    for (const CodeEntry& code : index.codes().entries())
        QVERIFY2(code.result.isKnown, code.text.constData());
}

void TestScanLog::tellsTheTailOfAPreallocatedLog_data()
{
    QTest::addColumn<QByteArray>("stale");
    QTest::addColumn<quint32>("records");
    QTest::addColumn<quint64>("malformed");
    QTest::newRow("whole records, then NULs") << QByteArray() << 3U << quint64(0);
    QTest::newRow("cut record, then NULs") << QByteArray("10.0.0.7\tus") << 4U << quint64(1);
    QTest::newRow("cut record, stale bytes, then NULs")
        << QByteArray("10.0.0.7\tus\x8B\x1F rest of another file") << 4U << quint64(1);
}

void TestScanLog::tellsTheTailOfAPreallocatedLog()
{
    QFETCH(const QByteArray, stale);
    QFETCH(const quint32, records);
    QFETCH(const quint64, malformed);
    const QByteArray data = webLog({"200", "304", "404"}) + stale;
    const qsizetype nulBytes = 3 * 1024 * 1024 + 17;
    RecordIndex index;
    const auto outcome =
        scanLog(std::make_shared<const MemorySource>(data + QByteArray(nulBytes, '\0')),
                [&index](const ScannedBlock& scanned, const ScanProgress&) { index.append(scanned.block); }, {});
    QVERIFY(outcome);
    QVERIFY(outcome->tail);
    QCOMPARE(outcome->tail->offset, quint64(data.size()));
    QCOMPARE(outcome->tail->nulBytes, quint64(nulBytes));
    QCOMPARE(index.recordCount(), records);
    QCOMPARE(index.malformedCount(), malformed);
    if (malformed > 0)
        QVERIFY(index.flags(RecordNumber(records - 1)).testFlag(RecordFlag::CutShort));
}

void TestScanLog::keepsRecordsAroundAHugeLine()
{
    const QByteArray log = webLog({"200"}) + QByteArray(60 * 1024 * 1024, 'x') + "\r\n" + webRecord(1, "304") + "\r\n";
    const RecordIndex index = indexOf(log);
    QCOMPARE(index.recordCount(), 3U);
    QVERIFY(index.flags(RecordNumber(1)).testFlag(RecordFlag::TooLong));
    QCOMPARE(readRecord(index.place(RecordNumber(1)))->size(), qsizetype(maximumRecordLength));
    QCOMPARE(*readRecord(index.place(RecordNumber(2))), webRecord(1, "304"));
    QCOMPARE(index.lineNumber(RecordNumber(2)), 6U);
}

void TestScanLog::keepsRowsOfTheOtherLogApart()
{
    // What a relay writes that sends both logs of one server.
    const QByteArray firewall =
        "<13>Mar  6 20:56:03 host ISAFWSLog\t0\tISA\t2011-03-09\t00:07:50\tUDP\t192.168.203.130:138\t"
        "192.168.203.255:138\t192.168.203.130\tInternal\tLocal Host\tDenied\t0xc004000d\tDefault rule\t"
        "NetBios Datagram\t0\t0\t0\t0\t-\t-\t-\t-\t0\t0\n";
    const QByteArray web =
        "<13>Mar  6 20:56:03 host ISAWebLog\t0\t10.1.13.9\tanonymous\tMozilla/4.0\t2011-03-09\t00:07:51\n";
    const RecordIndex index = indexOf(firewall + firewall + web + firewall);
    QCOMPARE(index.recordCount(), 4U);
    QCOMPARE(index.flags(RecordNumber(2)), RecordFlags(RecordFlag::OtherLog));
    QCOMPARE(index.time(RecordNumber(2)), invalidTime);
    QCOMPARE(index.malformedCount(), 1U);
    QCOMPARE(index.codes().at(index.code(RecordNumber(3))).count, 3U);
}

void TestScanLog::readsFilesJoinedWithTheirMarks()
{
    const QByteArray marked = "\xEF\xBB\xBF" + webLog({"200", "304"});
    const RecordIndex index = indexOf(marked + marked);
    QCOMPARE(index.recordCount(), 4U);
    QCOMPARE(index.malformedCount(), 0U);
}

/// Memory of the heap that @p block holds, used or not, without what its strings may have beside themselves.
static std::size_t heapBytes(const IndexBlock& block)
{
    const auto bytes = [](const auto& elements) { return elements.capacity() * sizeof(elements.front()); };
    return bytes(block.starts) + bytes(block.codesAndFlags) + bytes(block.times) + bytes(block.codeTexts)
        + bytes(block.codeCounts) + bytes(block.skippedLines);
}

void TestScanLog::holdsFewBytesARecord()
{
    const auto blocks = blocksOf(longLog(9 * 1024 * 1024, "\r\n"));
    QVERIFY(blocks);
    std::size_t bytes = 0;
    std::size_t records = 0;
    for (const BlockPointer& block : *blocks) {
        bytes += sizeof(IndexBlock) + heapBytes(*block);
        records += block->size();
    }
    // What the README promises; 12.02 when this was written.
    QCOMPARE_LE(double(bytes) / double(records), 16.0);
}

void TestScanLog::knowsAHeaderWithoutRecords()
{
    int blocks = 0;
    const auto outcome = scanLog(std::make_shared<const MemorySource>(webHeader),
                                 [&blocks](const ScannedBlock& scanned, const ScanProgress&) {
                                     ++blocks;
                                     QCOMPARE(scanned.block->size(), 0U);
                                 },
                                 {});
    QVERIFY(outcome);
    QCOMPARE(outcome->layout->kind, LogKind::Web);
    QVERIFY(blocks <= 1);
}

void TestScanLog::stopsWhenAsked()
{
    std::stop_source stop;
    quint64 records = 0;
    const QByteArray log = longLog(40 * 1024 * 1024, "\n");
    const auto outcome = scanLog(
        std::make_shared<const MemorySource>(log),
        [&](const ScannedBlock& scanned, const ScanProgress&) {
            records += scanned.block->size();
            stop.request_stop();
        },
        stop.get_token());
    QVERIFY(outcome);
    QVERIFY(!outcome->isComplete);
    QVERIFY(records > 0);
    QVERIFY(records < quint64(log.count('\n')) / 2);
}

/// A disk with a place that cannot be read.
class FailingSource final : public ByteSource
{
public:
    FailingSource(const QByteArray& bytes, quint64 badPlace) : m_bytes(bytes), m_badPlace(badPlace) {}
    [[nodiscard]] QString path() const override { return u"broken.w3c"_s; }
    [[nodiscard]] quint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] std::expected<std::size_t, LoadError> read(quint64 offset, std::span<char> buffer) const override
    {
        if (offset > m_badPlace || offset + buffer.size() <= m_badPlace)
            return m_bytes.read(offset, buffer);
        (void)m_bytes.read(offset, buffer.first(std::size_t(m_badPlace - offset)));
        return std::unexpected(LoadError{.kind = LoadError::Kind::Unreadable, .path = path(), .offset = m_badPlace});
    }

private:
    MemorySource m_bytes;
    quint64 m_badPlace;
};

void TestScanLog::keepsWhatStandsBeforeAFailure_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<qsizetype>("badPlace");
    QByteArray quoted = "Log Time,Client IP,HTTP Status Code,URL\r\n";
    for (int i = 0; i < 1000; ++i)
        quoted += "2010-05-12 00:00:00,10.0.0.1,200,\"http://host/" + QByteArray::number(i) + "\"\r\n";
    const QByteArray small = longLog(100'000, "\r\n");
    const QByteArray large = longLog(20 * 1024 * 1024, "\r\n");
    QTest::newRow("within the header") << small << qsizetype(30);
    QTest::newRow("in the middle") << small << small.size() / 2;
    QTest::newRow("at the start of a record") << small << small.indexOf("\r\n", small.size() / 2) + 2;
    QTest::newRow("at the last byte") << small << small.size() - 1;
    QTest::newRow("in the middle of a large log") << large << large.size() / 2;
    QTest::newRow("at the end of a large log") << large << large.size() - 1;
    QTest::newRow("with quotes") << quoted << quoted.size() / 2;
}

void TestScanLog::keepsWhatStandsBeforeAFailure()
{
    QFETCH(const QByteArray, log);
    QFETCH(const qsizetype, badPlace);
    QByteArrayList records;
    const auto outcome = scanLog(std::make_shared<const FailingSource>(log, quint64(badPlace)),
                                 [&](const ScannedBlock& scanned, const ScanProgress&) {
                                     const IndexBlock& block = *scanned.block;
                                     for (std::size_t i = 0; i < block.size(); ++i) {
                                         const qsizetype begin = qsizetype(block.begin + block.starts[i]);
                                         records += log.sliced(begin, log.indexOf('\n', begin) - 1 - begin);
                                     }
                                 },
                                 {});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, LoadError::Kind::Unreadable);
    QCOMPARE(outcome.error().path, u"broken.w3c"_s);
    QCOMPARE(outcome.error().offset, quint64(badPlace));
    QByteArrayList expected = plainRecords(log.first(badPlace), '\n');
    if (log[badPlace - 1] != '\n' && !expected.isEmpty())
        expected.removeLast(); // nobody knows how it goes on
    expected.removeIf([](const QByteArray& line) { return line.startsWith("Log Time"); });
    QCOMPARE(records, expected);
}

QTEST_GUILESS_MAIN(TestScanLog)
#include "tst_scanlog.moc"
