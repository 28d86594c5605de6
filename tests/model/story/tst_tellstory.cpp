// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/exactvalue.h"
#include "model/filter/filtermatcher.h"
#include "model/story/stepterm.h"
#include "model/story/tellstory.h"
#include "tests/model/story/storylogs.h"
#include "tests/support/gonesource.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace TmgLens;
using namespace TmgLens::Test;

using Ending = StoryStep::Ending;
using Kind = StoryStep::Kind;

class TestTellStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsConnections_data();
    void joinsConnections();
    void countsBytesOnce();
    void sumsBytesExactly_data();
    void sumsBytesExactly();
    void bearsAnyNumber();
    void joinsVisits_data();
    void joinsVisits();
    void takesTheWorstResult();
    void foldsLogons_data();
    void foldsLogons();
    void joinsDenials();
    void tellsSilences();
    void mergesLogsByMoments();
    void leavesOutWhatHasNoTime();
    void tellsNoMoreThanItCan();
    void filtersAStep();
    void cutsLongTexts();
    void tellsReadErrors();
    void stops();
};

namespace {

StorySubject client(const QString& address = u"10.0.0.1"_s)
{
    return {.kind = StorySubject::Kind::Client,
            .name = address,
            .term = Filter::valueTerm(Filter::fieldName(u"client"_s), {address})};
}

Story storyIn(const RecordIndex& index, const StorySubject& subject = client())
{
    return tellStory(index, subject, {}).value_or(Story());
}

Story storyIn(const QByteArray& log)
{
    return storyIn(indexOf(log));
}

LogTime at(std::chrono::seconds timeOfDay)
{
    return std::chrono::sys_days(std::chrono::year(2010) / 5 / 12) + timeOfDay;
}

/// A step in short: kind, number of records, how a connection began and ended.
QString shortly(const StoryStep& step)
{
    const QString records = QString::number(step.records);
    if (step.kind == Kind::Visit)
        return u"visit "_s + records;
    if (step.kind == Kind::Series)
        return u"series "_s + records;
    const QString ending = step.ending == Ending::Closed ? u"closed"_s
        : step.ending == Ending::Open                    ? u"open"_s
                                                         : u"untold"_s;
    return u"connection %1 %2 %3"_s.arg(records, step.hasBeginning ? u"begun"_s : u"earlier"_s, ending);
}

QStringList shortly(const Story& story)
{
    QStringList steps;
    for (const StoryStep& step : story.steps)
        steps += shortly(step);
    return steps;
}

constexpr auto ten = 10h;

} // namespace

void TestTellStory::joinsConnections_data()
{
    const auto begin = [](const QByteArray& time) { return firewallLine({.time = time}); };
    const auto interim = [](const QByteArray& time) {
        return firewallLine({.time = time, .action = "Intermediate", .connectionTime = "600000"});
    };
    const auto end = [](const QByteArray& time) {
        return firewallLine({.time = time, .action = "Terminate", .code = "0x80074e20", .connectionTime = "600000"});
    };
    QTest::addColumn<QByteArray>("records");
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<int>("begin"); // seconds after ten
    QTest::addColumn<int>("end");
    QTest::newRow("whole") << begin("10:00:00") + end("10:10:00") << QStringList{u"connection 2 begun closed"_s} << 0
                           << 600;
    QTest::newRow("with interim records")
        << begin("10:00:00") + interim("10:15:00") + interim("10:30:00") + end("10:31:00")
        << QStringList{u"connection 4 begun closed"_s} << 0 << 1860;
    QTest::newRow("open at the end") << begin("10:00:00") + interim("10:15:00")
                                     << QStringList{u"connection 2 begun open"_s} << 0 << 900;
    QTest::newRow("begun before the log")
        << end("10:00:00") << QStringList{u"connection 1 earlier closed"_s} << -600 << 0;
    QTest::newRow("known by an interim record only")
        << interim("10:00:00") << QStringList{u"connection 1 earlier open"_s} << -600 << 0;
    QTest::newRow("ports used again") << begin("10:00:00") + end("10:00:10") + begin("10:00:20") + end("10:00:30")
                                      << QStringList{u"connection 2 begun closed"_s, u"connection 2 begun closed"_s}
                                      << 0 << 10;
    QTest::newRow("end is missing") << begin("10:00:00") + begin("10:00:20") + end("10:00:30")
                                    << QStringList{u"connection 1 begun untold"_s, u"connection 2 begun closed"_s} << 0
                                    << 0;
    QTest::newRow("another port beside") << begin("10:00:00")
            + firewallLine({.time = "10:00:01", .source = "10.0.0.1:1001"}) + end("10:00:10")
                                         << QStringList{u"connection 2 begun closed"_s, u"connection 1 begun open"_s}
                                         << 0 << 10;
    QTest::newRow("one second") << begin("10:00:00") + end("10:00:00") << QStringList{u"connection 2 begun closed"_s}
                                << 0 << 0;
}

