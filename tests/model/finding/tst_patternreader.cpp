// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/patternreader.h"

#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

/// Descriptions of patterns: what they may hold, what is wrong with them, and what can be adjusted.
class TestPatternReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsThoseThatShip();
    void readsEachMember();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void adjusts();
    void refusesAdjustments_data();
    void refusesAdjustments();
};

/// A document with one pattern, which has @p members beside what it must have.
static QByteArray patternWith(const QByteArray& members)
{
    return R"({"tmglens-findings": 1, "patterns": [{"id": "T1", "name": "Test", "kind": "window", )"
           R"("sentence": "{record|record|records}", "advice": "None.", "source": "Test")"
        + (members.isEmpty() ? members : ", " + members) + "}]}";
}

static const QByteArray oneEvent = R"("events": [{"codes": ["404"], "count": 3}])";

void TestPatternReader::readsThoseThatShip()
{
    const auto patterns = builtInPatterns();
    QVERIFY2(patterns, qPrintable(patterns ? QString() : patterns.error()));
    QCOMPARE((*patterns)->size(), 51U);
    QCOMPARE(*builtInPatterns(), *patterns); // is read once
    QStringList ids;
    for (const Pattern& pattern : **patterns) {
        QVERIFY2(!ids.contains(pattern.id), qPrintable(pattern.id));
        ids += pattern.id;
        QVERIFY2(pattern.sentence.endsWith(u'.') && pattern.advice.endsWith(u'.'), qPrintable(pattern.id));
        // A severity without followers means nothing where none can come.
        QVERIFY2(!pattern.severityWithoutFollowers || !pattern.followers.empty(), qPrintable(pattern.id));
    }
}

void TestPatternReader::readsEachMember()
{
    const auto read = readPatterns(patternWith(
        R"("severity": "warning", "severity-when-over": "notice", "severity-without-followers": "noise",)"
        R"("ordered": true, "key": ["client", "host"], "window": 90, "at-least": {"user": 2}, "at-most": {"url": 3},)"
        R"("client-share": 0.5, "success-share": 0.25, "not-during": ["T1"], "during": ["T1"], "together": true,)"
        R"("folded": {"class": "closed", "title": "Late", "reason": "it is late", "count": "{record|is|are} late"},)"
        R"("told-by": ["T1"], "unless": [{}], "besides": [{}], "followers": [{}],)"
        R"("events": [{"log": "firewall", "codes": ["0x80072746", "404"], "with": ["success"], "without": ["connect"],)"
        R"("from": "inside", "to": "outside", "ports": [25], "closed-with": ["0x80074E20"],)"
        R"("open-for-round-time": true, "closed-at-least": 1, "closed-at-most": 2, "not-closed-for": 3,)"
        R"("not-opened-for": 4, "not-before": "2016-01-01", "count": 5}])"));
    QVERIFY2(read, qPrintable(read ? QString() : read.error()));
    const Pattern& pattern = read->front();
    QCOMPARE(pattern.severity, FindingSeverity::Warning);
    QCOMPARE(pattern.severityWhenOver, FindingSeverity::Notice);
    QCOMPARE(pattern.severityWithoutFollowers, FindingSeverity::Noise);
    QVERIFY(pattern.isOrdered && pattern.isTogether && pattern.folded);
    QCOMPARE(pattern.folded->resultClass, ResultClass::Closed);
    QCOMPARE(pattern.folded->title, u"Late"_s);
    QCOMPARE(pattern.folded->reason, u"it is late"_s);
    QCOMPARE(pattern.folded->count, u"{record|is|are} late"_s);
    QCOMPARE(pattern.toldBy, QStringList{u"T1"_s});
    QCOMPARE(pattern.key, (std::vector{Attribute::Client, Attribute::Host}));
    QCOMPARE(pattern.window, std::chrono::seconds(90));
    QCOMPARE(pattern.atLeast.front().count, 2);
    QCOMPARE(pattern.atMost.front().attribute, Attribute::Url);
    QCOMPARE(pattern.clientShare, 0.5);
    QCOMPARE(pattern.successShare, 0.25);
    QCOMPARE(pattern.notDuring, QStringList{u"T1"_s});
    QCOMPARE(pattern.during, QStringList{u"T1"_s});
    QCOMPARE(pattern.unless.size() + pattern.besides.size() + pattern.followers.size(), 3U);
    const EventTest& test = pattern.events.front();
    QCOMPARE(test.log, LogKind::Firewall);
    QCOMPARE(test.codes, (std::vector<quint32>{0x2746, 404}));
    QCOMPARE(test.with, Traits(Trait::Success));
    QCOMPARE(test.without, Traits(Trait::Connect));
    QCOMPARE(test.from, Side::Inside);
    QCOMPARE(test.to, Side::Outside);
    QCOMPARE(test.ports, (std::vector<quint16>{25}));
    QCOMPARE(test.closingCodes, (std::vector<quint32>{0x4E20}));
    QVERIFY(test.wasOpenForRoundTime);
    QCOMPARE(test.closedAtLeast.count(), 1);
    QCOMPARE(test.closedAtMost.count(), 2);
    QCOMPARE(test.notClosedFor.count(), 3);
    QCOMPARE(test.notOpenedFor.count(), 4);
    QCOMPARE(test.notBefore->time_since_epoch().count(), 1451606400);
    QCOMPARE(test.count, 5);
}

