// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/findingfilter.h"

#include "tests/model/finding/story.h"

#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

namespace {

/// Three refusals that are a logon, a request of it, ten names that nobody knows, and a request that succeeds.
constexpr auto story = R"(
: D1 found
8:00:00 x3/1 web 10.0.0.1 www.example 12209 user=anonymous
8:00:05 web 10.0.0.1 www.example 200 user=HALDEN\\bela
9:00:00 x10/5 web 10.0.0.{n%2} www.host{n}.example 11001
9:10:00 web 10.0.0.9 www.example 200
)";

std::vector<quint32> chosen(const RecordIndex& index, const FoundRecordsPointer& found, const QString& expression)
{
    return matchRecords(index,
                        {.selection = {}, .expression = FilterExpression::parse(expression).value(), .found = found}, 0,
                        {})
        .value();
}

} // namespace

/// `finding:` in filters.
class TestFindingFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsThroughWhatIsFound_data();
    void letsThroughWhatIsFound();
    void knowsTheWords_data();
    void knowsTheWords();
    void letsNothingThroughAsLongAsNobodyHasLooked();
};

void TestFindingFilter::letsThroughWhatIsFound_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<std::size_t>("count");
    QTest::newRow("pattern") << u"finding:D1"_s << std::size_t(10);
    QTest::newRow("in any case") << u"finding:d1"_s << std::size_t(10);
    QTest::newRow("severity") << u"finding:alarm"_s << std::size_t(10);
    QTest::newRow("noise") << u"finding:noise"_s << std::size_t(3);
    QTest::newRow("one of two") << u"finding:A1,D1"_s << std::size_t(13);
    QTest::newRow("wildcard") << u"finding:D*"_s << std::size_t(10);
    QTest::newRow("not") << u"-finding:A1"_s << std::size_t(12);
    QTest::newRow("unequal") << u"finding!=A1"_s << std::size_t(12);
    QTest::newRow("with others") << u"finding:D1 client:10.0.0.1"_s << std::size_t(5);
    QTest::newRow("or") << u"finding:A1 OR code:200"_s << std::size_t(5);
    QTest::newRow("what is not there") << u"finding:X2"_s << std::size_t(0);
}

void TestFindingFilter::letsThroughWhatIsFound()
{
    QFETCH(const QString, expression);
    QFETCH(const std::size_t, count);
    const RecordIndex index = Test::Story::read(story).front().index();
    const FoundRecordsPointer found = foundRecords(*Test::findingsIn(index));
    QCOMPARE(chosen(index, found, expression).size(), count);
}

void TestFindingFilter::knowsTheWords_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("asks");
    QTest::addColumn<QStringList>("unknown");
    QTest::newRow("nothing") << QString() << false << QStringList();
    QTest::newRow("others") << u"class:denied client:10.0.0.1"_s << false << QStringList();
    QTest::newRow("known") << u"finding:A1 -finding:alarm"_s << true << QStringList();
    QTest::newRow("unknown") << u"class:denied OR -finding:Z9"_s << true << QStringList{u"Z9"_s};
    QTest::newRow("one of two") << u"finding:A1,Z9"_s << true << QStringList{u"Z9"_s};
}

void TestFindingFilter::knowsTheWords()
{
    QFETCH(const QString, expression);
    const FilterExpression parsed = FilterExpression::parse(expression).value();
    QTEST(asksForFindings(parsed), "asks");
    QTEST(unknownFindings(parsed), "unknown");
    QVERIFY(findingWords().contains(u"D1"_s));
    QVERIFY(findingWords().contains(u"alarm"_s));
}

void TestFindingFilter::letsNothingThroughAsLongAsNobodyHasLooked()
{
    const RecordIndex index = Test::Story::read(story).front().index();
    QVERIFY(chosen(index, nullptr, u"finding:D1"_s).empty());
}

QTEST_GUILESS_MAIN(TestFindingFilter)
#include "tst_findingfilter.moc"
