// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/timehistogram.h"

#include "model/query/recordattime.h"
#include "tests/support/testlog.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>

using namespace std::chrono;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

namespace {

constexpr LogTime midnight = sys_days(2010y / May / 12);

/// Records in some disorder, some without a time, in blocks of a few lines.
RecordIndex disorderedRecords()
{
    QRandomGenerator random(1);
    const QByteArrayList codes = {"200", "12209", "11001", "304", "nonsense"};
    QByteArray log = webHeader;
    for (int i = 0; i < 2'000; ++i) {
        QByteArray record = webRecord(std::max(0, i + random.bounded(-40, 40)), codes[random.bounded(codes.size())]);
        if (random.bounded(50) == 0)
            record.replace("2010-05-12", "2010-13-12");
        log += record + "\r\n";
    }
    return indexInBlocks(log, 70);
}

/// The rows of a table in the three ways in which they are kept.
RowsPointer rowsOf(const RecordIndex& index, const QString& kind)
{
    ResultSelection selection;
    if (kind == "category"_L1)
        selection.setClassShown(ResultClass::Allowed, false, index.codes());
    if (kind == "category"_L1 || kind == "all"_L1)
        return std::make_shared<const CategoryRows>(index, selection);
    const auto numbers = std::make_shared<std::vector<quint32>>();
    for (quint32 number = 0; number < index.recordCount(); number += 3)
        numbers->push_back(number);
    if (kind == "listed"_L1)
        return std::make_shared<const ListedRows>(numbers);
    std::ranges::reverse(*numbers);
    return std::make_shared<const ListedRows>(numbers, index.recordCount());
}

/// The same counts, one record after the other.
std::vector<ClassCounts> plainCounts(const RecordIndex& index, const std::vector<quint32>& numbers,
                                     const TimeBins& bins)
{
    std::vector<ClassCounts> counts(std::size_t(bins.count));
    for (const quint32 number : numbers) {
        const LogTime time = index.time(RecordNumber(number));
        const ResultClass resultClass = index.codes().at(index.code(RecordNumber(number))).result.entry.resultClass;
        for (int bin = 0; bin < bins.count; ++bin)
            if (time >= bins.beginOf(bin) && time < bins.beginOf(bin + 1))
                ++counts[std::size_t(bin)][std::size_t(resultClass)];
    }
    return counts;
}

} // namespace

class TestTimeHistogram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesBins_data();
    void choosesBins();
    void countsAsPlainLoop_data();
    void countsAsPlainLoop();
    void tellsWhatItLeavesOut();
    void goesOnWhereItWas_data();
    void goesOnWhereItWas();
    void countsNothing();
    void findsFirstRecordFrom_data();
    void findsFirstRecordFrom();
};

void TestTimeHistogram::choosesBins_data()
{
    QTest::addColumn<LogTime>("begin");
    QTest::addColumn<LogTime>("end");
    QTest::addColumn<int>("most");
    QTest::addColumn<seconds>("offset");
    QTest::addColumn<seconds>("width");
    QTest::addColumn<LogTime>("first");
    QTest::newRow("a minute") << midnight << midnight + 60s << 60 << 0s << 1s << midnight;
    QTest::newRow("a day") << midnight << midnight + 24h << 300 << 0s << seconds(5min) << midnight;
    QTest::newRow("from a crooked time") << midnight + 7min << midnight + 24h << 100 << 0s << seconds(15min)
                                         << midnight;
    QTest::newRow("on another clock") << midnight << midnight + days(40) << 50 << seconds(2h) << seconds(days(1))
                                      << midnight - 2h;
    QTest::newRow("weeks begin on Monday")
        << midnight << midnight + days(60) << 10 << 0s << seconds(days(7)) << midnight - days(2);
    QTest::newRow("over a leap day") << LogTime(sys_days(2008y / February / 28)) << LogTime(sys_days(2008y / March / 2))
                                     << 3 << 0s << seconds(days(1)) << LogTime(sys_days(2008y / February / 28));
    QTest::newRow("beyond 32 bits of seconds")
        << LogTime(sys_days(2038y / January / 19) + 3h + 14min) << LogTime(sys_days(2038y / January / 19) + 3h + 15min)
        << 60 << 0s << 1s << LogTime(sys_days(2038y / January / 19) + 3h + 14min);
    QTest::newRow("from 1999 to 2040") << LogTime(sys_days(1999y / 1 / 1)) << LogTime(sys_days(2040y / 1 / 1)) << 10
                                       << 0s << seconds(days(7 * 256))
                                       << LogTime(sys_days(1970y / January / 5) + 5 * days(7 * 256));
    QTest::newRow("more than weeks") << LogTime(sys_days(1980y / 1 / 1)) << LogTime(sys_days(2115y / 1 / 1)) << 100
                                     << 0s << seconds(days(7 * 128)) << LogTime(sys_days(1979y / October / 22));
}

void TestTimeHistogram::choosesBins()
{
    QFETCH(const LogTime, begin);
    QFETCH(const LogTime, end);
    QFETCH(const int, most);
    QFETCH(const seconds, offset);
    QFETCH(const seconds, width);
    QFETCH(const LogTime, first);
    const TimeBins bins = sensibleBins(begin, end, most, offset);
    QCOMPARE(bins.width.count(), width.count());
    QVERIFY(bins.begin <= begin && bins.end() >= end && bins.end() - end < width);
    if (width != days(7 * 128))
        QCOMPARE(bins.begin.time_since_epoch().count(), first.time_since_epoch().count());
    QVERIFY(bins.count <= most + 2);
    QCOMPARE(bins.binAt(bins.begin), 0);
    QCOMPARE(bins.binAt(bins.begin - 1s), -1);
    QCOMPARE(bins.binAt(bins.end()), bins.count);
    QVERIFY(bins.binAt(sys_days(1900y / 1 / 1)) < 0);
    QVERIFY(bins.binAt(sys_days(2200y / 1 / 1)) >= bins.count);
}

