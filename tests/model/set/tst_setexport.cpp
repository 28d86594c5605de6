// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filtermatcher.h"
#include "model/index/timeorder.h"
#include "model/output/csvwriter.h"
#include "model/set/setexport.h"
#include "tests/support/testlog.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Sets that are written while only a part of them is held.
class TestSetExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groups_data();
    void groups();
    void writesAsIfAllWereHeld_data();
    void writesAsIfAllWereHeld();
    void writesTheHeaderOfASetWithoutRecords();
    void stops();
    void saysWhatCannotBeRead();
};

namespace {

using Groups = std::vector<std::vector<std::size_t>>;

/// A log with a record at each of these seconds after midnight; one below 0 has no time that exists.
QByteArray logAt(const QList<int>& seconds)
{
    QByteArray log = webHeader;
    for (const int second : seconds)
        log += (second < 0 ? "10.0.0.1\tuser\t2010-05-12\t99:99:99\t-\t200"_ba
                           : webRecord(second, second % 3 == 0 ? "12209" : "200"))
            + "\r\n";
    return log;
}

/// A log with a record at each of these hours, by the clock of the server.
QByteArray nativeLogAt(const QList<int>& hours)
{
    QByteArray log;
    for (const int hour : hours)
        log += "10.0.0.1, anonymous, Agent, Y, 5/12/2010, " + QByteArray::number(hour)
            + ":00:00, w3proxy, TMG, -, www.example.com, 192.0.2.1, 80, 15, 100, 200, http, TCP, GET, "
              "http://www.example.com/, text/html, Inet, 200, 0x0, Rule, Filter, Internal, External, 0x0, Allowed\r\n";
    return log;
}

/// The same fields in another order, with one more.
QByteArray withOtherFields(QByteArray log)
{
    log.replace("#Fields: c-ip\tcs-username", "#Fields: rule\tc-ip");
    return log;
}

/// Logs, in an index of all of them and in outlines.
struct LogSet
{
    RecordIndex index;
    SetOutline outline;

    void chooseServerZone(const QTimeZone& zone)
    {
        index.chooseServerZone(zone);
        outline.chooseServerZone(zone);
    }

    void add(const SourcePointer& source)
    {
        const auto sink = [this](const ScannedBlock& scanned, const ScanProgress&) {
            index.append(scanned.block);
            outline.add(*scanned.block);
        };
        QVERIFY(scanLog(source, sink, {}));
    }

    void add(const QByteArray& log)
    {
        add(std::make_shared<const MemorySource>(log, u"/logs/%1.w3c"_s.arg(index.files().size())));
    }
};

LogSet setOf(const QList<QList<int>>& logs)
{
    LogSet set;
    for (const QList<int>& seconds : logs)
        set.add(logAt(seconds));
    return set;
}

std::vector<quint32> allOf(const RecordIndex& index)
{
    std::vector<quint32> records(index.recordCount());
    std::iota(records.begin(), records.end(), 0U);
    return records;
}

CsvOptions allColumns(const RecordIndex& index)
{
    CsvOptions options{.columns = {}, .addFile = true, .addUtc = true, .addDecoded = true};
    options.columns.resize(std::size_t(index.columns().size()));
    std::iota(options.columns.begin(), options.columns.end(), 0);
    return options;
}

/// What is written when all records are held.
QByteArray wholeCsv(const RecordIndex& index, const FilterExpression& filter)
{
    std::vector<quint32> records = allOf(index);
    if (!filter.isEmpty())
        records = *matchRecords(index, {.selection = {}, .expression = filter}, 0, {});
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto written = writeCsv(buffer, index, inOrder(timeOrder(index), std::move(records)), allColumns(index), {});
    return written ? buffer.data() : "failed"_ba;
}

QByteArray setCsv(const SetOutline& outline, const FilterExpression& filter)
{
    const SetReading reading{.chooser = filter.isEmpty() ? RecordChooser()
                                                         : recordChooser({.selection = {}, .expression = filter})};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto written = writeSetCsv(buffer, outline, allColumns(outline.index()), reading, {});
    return written ? buffer.data() : "failed"_ba;
}

/// A log on a disk that fails one day.
class FailingSource final : public ByteSource
{
public:
    explicit FailingSource(const QByteArray& log) : m_bytes(log, u"/logs/failing.w3c"_s) {}

    [[nodiscard]] QString path() const override { return m_bytes.path(); }
    [[nodiscard]] quint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] std::expected<std::size_t, LoadError> read(quint64 offset, std::span<char> buffer) const override
    {
        if (hasFailed)
            return std::unexpected(LoadError{.kind = LoadError::Kind::Unreadable, .path = path(), .offset = offset});
        return m_bytes.read(offset, buffer);
    }