void TestPatternReader::tellsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QByteArray& members, const QString& sentence) {
        QTest::newRow(name) << patternWith(members) << sentence;
    };
    QTest::newRow("no JSON") << "{"_ba << u"This is no JSON: "_s;
    QTest::newRow("no object") << "[]"_ba << u"This is no JSON object."_s;
    QTest::newRow("no id") << R"({"patterns": [{}]})"_ba << u"A pattern without “id”: “id” is missing."_s;
    QTest::newRow("no name") << R"({"patterns": [{"id": "T1"}]})"_ba << u"Pattern T1: “name” is missing."_s;
    QTest::newRow("no kind") << R"({"patterns": [{"id": "T1", "name": "Test"}]})"_ba
                             << u"Pattern T1: “kind” does not know “”."_s;
    row("no events", {}, u"Pattern T1: “events” is missing."_s);
    row("unknown member", oneEvent + R"(, "windows": 3)", u"Pattern T1: nobody knows “windows”."_s);
    row("unknown member of an event", R"("events": [{"code": "404"}])", u"T1, events: nobody knows “code”."_s);
    row("no list", R"("events": 404)", u"Pattern T1: “events” must be a list."_s);
    row("no number", oneEvent + R"(, "window": "a minute")",
        u"Pattern T1: “window” must be a whole number from 0 to 86400."_s);
    row("too long", oneEvent + R"(, "window": 86401)",
        u"Pattern T1: “window” must be a whole number from 0 to 86400."_s);
    row("no share", oneEvent + R"(, "client-share": 2)", u"Pattern T1: “client-share” must be a number from 0 to 1."_s);
    row("too many", R"("events": [{"count": 201}])", u"T1, events: “count” must be a whole number from 1 to 200."_s);
    row("no code", R"("events": [{"codes": ["many"]}])", u"T1, events: “codes” holds something that is no code."_s);
    row("no port", R"("events": [{"ports": [65536]}])", u"T1, events: “ports” holds something that is no port."_s);
    row("no trait", R"("events": [{"with": ["luck"]}])", u"T1, events: “with” does not know “luck”."_s);
    row("no side", R"("events": [{"from": "above"}])", u"T1, events: “from” does not know “above”."_s);
    row("no log", R"("events": [{"log": "mail"}])", u"T1, events: “log” does not know “mail”."_s);
    row("no date", R"("events": [{"not-before": "2016"}])",
        u"T1, events: “not-before” must be a date such as 2016-01-01."_s);
    row("no attribute", oneEvent + R"(, "key": ["colour"])", u"Pattern T1: there is no attribute “colour”."_s);
    row("no limit", oneEvent + R"(, "at-least": {"client": 0})",
        u"Pattern T1: “at-least” must hold whole numbers from 1 to 200."_s);
    row("no severity", oneEvent + R"(, "severity": "panic")", u"Pattern T1: there is no severity “panic”."_s);
    row("too many attributes",
        oneEvent + R"(, "at-least": {"client": 2, "host": 2, "user": 2}, "at-most": {"url": 2, "agent": 2})",
        u"Pattern T1: more than 4 attributes are limited or counted."_s);
    row("no other pattern", oneEvent + R"(, "not-during": ["T2"])", u"Pattern T1: there is no pattern “T2”."_s);
    row("no pattern to be there", oneEvent + R"(, "during": ["T2"])", u"Pattern T1: there is no pattern “T2”."_s);
    row("no pattern to tell it", oneEvent + R"(, "told-by": ["T2"])", u"Pattern T1: there is no pattern “T2”."_s);
    row("folded, and nobody says as what", oneEvent + R"(, "folded": true)", u"T1, folded: “class” is missing."_s);
    const QByteArray folded = oneEvent + R"(, "folded": {"class": "%1", "title": "Late", "reason": "it is late", )";
    row("folded into no class", QByteArray(folded).replace("%1", "late") + R"("count": "{record|is|are} late"})",
        u"T1, folded: there is no class “late”."_s);
    row("folded without a word", QByteArray(folded).replace("%1", "closed") + R"("count": ""})",
        u"T1, folded: “count” is missing."_s);
    row("folded without a number", QByteArray(folded).replace("%1", "closed") + R"("count": "late ones"})",
        u"T1, folded: “count” must have a place for the number of records."_s);
    row("folded by another number", QByteArray(folded).replace("%1", "closed") + R"("count": "{client|is|are} late"})",
        u"T1, folded: “count” must have a place for the number of records."_s);
    row("folded and more",
        QByteArray(folded).replace("%1", "closed") + R"("count": "{record|is|are}", "colour": "red"})",
        u"T1, folded: nobody knows “colour”."_s);
    QTest::newRow("no place") << patternWith(oneEvent).replace("{record|", "{colour|")
                              << u"Pattern T1: the sentence has a place “colour” that does not exist."_s;
}