void TestTimeHistogram::countsAsPlainLoop_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<TimeBins>("bins");
    for (const auto& rows : {u"all"_s, u"category"_s, u"listed"_s, u"sorted"_s}) {
        QTest::addRow("%s, whole", qPrintable(rows)) << rows << TimeBins{midnight, 60s, 40};
        QTest::addRow("%s, by second", qPrintable(rows)) << rows << TimeBins{midnight + 500s, 1s, 300};
        QTest::addRow("%s, one bin", qPrintable(rows)) << rows << TimeBins{midnight, seconds(24h), 1};
        QTest::addRow("%s, elsewhere", qPrintable(rows)) << rows << TimeBins{midnight - days(7), seconds(24h), 5};
    }
}

void TestTimeHistogram::countsAsPlainLoop()
{
    QFETCH(const QString, rows);
    QFETCH(const TimeBins, bins);
    const RecordIndex index = disorderedRecords();
    const RowsPointer shown = rowsOf(index, rows);
    QCOMPARE(countTimes(index, *shown, bins, {}).counts, plainCounts(index, shown->numbers(), bins));
    std::vector<quint32> numbers(index.recordCount());
    std::iota(numbers.begin(), numbers.end(), 0U);
    QCOMPARE(countTimes(index, bins, {}).counts, plainCounts(index, numbers, bins));
}

void TestTimeHistogram::tellsWhatItLeavesOut()
{
    const RecordIndex index = disorderedRecords();
    quint32 timeless = 0;
    quint32 outside = 0;
    const TimeBins bins{midnight + 100s, 10s, 10};
    for (quint32 number = 0; number < index.recordCount(); ++number) {
        const LogTime time = index.time(RecordNumber(number));
        timeless += time == invalidTime ? 1 : 0;
        outside += time != invalidTime && (time < bins.begin || time >= bins.end()) ? 1 : 0;
    }
    QVERIFY(timeless > 0);
    const TimeHistogram histogram = countTimes(index, bins, {});
    QCOMPARE(histogram.timeless, timeless);
    QCOMPARE(histogram.outside, outside);
    QCOMPARE(histogram.end, index.recordCount());
}

void TestTimeHistogram::goesOnWhereItWas_data()
{
    QTest::addColumn<TimeBins>("before");
    QTest::newRow("same bins") << TimeBins{midnight, 60s, 40};
    QTest::newRow("more bins") << TimeBins{midnight, 60s, 20};
    QTest::newRow("more bins, records behind the last one") << TimeBins{midnight, 60s, 5};
    QTest::newRow("fewer bins") << TimeBins{midnight, 60s, 50};
    QTest::newRow("other bins") << TimeBins{midnight, 30s, 40};
}

void TestTimeHistogram::goesOnWhereItWas()
{
    QFETCH(const TimeBins, before);
    const RecordIndex whole = disorderedRecords();
    RecordIndex half;
    for (std::size_t part = 0; part < whole.parts().size() / 2; ++part)
        half.append(whole.parts()[part].block);
    const TimeBins bins{midnight, 60s, 40};
    const TimeHistogram counted = countTimes(half, before, {});
    const TimeHistogram continued = countTimes(whole, bins, {}, &counted);
    const TimeHistogram anew = countTimes(whole, bins, {});
    QCOMPARE(continued.counts, anew.counts);
    QCOMPARE(continued.timeless, anew.timeless);
    QCOMPARE(continued.outside, anew.outside);
    QCOMPARE(continued.end, anew.end);
}

void TestTimeHistogram::countsNothing()
{
    const TimeBins bins{midnight, 60s, 2};
    QCOMPARE(countTimes({}, bins, {}).counts, std::vector<ClassCounts>(2));
    QCOMPARE(countTimes({}, ListedRows(std::make_shared<const std::vector<quint32>>()), bins, {}).counts,
             std::vector<ClassCounts>(2));
    // Rows that know less of the log than the index does, as while it grows.
    const RecordIndex index = disorderedRecords();
    QCOMPARE(countTimes(index, CategoryRows({}, {}), bins, {}).counts, std::vector<ClassCounts>(2));
}

void TestTimeHistogram::findsFirstRecordFrom_data()
{
    QTest::addColumn<QString>("rows");
    for (const auto& rows : {u"all"_s, u"category"_s, u"listed"_s, u"sorted"_s})
        QTest::addRow("%s", qPrintable(rows)) << rows;
}

void TestTimeHistogram::findsFirstRecordFrom()
{
    QFETCH(const QString, rows);
    const RecordIndex index = disorderedRecords();
    const RowsPointer shown = rowsOf(index, rows);
    std::vector<quint32> numbers = shown->numbers();
    std::ranges::sort(numbers);
    for (seconds after : {-1s, 0s, 1s, 500s, 777s, 1990s, 2100s}) {
        std::optional<RecordNumber> expected;
        for (const quint32 number : numbers) {
            const LogTime time = index.time(RecordNumber(number));
            if (time >= midnight + after && (!expected || time < index.time(*expected)))
                expected = RecordNumber(number);
        }
        QVERIFY(firstRecordFrom(index, *shown, midnight + after) == expected);
    }
    QVERIFY(!firstRecordFrom(index, ListedRows(std::make_shared<const std::vector<quint32>>()), midnight));
}

QTEST_GUILESS_MAIN(TestTimeHistogram)
#include "tst_timehistogram.moc"
