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
    QVERIFY(timeRange(*parsed) == times);
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
    row("time:2010-05-12 time:2010-05-14", Times{midnight + days(2), midnight + days(1)}); // empty
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
    QVERIFY(timeRange(*FilterExpression::parse(expression)) == range);
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
    const FilterExpression replaced = withTimeRange(expression, Times{midnight + days(1), midnight + days(2)});
    QCOMPARE(replaced.toString(), with);
    QVERIFY(replaced == *FilterExpression::parse(with)); // a tree as the parser makes it
    QCOMPARE(withTimeRange(expression, std::nullopt).toString(), without);
}

QTEST_GUILESS_MAIN(TestTimeRange)
#include "tst_timerange.moc"
