// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/timerange.h"

#include "model/filter/timevalue.h"

#include <QTest>

using namespace std::chrono;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace TmgLens;
using Filter::Times;

namespace {

constexpr sys_seconds midnight = sys_days(2010y / May / 12);

} // namespace

class TestTimeRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellsExactly_data();
    void spellsExactly();
    void readsRange_data();
    void readsRange();
    void replacesRange_data();
    void replacesRange();
    void spellsByClock_data();
    void spellsByClock();
};

void TestTimeRange::spellsExactly_data()
{
    QTest::addColumn<Times>("times");
    QTest::addColumn<QString>("text");
    QTest::newRow("day") << Times{midnight, midnight + days(1)} << u"2010-05-12"_s;
    QTest::newRow("days") << Times{midnight, midnight + days(3)} << u"2010-05-12..2010-05-14"_s;
    QTest::newRow("minute") << Times{midnight + 10h, midnight + 10h + 1min} << u"2010-05-12T10:00"_s;
    QTest::newRow("minutes") << Times{midnight + 10h, midnight + 10h + 30min}
                             << u"2010-05-12T10:00..2010-05-12T10:29"_s;
    QTest::newRow("to midnight") << Times{midnight + 23h, midnight + 24h} << u"2010-05-12T23:00..2010-05-12T23:59"_s;
    QTest::newRow("second") << Times{midnight + 1s, midnight + 2s} << u"2010-05-12T00:00:01"_s;
    QTest::newRow("seconds") << Times{midnight, midnight + 15s} << u"2010-05-12T00:00:00..2010-05-12T00:00:14"_s;
    QTest::newRow("ends within a minute")
        << Times{midnight, midnight + 75s} << u"2010-05-12T00:00:00..2010-05-12T00:01:14"_s;
}

void TestTimeRange::spellsExactly()
{
    QFETCH(const Times, times);
    QFETCH(const QString, text);
    QCOMPARE(Filter::timesText(times), text);
    const auto parsed = FilterExpression::parse(QString(u"time:"_s + text));
    QVERIFY(parsed);
    QVERIFY(timeRange(*parsed, {}) == times);
}

void TestTimeRange::readsRange_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<std::optional<Times>>("range");
    const auto row = [](const char* expression, std::optional<Times> range) {
        QTest::newRow(expression) << QString::fromLatin1(expression) << range;
    };
    row("", std::nullopt);
    row("class:denied user:a", std::nullopt);
    row("time:2010-05-12", Times{midnight, midnight + days(1)});
    row("user:a time:2010-05-12T10 class:denied", Times{midnight + 10h, midnight + 11h});
    row("time>=2010-05-12T10:00 time<2010-05-12T10:30", Times{midnight + 10h, midnight + 10h + 30min});
    row("time>2010-05-12", Times{midnight + days(1), sys_seconds::max()});
    row("time<=2010-05-12T10:00", Times{sys_seconds::min(), midnight + 10h + 1min});
    row("time:..2010-05-12", Times{sys_seconds::min(), midnight + days(1)});
    row("time:2010-05-12 time:2010-05-14", Times{midnight + days(2), midnight + days(2)}); // empty
    row("time:10:00..10:30", std::nullopt);
    row("time:2010-05-12,2010-05-14", std::nullopt);
    row("time!=2010-05-12", std::nullopt);
    row("-time:2010-05-12", std::nullopt);
    row("time:2010-05-12 OR user:a", std::nullopt);
}

void TestTimeRange::readsRange()
{
    QFETCH(const QString, expression);
    QFETCH(const std::optional<Times>, range);
    QVERIFY(timeRange(*FilterExpression::parse(expression), {}) == range);
}

void TestTimeRange::replacesRange_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("without");
    const auto row = [](const char* before, const char* with, const char* without) {
        QTest::newRow(before) << QString::fromLatin1(before) << QString::fromLatin1(with)
                              << QString::fromLatin1(without);
    };
    row("", "time:2010-05-13", "");
    row("user:a", "user:a time:2010-05-13", "user:a");
    row("user:a OR user:b", "(user:a OR user:b) time:2010-05-13", "user:a OR user:b");
    row("time:2010-05-12", "time:2010-05-13", "");
    row("user:a time>=2010-05-12 class:denied time<2010-05-14", "user:a time:2010-05-13 class:denied",
        "user:a class:denied");
    row("-time:2010-05-12 time:10:00..10:30", "-time:2010-05-12 time:10:00..10:30 time:2010-05-13",
        "-time:2010-05-12 time:10:00..10:30");
}