void TestTellStory::joinsConnections()
{
    QFETCH(const QByteArray, records);
    QFETCH(const QStringList, steps);
    QFETCH(const int, begin);
    QFETCH(const int, end);
    const QByteArray log = storyFirewallHeader + records;
    for (const int lines : {1, 2, 100}) {
        const Story story = storyIn(indexInBlocks(log, lines + 3));
        QCOMPARE(shortly(story), steps);
        QCOMPARE(story.steps.front().begin, at(ten + std::chrono::seconds(begin)));
        QCOMPARE(story.steps.front().end, at(ten + std::chrono::seconds(end)));
        QCOMPARE(story.steps.front().rule, u"Out"_s);
    }
}

void TestTellStory::countsBytesOnce()
{
    const QByteArray log =
        storyFirewallHeader + firewallLine({.time = "10:00:00"})
        + firewallLine({.time = "10:15:00", .action = "Intermediate", .sent = "1000", .received = "50000"})
        + firewallLine({.time = "10:30:00", .action = "Intermediate", .sent = "3000", .received = "70000"})
        + firewallLine(
            {.time = "10:31:00", .action = "Terminate", .code = "0x80074e20", .sent = "3100", .received = "70000"});
    const RecordIndex index = indexOf(log);
    const StoryStep step = storyIn(index).steps.front();
    QCOMPARE(step.bytesOut, 3100);
    QCOMPARE(step.bytesIn, 70000);
    QCOMPARE(step.first, RecordNumber(0));
    QCOMPARE(step.last, RecordNumber(3));
    QCOMPARE(index.codes().at(step.lastCode).text, "0x80074e20");
}

void TestTellStory::sumsBytesExactly_data()
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    QTest::addColumn<QByteArrayList>("amounts");
    QTest::addColumn<qint64>("sum");
    QTest::newRow("31 bits full") << QByteArrayList{"2147483647", "1"} << Q_INT64_C(2147483648);
    QTest::newRow("32 bits full") << QByteArrayList{"4294967295", "1"} << Q_INT64_C(4294967296);
    QTest::newRow("over 32 bits each") << QByteArrayList{"4294967297", "4294967298"} << Q_INT64_C(8589934595);
    QTest::newRow("more than a double has digits")
        << QByteArrayList{"9007199254740993", "2"} << Q_INT64_C(9007199254740995);
    QTest::newRow("63 bits full") << QByteArrayList{QByteArray::number(most - 1), "1"} << most;
    QTest::newRow("over 63 bits") << QByteArrayList{QByteArray::number(most), "1"} << most;
    QTest::newRow("over 64 bits is no number") << QByteArrayList{"18446744073709551617", "7"} << qint64(7);
    QTest::newRow("negative is none") << QByteArrayList{"-5", "7"} << qint64(7);
    QTest::newRow("nothing written") << QByteArrayList{"-", "7"} << qint64(7);
}

void TestTellStory::sumsBytesExactly()
{
    QFETCH(const QByteArrayList, amounts);
    QByteArray log = storyWebHeader;
    for (qsizetype i = 0; i < amounts.size(); ++i)
        log += webLine({.time = "10:00:0" + QByteArray::number(i), .bytes = amounts[i]});
    const Story story = storyIn(log);
    QCOMPARE(story.steps.size(), std::size_t(1));
    QTEST(story.steps.front().bytesIn, "sum");
}

