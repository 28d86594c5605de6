// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facet/exactcounter.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class TestExactCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsAMapDoes_data();
    void countsAsAMapDoes();
    void keepsWhatIsPinned();
    void endsWithOneValueTooLarge();
};

namespace {

using Portions = std::vector<ExactCounter::Portion>;

/// @p count values of at most @p distinct, some far more frequent than others.
Portions someValues(int count, int distinct)
{
    QRandomGenerator random(quint32(count + distinct));
    Portions portions;
    for (int i = 0; i < count; ++i) {
        const auto value = random.bounded(random.bounded(1, distinct + 1));
        portions.push_back({.value = "value " + std::to_string(value), .count = quint64(random.bounded(1, 3))});
    }
    return portions;
}

int runPasses(ExactCounter& counter, const Portions& portions)
{
    int passes = 0;
    for (; !counter.isComplete(); ++passes) {
        for (std::size_t i = 0; i < portions.size(); i += 100)
            counter.add(std::span(portions).subspan(i, std::min<std::size_t>(100, portions.size() - i)));
        counter.endPass();
    }
    return passes;
}

std::vector<FacetValue> plainCounts(const Portions& portions)
{
    std::map<std::string, quint64> counts;
    for (const auto& [value, count] : portions)
        counts[value] += count;
    std::vector<FacetValue> values;
    for (const auto& [value, count] : counts)
        values.push_back({.text = QString::fromStdString(value), .count = count});
    std::ranges::stable_sort(values, std::ranges::greater(), &FacetValue::count);
    return values;
}

} // namespace

void TestExactCounter::countsAsAMapDoes_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("distinct");
    QTest::addColumn<int>("memory");
    QTest::addColumn<int>("mostKept");
    QTest::newRow("nothing") << 0 << 1 << 1'000'000 << 10;
    QTest::newRow("few") << 5000 << 20 << 1'000'000 << 100;
    QTest::newRow("more than are kept") << 5000 << 1000 << 1'000'000 << 50;
    QTest::newRow("as many as there are") << 5000 << 1'000'000 << 10'000'000 << 500;
    QTest::newRow("two passes or more") << 20'000 << 1000 << 40'000 << 500;
    QTest::newRow("many passes") << 5000 << 1'000'000 << 20'000 << 500;
}

void TestExactCounter::countsAsAMapDoes()
{
    QFETCH(const int, count);
    QFETCH(const int, distinct);
    QFETCH(const int, memory);
    QFETCH(const int, mostKept);
    const Portions portions = someValues(count, distinct);
    ExactCounter counter(std::size_t(memory), std::size_t(mostKept), {});
    const int passes = runPasses(counter, portions);
    QVERIFY(passes == 1 || memory < 100'000);
    QVERIFY(passes > 1 || memory > 100'000);
    std::vector<FacetValue> expected = plainCounts(portions);
    QCOMPARE(counter.distinct(), quint64(expected.size()));
    expected.resize(std::min(expected.size(), std::size_t(mostKept)));
    QCOMPARE(counter.values(), expected);
}

void TestExactCounter::keepsWhatIsPinned()
{
    Portions portions = someValues(5000, 1000);
    portions.push_back({.value = "rare", .count = 1});
    ExactCounter counter(40'000, 10, {u"rare"_s, u"absent"_s});
    runPasses(counter, portions);
    const std::vector<FacetValue> values = counter.values();
    QCOMPARE(values.size(), std::size_t(12));
    QCOMPARE(values[10], (FacetValue{u"rare"_s, 1}));
    QCOMPARE(values[11], (FacetValue{u"absent"_s, 0}));
}

void TestExactCounter::endsWithOneValueTooLarge()
{
    const Portions portions = {{std::string(100'000, 'a'), 2}, {"b", 1}, {std::string(50'000, 'c'), 1}};
    ExactCounter counter(10'000, 10, {});
    runPasses(counter, portions);
    QCOMPARE(counter.values(), plainCounts(portions));
}

QTEST_GUILESS_MAIN(TestExactCounter)
#include "tst_exactcounter.moc"
