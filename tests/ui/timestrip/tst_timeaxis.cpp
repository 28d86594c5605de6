// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timestrip/classstack.h"
#include "ui/timestrip/timeticks.h"

#include <QTest>

using namespace std::chrono;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace TmgLens;

namespace {

constexpr LogTime midnight = sys_days(2010y / May / 12);
const ShownClock utc;

QStringList labels(const QList<TimeTick>& ticks)
{
    QStringList texts;
    for (const TimeTick& tick : ticks)
        if (!tick.label.isEmpty())
            texts += tick.label;
    return texts;
}

} // namespace

class TestTimeAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zoomsAround();
    void staysWithinLog();
    void givesRoomToOneRecord();
    void namesRoundTimes_data();
    void namesRoundTimes();
    void neverOverlapsLabels_data();
    void neverOverlapsLabels();
    void followsClock();
    void stacksProblemsAtFoot();
    void showsLeastCounts();
};

void TestTimeAxis::zoomsAround()
{
    const TimeRange whole{midnight, midnight + 24h};
    const TimeRange half = zoomed(whole, 0.5, midnight + 6h, whole);
    QVERIFY(half == TimeRange(midnight + 3h, midnight + 15h));
    QCOMPARE(TimeAxis(half, 1200).position(midnight + 6h), TimeAxis(whole, 1200).position(midnight + 6h));
    QVERIFY(zoomed(half, 2, midnight + 6h, whole) == whole);
    QVERIFY(zoomed(half, 100, midnight + 6h, whole) == whole);
    const TimeRange closest = zoomed(whole, 0.0, midnight + 6h, whole);
    QCOMPARE((closest.end - closest.begin).count(), 10);
}

void TestTimeAxis::staysWithinLog()
{
    const TimeRange whole{midnight, midnight + 24h};
    QVERIFY(moved({midnight + 1h, midnight + 2h}, 3h, whole) == TimeRange(midnight + 4h, midnight + 5h));
    QVERIFY(moved({midnight + 1h, midnight + 2h}, -3h, whole) == TimeRange(midnight, midnight + 1h));
    QVERIFY(moved({midnight + 1h, midnight + 2h}, 30h, whole) == TimeRange(midnight + 23h, midnight + 24h));
    const TimeAxis axis(whole, 240);
    QVERIFY(axis.time(0) == midnight);
    QVERIFY(axis.time(axis.position(midnight + 7h)) == midnight + 7h);
}

void TestTimeAxis::givesRoomToOneRecord()
{
    QVERIFY(roomFor(midnight + 15s, midnight + 15s) == TimeRange(midnight, midnight + 1min));
    QVERIFY(roomFor(midnight + 15s, midnight + 75s) == TimeRange(midnight + 15s, midnight + 76s));
}

void TestTimeAxis::namesRoundTimes_data()
{
    QTest::addColumn<TimeRange>("range");
    QTest::addColumn<QStringList>("expected"); // the first ones
    QTest::newRow("seconds") << TimeRange{midnight + 10h, midnight + 10h + 1min}
                             << QStringList{u"2010-05-12"_s, u"10:00:10"_s, u"10:00:15"_s};
    QTest::newRow("an hour") << TimeRange{midnight + 10h + 3min, midnight + 11h}
                             << QStringList{u"2010-05-12"_s, u"10:10"_s, u"10:15"_s};
    QTest::newRow("a day") << TimeRange{midnight, midnight + 24h}
                           << QStringList{u"2010-05-12"_s, u"04:00"_s, u"06:00"_s};
    QTest::newRow("past midnight") << TimeRange{midnight - 2h, midnight + 22h}
                                   << QStringList{u"22:00"_s, u"2010-05-12"_s, u"04:00"_s};
    QTest::newRow("a fortnight") << TimeRange{midnight, midnight + days(14)}
                                 << QStringList{u"2010-05-13"_s, u"2010-05-15"_s, u"2010-05-17"_s};
    QTest::newRow("a year") << TimeRange{midnight, midnight + days(365)}
                            << QStringList{u"2010-06"_s, u"2010-07"_s, u"2010-08"_s};
    QTest::newRow("all years") << TimeRange{sys_days(1980y / 1 / 1), sys_days(2115y / 1 / 1)}
                               << QStringList{u"1980"_s, u"1990"_s, u"2000"_s};
}