void TestTellStory::bearsAnyNumber()
{
    const QByteArray most = "9223372036854775807";
    const Story visit =
        storyIn(storyWebHeader + webLine({.time = "10:00:00", .bytes = most}) + webLine({.time = "10:00:01"}));
    QCOMPARE(visit.steps.front().bytesIn, std::numeric_limits<qint64>::max());
    const Story connection = storyIn(storyFirewallHeader
                                     + firewallLine({.time = "10:00:00",
                                                     .action = "Terminate",
                                                     .code = "0x80074e20",
                                                     .sent = most,
                                                     .received = "-5",
                                                     .connectionTime = most}));
    QCOMPARE(connection.steps.front().begin, at(ten));
    QCOMPARE(connection.steps.front().bytesOut, std::numeric_limits<qint64>::max());
    QCOMPARE(connection.steps.front().bytesIn, 0);
}

void TestTellStory::joinsVisits_data()
{
    QTest::addColumn<QByteArray>("records");
    QTest::addColumn<QStringList>("steps");
    QTest::newRow("close together") << webLine({.time = "10:00:00"}) + webLine({.time = "10:00:59"})
            + webLine({.time = "10:01:58"})
                                    << QStringList{u"visit 3"_s};
    QTest::newRow("a minute apart") << webLine({.time = "10:00:00"}) + webLine({.time = "10:01:00"})
                                    << QStringList{u"visit 1"_s, u"visit 1"_s};
    QTest::newRow("two hosts") << webLine({.time = "10:00:00"}) + webLine({.time = "10:00:01", .host = "b.example"})
            + webLine({.time = "10:00:02"})
                               << QStringList{u"visit 2"_s, u"visit 1"_s};
    QTest::newRow("another client") << webLine({.time = "10:00:00"})
            + webLine({.time = "10:00:01", .client = "10.0.0.2"})
                                    << QStringList{u"visit 1"_s};
}

void TestTellStory::joinsVisits()
{
    QFETCH(const QByteArray, records);
    QFETCH(const QStringList, steps);
    const Story story = storyIn(storyWebHeader + records);
    QCOMPARE(shortly(story), steps);
    for (const StoryStep& step : story.steps)
        QCOMPARE(step.bytesIn, qint64(100 * step.records));
}

void TestTellStory::takesTheWorstResult()
{
    const RecordIndex index =
        indexOf(storyWebHeader + webLine({.time = "10:00:00"}) + webLine({.time = "10:00:01", .code = "12202"})
                + webLine({.time = "10:00:02", .code = "304"}) + webLine({.time = "10:00:03", .code = "11001"}));
    const StoryStep step = storyIn(index).steps.front();
    QCOMPARE(step.denied, 1U);
    QCOMPARE(step.failed, 1U);
    const ResultClass worst = index.codes().at(step.code).result.entry.resultClass;
    QVERIFY(worst == ResultClass::Denied || worst == ResultClass::Failed);
}

void TestTellStory::foldsLogons_data()
{
    const auto refused = [](const QByteArray& time) { return webLine({.time = time, .code = "12209"}); };
    const auto served = [](const QByteArray& time) { return webLine({.time = time, .user = "ann"}); };
    QTest::addColumn<QByteArray>("records");
    QTest::addColumn<int>("logonRefusals");
    QTest::addColumn<int>("denied");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("logon") << refused("10:00:00") + refused("10:00:00") + served("10:00:01") << 2 << 0
                           << QByteArray("200");
    QTest::newRow("two logons") << refused("10:00:00") + served("10:00:01") + refused("10:00:02") + served("10:00:03")
                                << 2 << 0 << QByteArray("200");
    QTest::newRow("no success") << refused("10:00:00") + refused("10:00:05") << 0 << 2 << QByteArray("12209");
    QTest::newRow("none after the last") << served("10:00:00") + refused("10:00:05") << 0 << 1 << QByteArray("12209");
    QTest::newRow("success too late") << refused("10:00:00") + served("10:01:00") << 0 << 1 << QByteArray("12209");
    QTest::newRow("refused by name") << webLine({.time = "10:00:00", .code = "12209", .user = "ann"})
            + served("10:00:01") << 0 << 1
                                     << QByteArray("12209");
}