void TestPatternReader::tellsWhatIsWrong()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, sentence);
    const auto read = readPatterns(json);
    QVERIFY(!read);
    QVERIFY2(read.error().startsWith(sentence), qPrintable(read.error()));
}

void TestPatternReader::adjusts()
{
    const auto read = readPatterns(patternWith(oneEvent),
                                   R"({"T1": {"window": 30, "severity": "alarm", "count": 7, "at-least": {"host": 2},)"
                                   R"("at-most": {"user": 9}, "client-share": 0.1, "success-share": 0.2}})");
    QVERIFY2(read, qPrintable(read ? QString() : read.error()));
    const Pattern& pattern = read->front();
    QCOMPARE(pattern.window, std::chrono::seconds(30));
    QCOMPARE(pattern.severity, FindingSeverity::Alarm);
    QCOMPARE(pattern.events.front().count, 7);
    QCOMPARE(pattern.events.front().codes, std::vector<quint32>{404});
    QCOMPARE(pattern.atLeast.front().attribute, Attribute::Host);
    QCOMPARE(pattern.atMost.front().count, 9);
    QCOMPARE(pattern.clientShare, 0.1);
    QCOMPARE(pattern.successShare, 0.2);
    QVERIFY(readPatterns(patternWith(oneEvent), {}));
    QVERIFY(builtInPatterns(R"({"X1": {"window": 120}})"));
}

void TestPatternReader::refusesAdjustments_data()
{
    QTest::addColumn<QByteArray>("adjustments");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no JSON") << "T1"_ba << u"This is no JSON: "_s;
    QTest::newRow("no such pattern") << R"({"T9": {}})"_ba << u"There is no pattern “T9”."_s;
    QTest::newRow("sentence") << R"({"T1": {"sentence": "Boo."}})"_ba
                              << u"Pattern T1: “sentence” cannot be adjusted. What can is window, severity, "_s;
    QTest::newRow("out of range") << R"({"T1": {"count": 0}})"_ba
                                  << u"T1, events: “count” must be a whole number from 1 to 200."_s;
}

void TestPatternReader::refusesAdjustments()
{
    QFETCH(const QByteArray, adjustments);
    QFETCH(const QString, sentence);
    const auto read = readPatterns(patternWith(oneEvent), adjustments);
    QVERIFY(!read);
    QVERIFY2(read.error().startsWith(sentence), qPrintable(read.error()));
}

QTEST_GUILESS_MAIN(TestPatternReader)
#include "tst_patternreader.moc"