void TestTimeAxis::namesRoundTimes()
{
    QFETCH(const TimeRange, range);
    QFETCH(const QStringList, expected);
    const QFontMetrics metrics(QApplication::font());
    const int width = metrics.horizontalAdvance(u"2010-05-12"_s) * 14;
    QCOMPARE(labels(timeTicks(TimeAxis(range, width), utc, metrics)).first(3), expected);
}

void TestTimeAxis::neverOverlapsLabels_data()
{
    QTest::addColumn<seconds>("span");
    for (const qint64 span : std::initializer_list<qint64>{10, 61, 3'599, 7'000, 50'000, 86'400, 200'000, 3'000'000,
                                                           90'000'000, 4'000'000'000})
        QTest::addRow("%lld s", span) << seconds(span);
}

void TestTimeAxis::neverOverlapsLabels()
{
    QFETCH(const seconds, span);
    const QFontMetrics metrics(QApplication::font());
    for (const int width : {1, 30, 100, 333, 1000, 4000}) {
        double end = 0;
        for (const TimeTick& tick :
             timeTicks(TimeAxis({midnight - 12345s, midnight - 12345s + span}, width), utc, metrics)) {
            if (tick.label.isEmpty())
                continue;
            QVERIFY(tick.position >= end);
            end = tick.position + tickIndent + metrics.horizontalAdvance(tick.label);
            QVERIFY(end <= width);
        }
    }
}

void TestTimeAxis::followsClock()
{
    qputenv("TZ", "Europe/Berlin");
    tzset();
    const ShownClock berlin{.kind = ShownClock::Kind::Computer, .clock = ZoneClock(QTimeZone(QTimeZone::LocalTime))};
    QCOMPARE(berlin.clock.ahead(midnight).count(), 7200);
    const QFontMetrics metrics(QApplication::font());
    const int width = metrics.horizontalAdvance(u"2010-05-12"_s) * 14;
    const auto ticks = timeTicks(TimeAxis({midnight - 2h, midnight + 22h}, width), berlin, metrics);
    QCOMPARE(labels(ticks).first(2), (QStringList{u"2010-05-12"_s, u"04:00"_s}));
    QCOMPARE(ticks.first().position, 0.0);

    // Summer time begins on the 28th of March: days begin an hour earlier from then on.
    const LogTime march = sys_days(2010y / March / 27);
    QVERIFY(berlin.clock.firstMoment(sys_days(2010y / March / 28)) == march + 23h);
    QVERIFY(berlin.clock.firstMoment(sys_days(2010y / March / 29)) == march + days(1) + 22h);
    qputenv("TZ", "UTC");
    tzset();
}

void TestTimeAxis::stacksProblemsAtFoot()
{
    ClassCounts counts{};
    counts[std::size_t(ResultClass::Allowed)] = 75;
    counts[std::size_t(ResultClass::Failed)] = 25;
    const auto heights = stackHeights(counts, 100, 40);
    QCOMPARE(heights[2], 20); // a quarter of the records reaches half of the height
    QCOMPARE(heights.back(), 40);
    QCOMPARE(stackHeights(counts, 25, 40)[2], 40); // cut off
    QCOMPARE(stackHeights({}, 100, 40).back(), 0);
}

void TestTimeAxis::showsLeastCounts()
{
    ClassCounts counts{};
    counts[std::size_t(ResultClass::Allowed)] = 1'000'000;
    counts[std::size_t(ResultClass::Attack)] = 1;
    counts[std::size_t(ResultClass::Denied)] = 1;
    const auto heights = stackHeights(counts, 1'000'000, 40);
    QCOMPARE(heights[0], 1);
    QCOMPARE(heights[3], 2);
    QCOMPARE(heights.back(), 40);
    ClassCounts one{};
    one[std::size_t(ResultClass::Failed)] = 1;
    QCOMPARE(stackHeights(one, 1'000'000, 40).back(), 2);
}

QTEST_MAIN(TestTimeAxis)
#include "tst_timeaxis.moc"