void TestTellStory::foldsLogons()
{
    QFETCH(const QByteArray, records);
    QFETCH(const int, logonRefusals);
    QFETCH(const int, denied);
    QFETCH(const QByteArray, code);
    const RecordIndex index = indexOf(storyWebHeader + records);
    const StoryStep step = storyIn(index).steps.front();
    QCOMPARE(int(step.logonRefusals), logonRefusals);
    QCOMPARE(int(step.denied), denied);
    QCOMPARE(index.codes().at(step.code).text, code);
}

void TestTellStory::joinsDenials()
{
    const auto denied = [](const QByteArray& time, const QByteArray& destination, const QByteArray& code) {
        return firewallLine({.time = time, .action = "Denied", .code = code, .destination = destination});
    };
    const QByteArray log = storyFirewallHeader + denied("10:00:00", "192.0.2.1:445", "0xc004000d")
        + denied("10:05:00", "192.0.2.1:445", "0xc004000d") + denied("10:06:00", "192.0.2.2:445", "0xc004000d")
        + denied("10:07:00", "192.0.2.1:445", "0xc0040017") + denied("10:15:00", "192.0.2.1:139", "0xc004000d")
        + denied("10:25:01", "192.0.2.1:445", "0xc004000d");
    const Story story = storyIn(log);
    QCOMPARE(shortly(story), (QStringList{u"series 3"_s, u"series 1"_s, u"series 1"_s, u"series 1"_s}));
    QVERIFY(story.steps[0].hasSeveralPorts);
    QVERIFY(!story.steps[1].hasSeveralPorts);
    QCOMPARE(story.records, 6U);
}

void TestTellStory::tellsSilences()
{
    const Story story = storyIn(storyFirewallHeader + firewallLine({.time = "10:00:00"})
                                + firewallLine({.time = "10:05:00", .source = "10.0.0.1:2000"})
                                + firewallLine({.time = "10:20:00", .action = "Terminate", .code = "0x80074e20"})
                                + firewallLine({.time = "10:30:00", .source = "10.0.0.1:2001"})
                                + firewallLine({.time = "10:40:01", .source = "10.0.0.1:2002"}));
    std::vector<std::chrono::seconds> silences;
    for (const StoryStep& step : story.steps)
        silences.push_back(step.silence);
    // The first connection lives until 10:20.
    QCOMPARE(silences, (std::vector<std::chrono::seconds>{0s, 0s, 0s, 601s}));
}

void TestTellStory::mergesLogsByMoments()
{
    RecordIndex index;
    index.chooseServerZone(QTimeZone(2 * 3600));
    append(index,
           storyFirewallHeader + firewallLine({.time = "10:00:00"})
               + firewallLine({.time = "10:00:10", .action = "Terminate", .code = "0x80074e20"}),
           u"firewall.w3c"_s);
    const QByteArray web = storyWebHeader + webLine({.time = "12:00:05"});
    for (const BlockPointer& block : blocksOf(web, u"web.w3c"_s).value_or(QList<BlockPointer>())) {
        IndexBlock local = *block;
        LogLayout layout = *block->layout;
        layout.clock = LogLayout::Clock::ServerLocal;
        local.loggedTimes = local.times; // of which the index makes moments
        local.layout = std::make_shared<const LogLayout>(layout);
        index.append(std::make_shared<const IndexBlock>(local));
    }
    append(index, storyFirewallHeader + firewallLine({.time = "09:00:00", .source = "10.0.0.1:3000"}), u"early.w3c"_s);
    const Story story = storyIn(index);
    QCOMPARE(shortly(story), (QStringList{u"connection 1 begun open"_s, u"connection 2 begun closed"_s, u"visit 1"_s}));
    QCOMPARE(story.steps[2].begin, at(ten + 5s));
    QCOMPARE(story.steps[0].first, RecordNumber(3));
}