void TestTimeRange::replacesRange()
{
    QFETCH(const QString, before);
    QFETCH(const QString, with);
    QFETCH(const QString, without);
    const FilterExpression expression = *FilterExpression::parse(before);
    const FilterExpression replaced = withTimeRange(expression, Times{midnight + days(1), midnight + days(2)}, {});
    QCOMPARE(replaced.toString(), with);
    QVERIFY(replaced == *FilterExpression::parse(with)); // a tree as the parser makes it
    QCOMPARE(withTimeRange(expression, std::nullopt, {}).toString(), without);
}

void TestTimeRange::spellsByClock_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<Times>("moments");
    QTest::addColumn<QString>("spelled"); // anew, by the same clock
    const auto row = [](const char* expression, const char* zone, const Times& moments, const char* spelled) {
        QTest::addRow("%s, %s", expression, zone)
            << QString::fromLatin1(expression) << QByteArray(zone) << moments << QString::fromLatin1(spelled);
    };
    const sys_seconds autumn = sys_days(2010y / October / 31);
    const sys_seconds spring = sys_days(2010y / March / 28);
    row("time:2010-05-12", "UTC", {midnight, midnight + days(1)}, "time:2010-05-12");
    row("time:2010-05-12", "Europe/Berlin", {midnight - 2h, midnight + 22h}, "time:2010-05-12");
    row("time:2010-05-12", "Asia/Kolkata", {midnight - 5h - 30min, midnight + 18h + 30min}, "time:2010-05-12");
    row("time:2010-05-12T10:00Z", "Europe/Berlin", {midnight + 10h, midnight + 10h + 1min}, "time:2010-05-12T12:00");
    row("time:2010-05-12T10+05:30", "UTC", {midnight + 4h + 30min, midnight + 5h + 30min},
        "time:2010-05-12T04:30..2010-05-12T05:29");
    row("time:2010-05-12T10:00Z..2010-05-12T13:00", "Europe/Berlin", {midnight + 10h, midnight + 11h + 1min},
        "time:2010-05-12T12:00..2010-05-12T13:00");
    row("time>=2010-05-12T10:00-04:00", "UTC", {midnight + 14h, sys_seconds::max()}, "time>=2010-05-12T14:00:00");
    row("time<2010-05-12", "Europe/Berlin", {sys_seconds::min(), midnight - 2h}, "time<2010-05-12T00:00:00");
    row("time:2010-10-31", "Europe/Berlin", {autumn - 2h, autumn + 23h}, "time:2010-10-31"); // a day of 25 hours
    row("time:2010-03-28", "Europe/Berlin", {spring - 1h, spring + 22h}, "time:2010-03-28"); // and one of 23
    row("time:2010-10-31T01", "Europe/Berlin", {autumn - 1h, autumn}, "time:2010-10-31T01:00..2010-10-31T01:59");
    row("time:2010-10-31T02", "Europe/Berlin", {autumn, autumn + 2h}, "time:2010-10-31T02:00..2010-10-31T02:59");
    row("time:2010-10-31T03", "Europe/Berlin", {autumn + 2h, autumn + 3h}, "time:2010-10-31T03:00..2010-10-31T03:59");
    row("time:2010-10-31T02+01:00", "Europe/Berlin", {autumn + 1h, autumn + 2h},
        "time:2010-10-31T02:00:00+01:00..2010-10-31T02:59:59+01:00");
    row("time:2010-10-31T00:55Z..2010-10-31T01:19Z", "Europe/Berlin", {autumn + 55min, autumn + 80min},
        "time:2010-10-31T02:55:00+02:00..2010-10-31T02:19:59+01:00"); // it ends before it begins, by that clock
    row("time:2010-03-28T02", "Europe/Berlin", {spring + 1h, spring + 1h}, nullptr); // the clock never shows it
}

void TestTimeRange::spellsByClock()
{
    QFETCH(const QString, expression);
    QFETCH(const QByteArray, zone);
    QFETCH(const Times, moments);
    QFETCH(const QString, spelled);
    const ZoneClock clock{QTimeZone(zone)};
    const auto parsed = FilterExpression::parse(expression);
    QVERIFY(parsed);
    const auto range = timeRange(*parsed, clock);
    QVERIFY(range);
    QCOMPARE(range->begin.time_since_epoch().count(), moments.begin.time_since_epoch().count());
    QCOMPARE(range->end.time_since_epoch().count(), moments.end.time_since_epoch().count());
    if (spelled.isNull())
        return;
    const FilterExpression again = withTimeRange(*parsed, range, clock);
    QCOMPARE(again.toString(), spelled);
    QVERIFY(timeRange(*FilterExpression::parse(again.toString()), clock) == range);
}

QTEST_GUILESS_MAIN(TestTimeRange)
#include "tst_timerange.moc"