    bool hasFailed = false;

private:
    MemorySource m_bytes;
};

} // namespace

void TestSetExport::groups_data()
{
    QTest::addColumn<QList<QList<int>>>("logs");
    QTest::addColumn<Groups>("groups");
    using Logs = QList<QList<int>>;
    QTest::newRow("one") << Logs{{1, 2}} << Groups{{0}};
    QTest::newRow("apart") << Logs{{1, 2}, {3, 4}} << Groups{{0}, {1}};
    QTest::newRow("meeting") << Logs{{1, 2}, {2, 3}} << Groups{{0, 1}};
    QTest::newRow("later one first") << Logs{{5, 6}, {1, 2}} << Groups{{1}, {0}};
    QTest::newRow("chain") << Logs{{4, 6}, {1, 3}, {2, 5}, {7}} << Groups{{0, 1, 2}, {3}};
    QTest::newRow("within") << Logs{{1, 9}, {3, 4}, {5, 6}, {10}} << Groups{{0, 1, 2}, {3}};
    QTest::newRow("goes back") << Logs{{5, 1}, {6}, {3}} << Groups{{0, 2}, {1}};
    QTest::newRow("without times") << Logs{{3}, {-1}, {-1, -1}} << Groups{{1, 2}, {0}};
    QTest::newRow("some without times") << Logs{{-1, 3, -1}, {1, -1}} << Groups{{1}, {0}};
}

void TestSetExport::groups()
{
    QFETCH(const QList<QList<int>>, logs);
    QTEST(setOf(logs).outline.groups(), "groups");
}

void TestSetExport::writesAsIfAllWereHeld_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 40; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestSetExport::writesAsIfAllWereHeld()
{
    QFETCH(const int, seed);
    QRandomGenerator random{quint32(seed)};
    LogSet set;
    if (random.bounded(2) == 0)
        set.chooseServerZone(QTimeZone("Europe/Berlin"));
    const int logCount = random.bounded(1, 12);
    for (int log = 0; log < logCount; ++log) {
        const bool isNative = random.bounded(4) == 0;
        const int begin = random.bounded(isNative ? 20 : 20 * 3600);
        QList<int> times;
        for (int i = random.bounded(8); i >= 0; --i)
            times += random.bounded(6) == 0 && !isNative ? -1 : begin + random.bounded(isNative ? 3 : 3 * 3600);
        if (random.bounded(3) != 0)
            std::ranges::sort(times);
        const QByteArray written = isNative ? nativeLogAt(times) : logAt(times);
        set.add(random.bounded(4) == 0 ? withOtherFields(written) : written);
    }
    for (const QString& filter : {QString(), u"class:denied"_s, u"code:200 OR code:404"_s}) {
        const FilterExpression expression = *FilterExpression::parse(filter);
        QCOMPARE(setCsv(set.outline, expression), wholeCsv(set.index, expression));
    }
}

void TestSetExport::writesTheHeaderOfASetWithoutRecords()
{
    const LogSet set = setOf({{1, 2}, {3}});
    QCOMPARE(
        setCsv(set.outline, *FilterExpression::parse(u"code:404"_s)),
        "file,utc-time,c-ip,cs-username,date,time,cs-uri,sc-status,result-class,result-symbol,result-message\r\n"_ba);
}

void TestSetExport::stops()
{
    const LogSet set = setOf({{1, 2}, {3, 4}, {5, 6}});
    std::stop_source stop;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto stopAtTheThird = [&stop](std::size_t logs) {
        if (logs == 2)
            stop.request_stop();
    };
    const auto written = writeSetCsv(buffer, set.outline, {.columns = {0}}, {}, stop.get_token(), stopAtTheThird);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ExportError::Kind::Cancelled);
    QCOMPARE(buffer.data(), "c-ip\r\n10.0.0.1\r\n10.0.0.2\r\n10.0.0.3\r\n10.0.0.4\r\n"_ba);
}

void TestSetExport::saysWhatCannotBeRead()
{
    LogSet set = setOf({{1, 2}});
    const auto source = std::make_shared<FailingSource>(logAt({5, 6}));
    set.add(source);
    source->hasFailed = true;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto written = writeSetCsv(buffer, set.outline, {.columns = {0}}, {}, {});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ExportError::Kind::CannotRead);
    QCOMPARE(written.error().readError.path, source->path());
}

QTEST_GUILESS_MAIN(TestSetExport)
#include "tst_setexport.moc"