void TestTellStory::leavesOutWhatHasNoTime()
{
    const Story story = storyIn(storyWebHeader + webLine({.time = "-"}) + webLine({.time = "10:00:00"}));
    QCOMPARE(shortly(story), QStringList{u"visit 1"_s});
    QCOMPARE(story.records, 2U);
    QCOMPARE(story.undated, 1U);
}

void TestTellStory::tellsNoMoreThanItCan()
{
    QByteArray log = storyFirewallHeader;
    constexpr int beyond = 5;
    for (int i = 0; i < int(mostStorySteps) + beyond; ++i)
        log += firewallLine({.time = "10:00:00", .source = "10.0.0.1:" + QByteArray::number(1024 + i)});
    log += firewallLine({.time = "10:00:01", .action = "Terminate", .code = "0x80074e20", .source = "10.0.0.1:1024"});
    const Story story = storyIn(log);
    QCOMPARE(story.steps.size(), mostStorySteps);
    QCOMPARE(story.further, quint64(beyond));
    QCOMPARE(story.furtherFrom, at(ten));
    QCOMPARE(story.steps.front().ending, Ending::Closed); // what is told is told to its end
    QCOMPARE(story.records, mostStorySteps + beyond + 1);
}

void TestTellStory::filtersAStep()
{
    const QByteArray web = storyWebHeader + webLine({.time = "10:00:00"})
        + webLine({.time = "10:00:01", .host = "b.example"}) + webLine({.time = "10:00:02"})
        + webLine({.time = "11:00:00"});
    const RecordIndex visits = indexOf(web);
    const FilterExpression visit = stepTerm(visits, client(), storyIn(visits).steps.front());
    QCOMPARE(matchRecords(visits, {.expression = visit}, 0, {}).value(), (std::vector<quint32>{0, 2}));

    const QByteArray firewall = storyFirewallHeader + firewallLine({.time = "10:00:00"})
        + firewallLine({.time = "10:00:01", .source = "10.0.0.1:1001"})
        + firewallLine({.time = "10:00:02", .action = "Terminate", .code = "0x80074e20"})
        + firewallLine({.time = "10:00:03"});
    const RecordIndex connections = indexOf(firewall);
    const FilterExpression connection = stepTerm(connections, client(), storyIn(connections).steps.front());
    QCOMPARE(matchRecords(connections, {.expression = connection}, 0, {}).value(), (std::vector<quint32>{0, 2}));
}

void TestTellStory::cutsLongTexts()
{
    const QByteArray host(100'000, 'x');
    const RecordIndex index = indexOf(storyWebHeader + webLine({.time = "10:00:00", .host = host}));
    const Story story = storyIn(index);
    QCOMPARE(story.steps.front().parties.host.size(), longestStoryText);
    const FilterExpression term = stepTerm(index, client(), story.steps.front());
    QCOMPARE(matchRecords(index, {.expression = term}, 0, {}).value(), std::vector<quint32>{0});
}

void TestTellStory::tellsReadErrors()
{
    RecordIndex index;
    const auto blocks = blocksOf(storyWebHeader + webLine({.time = "10:00:00"})).value_or(QList<BlockPointer>());
    for (const BlockPointer& block : blocks) {
        IndexBlock gone = *block;
        gone.source = std::make_shared<const GoneSource>();
        index.append(std::make_shared<const IndexBlock>(gone));
    }
    const auto story = tellStory(index, client(), {});
    QVERIFY(!story);
    QCOMPARE(story.error().kind, LoadError::Kind::Unreadable);
}

void TestTellStory::stops()
{
    std::stop_source stop;
    stop.request_stop();
    const auto story = tellStory(indexOf(storyWebHeader + webLine({.time = "10:00:00"})), client(), stop.get_token());
    QVERIFY(story.has_value());
    QVERIFY(story->steps.empty());
}

QTEST_GUILESS_MAIN(TestTellStory)
#include "tst_tellstory.moc"
