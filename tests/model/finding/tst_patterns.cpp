// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/model/finding/story.h"

#include <QDir>
#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;
using Generator::TextFormat;

/// Each pattern on stories that have it, look like it, or are just enough: tests/data/findings.
class TestPatterns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void haveStories_data();
    void haveStories();
    void areFound_data() { stories({}); }
    void areFound();
    void areFoundInOtherFormats_data();
    void areFoundInOtherFormats();

private:
    static void stories(const QStringList& formats);
};

static QList<Story> allStories()
{
    QList<Story> stories;
    const QDir folder(QStringLiteral(TMGLENS_TEST_DATA "/findings"));
    for (const QString& name : folder.entryList({u"*.stories"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            stories += Story::read(file.readAll());
    }
    return stories;
}

void TestPatterns::stories(const QStringList& formats)
{
    QTest::addColumn<Story>("story");
    QTest::addColumn<QString>("format");
    for (const Story& story : allStories())
        for (const QString& format : formats.isEmpty() ? QStringList{u"w3c"_s} : formats)
            QTest::addRow("%s %s: %s, %s", qPrintable(story.pattern), qPrintable(story.kind), qPrintable(story.title),
                          qPrintable(format))
                << story << format;
}

void TestPatterns::haveStories_data()
{
    QTest::addColumn<QString>("id");
    const auto patterns = builtInPatterns();
    QVERIFY(patterns);
    for (const Pattern& pattern : **patterns)
        QTest::newRow(qPrintable(pattern.id)) << pattern.id;
}

void TestPatterns::haveStories()
{
    QFETCH(const QString, id);
    QHash<QString, int> count;
    QSet<qsizetype> atBorders; // how often it is found in stories that are just enough, or just not
    for (const Story& story : allStories()) {
        if (story.pattern != id)
            continue;
        ++count[story.kind];
        if (story.kind == "border"_L1)
            atBorders.insert(story.expected.size());
        else
            QCOMPARE(story.expected.size(), story.kind == "found"_L1 ? 1 : 0);
        if (story.kind == "found"_L1)
            QVERIFY2(!story.expected.first().sentence.isEmpty(), "It does not tell the sentence.");
    }
    QVERIFY2(count[u"found"_s] >= 1, "no story has it");
    QVERIFY2(count[u"not"_s] >= 1, "no story looks like it");
    QVERIFY2(atBorders.size() >= 2, "no two stories are on either side of a border");
}

void TestPatterns::areFound()
{
    QFETCH(const Story, story);
    const FindingsPointer findings = findingsIn(story.index());
    QStringList told;
    QStringList others;
    QList<Finding> found;
    for (const Finding& finding : findings->findings) {
        told += toldOf(finding);
        if (finding.pattern->id == story.pattern)
            found += finding;
        else
            others += finding.pattern->id;
    }
    const QByteArray all = "\n  = " + told.join("\n  = "_L1).toUtf8();
    QVERIFY2(found.size() == story.expected.size(), all);
    std::ranges::sort(found, {}, &Finding::first);
    for (qsizetype i = 0; i < found.size(); ++i) {
        const ExpectedFinding& expected = story.expected[i];
        if (!expected.severity)
            continue;
        QVERIFY2(found[i].severity == *expected.severity, all);
        QVERIFY2(found[i].first == expected.first && found[i].last == expected.last, all);
        QVERIFY2(found[i].records.size() == expected.records, all);
        if (!expected.sentence.isEmpty())
            QVERIFY2(toldOf(found[i]).endsWith(": "_L1 + expected.sentence), all);
    }
    others.sort();
    QStringList alsoFound = story.alsoFound;
    alsoFound.sort();
    QVERIFY2(others == alsoFound, all);
}

void TestPatterns::areFoundInOtherFormats_data()
{
    stories({u"native"_s, u"csv"_s});
}

void TestPatterns::areFoundInOtherFormats()
{
    QFETCH(const Story, story);
    QFETCH(const QString, format);
    if (story.pattern == "F11"_L1 && format == "csv"_L1)
        QSKIP("The generator's tables have no address 0.0.0.0.");
    const auto told = [&story](TextFormat written) {
        const FindingsPointer findings = findingsIn(story.index(written));
        QStringList lines;
        for (const Finding& finding : findings->findings)
            lines += toldOf(finding);
        return lines;
    };
    QCOMPARE(told(format == "csv"_L1 ? TextFormat::Csv : TextFormat::Native), told(TextFormat::W3c));
}

QTEST_GUILESS_MAIN(TestPatterns)
#include "tst_patterns.moc"
