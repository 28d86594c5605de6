// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/foldedrecords.h"

#include "model/finding/recordfindings.h"
#include "tests/model/finding/story.h"

#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

namespace {

/// In the web log a logon by NTLM, a refusal without a logon, and ten names that nobody knows; in that of the firewall
/// a connection with a late packet. A single refusal of a rule comes last.
constexpr auto story = R"(
: D1 found
8:00:00 web 10.0.0.1 www.example 12209
8:00:01 web 10.0.0.1 www.example 5
8:00:02 web 10.0.0.1 www.example 200 user=HALDEN\anna
8:10:00 web 10.0.0.2 www.example 12209
9:00:00 x10/5 web 10.0.0.{n%2} www.host{n}.example 11001
9:10:00 web 10.0.0.9 www.example 12202
8:00:00 fw 10.0.0.1:2000 203.0.113.9:443 0
8:01:00 fw 10.0.0.1:2000 203.0.113.9:443 0x80074E20 bytes=900
8:01:10 fw 203.0.113.9:443 10.0.0.1:2000 0xC0040017
)";

RecordIndex indexOfStory()
{
    return Test::Story::read(story).front().index();
}

std::vector<FoldedPart> partsOfClass(const FoldedRecords& folded, const RecordIndex& index, ResultClass resultClass)
{
    return foldedParts(folded.counts,
                       [&](CodeIndex code) { return index.codes().at(code).result.entry.resultClass == resultClass; });
}

} // namespace

/// Which records are shown as what they meant, and what findings a record belongs to.
class TestFoldedRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsWhatBelongsToSomething_data();
    void foldsWhatBelongsToSomething();
    void saysSo_data();
    void saysSo();
    void countsThoseThatAreAskedFor();
    void foldsNothingWhereNothingIsFound();
    void tellsTheFindingsOfARecord_data();
    void tellsTheFindingsOfARecord();
    void tellsTheWorstFirst();
};

void TestFoldedRecords::foldsWhatBelongsToSomething_data()
{
    QTest::addColumn<quint32>("record");
    QTest::addColumn<QString>("pattern");
    QTest::newRow("first refusal") << 0U << u"A1"_s;
    QTest::newRow("second refusal") << 1U << u"A1"_s;
    QTest::newRow("logon") << 2U << QString();
    QTest::newRow("refusal without a logon") << 3U << QString();
    QTest::newRow("finding that folds nothing") << 4U << QString();
    QTest::newRow("refusal by a rule") << 14U << QString();
    QTest::newRow("close") << 16U << QString();
    QTest::newRow("late packet") << 17U << u"F1"_s;
    QTest::newRow("none of the log") << 18U << QString();
}

void TestFoldedRecords::foldsWhatBelongsToSomething()
{
    QFETCH(const quint32, record);
    const RecordIndex index = indexOfStory();
    QCOMPARE(index.recordCount(), 18U);
    const FoldedRecordsPointer folded = foldedRecords(*Test::findingsIn(index), index);
    const Pattern* pattern = folded->patternOf(RecordNumber(record));
    QTEST(pattern ? pattern->id : QString(), "pattern");
    QCOMPARE(folded->records, (std::vector<quint32>{0, 1, 17}));
}

void TestFoldedRecords::saysSo_data()
{
    QTest::addColumn<ResultClass>("resultClass");
    QTest::addColumn<QString>("words");
    QTest::newRow("denied") << ResultClass::Denied << u"2 belong to logons"_s;
    QTest::newRow("dropped") << ResultClass::Dropped << u"1 is a late remnant"_s;
    QTest::newRow("allowed") << ResultClass::Allowed << QString();
}

void TestFoldedRecords::saysSo()
{
    QFETCH(const ResultClass, resultClass);
    const RecordIndex index = indexOfStory();
    const FoldedRecordsPointer folded = foldedRecords(*Test::findingsIn(index), index);
    QTEST(foldedWords(partsOfClass(*folded, index, resultClass)), "words");
    const std::vector<FoldedPart> all = foldedParts(folded->counts, [](CodeIndex) { return true; });
    QCOMPARE(foldedWords(all), u"2 belong to logons, 1 is a late remnant"_s);
    QCOMPARE(foldedWords(foldedParts(folded->counts, index.code(RecordNumber(1)))), u"1 belongs to a logon"_s);
    QVERIFY(foldedParts(folded->counts, CodeIndex(99)).empty());
}

void TestFoldedRecords::countsThoseThatAreAskedFor()
{
    const RecordIndex index = indexOfStory();
    const FoldedRecordsPointer folded = foldedRecords(*Test::findingsIn(index), index);
    const auto words = [&](const std::vector<quint32>& records) {
        return foldedWords(foldedParts(countFolded(*folded, index, records), [](CodeIndex) { return true; }));
    };
    QCOMPARE(words({}), QString());
    QCOMPARE(words({2, 3, 16}), QString());
    QCOMPARE(words({0, 3}), u"1 belongs to a logon"_s);
    QCOMPARE(words({1, 2, 17}), u"1 belongs to a logon, 1 is a late remnant"_s);
}

void TestFoldedRecords::foldsNothingWhereNothingIsFound()
{
    const RecordIndex index = Test::Story::read(": D1 not\n8:00:00 web 10.0.0.2 www.example 12209\n").front().index();
    const FoldedRecordsPointer folded = foldedRecords(*Test::findingsIn(index), index);
    QVERIFY(folded->records.empty() && folded->counts.empty());
    QCOMPARE(folded->patternOf(RecordNumber(0)), nullptr);
}

void TestFoldedRecords::tellsTheFindingsOfARecord_data()
{
    QTest::addColumn<quint32>("record");
    QTest::addColumn<QByteArray>("ids");
    QTest::newRow("logon") << 0U << "A1"_ba;
    QTest::newRow("nothing") << 2U << QByteArray();
    QTest::newRow("names") << 4U << "D1"_ba;
    QTest::newRow("late packet") << 17U << "F1"_ba;
}

void TestFoldedRecords::tellsTheFindingsOfARecord()
{
    QFETCH(const quint32, record);
    const RecordFindings findings(*Test::findingsIn(indexOfStory()));
    QTEST(QByteArray(findings.idsOf(record)), "ids");
}

void TestFoldedRecords::tellsTheWorstFirst()
{
    Pattern mild;
    mild.id = u"M1"_s;
    Pattern grave;
    grave.id = u"G1"_s;
    Findings found;
    found.findings.push_back({.pattern = &grave, .severity = FindingSeverity::Alarm, .records = {3, 5}});
    found.findings.push_back({.pattern = &mild, .severity = FindingSeverity::Warning, .records = {3, 4}});
    found.findings.push_back({.pattern = &grave, .severity = FindingSeverity::Notice, .records = {3, 4}});
    const RecordFindings findings(found);
    QCOMPARE(findings.idsOf(2), std::string_view());
    QCOMPARE(findings.idsOf(3), std::string_view("G1 M1")); // each once
    QCOMPARE(findings.idsOf(4), std::string_view("M1 G1")); // here the grave one is the milder
    QCOMPARE(findings.idsOf(5), std::string_view("G1"));
}

QTEST_GUILESS_MAIN(TestFoldedRecords)
#include "tst_foldedrecords.moc"
