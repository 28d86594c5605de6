// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

namespace {

const QString web = QStringLiteral(TMGLENS_TEST_DATA "/samples/ISALOG_20100512_WEB_000.w3c");
const QString firewall = QStringLiteral(TMGLENS_TEST_DATA "/samples/ISALOG_20100512_FWS_000.w3c");

} // namespace

/// `tmglens explain`, and filters that ask for what it finds.
class TestExplainCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheWorstFirst();
    void writesJson();
    void writesAPageWithoutScripts();
    void tellsWhatRefusalsMeant();
    void tellsOnlyWhatRestsOnMatches();
    void takesThresholds();
    void refuses_data();
    void refuses();
    void letsOtherVerbsFilter();
    void tellsInTheSummaryWhatRefusalsMeant();

private:
    QTemporaryDir m_folder;
};

void TestExplainCommand::tellsTheWorstFirst()
{
    const CommandRun run = runTmglens({u"explain"_s, web, firewall});
    QCOMPARE(run.status, 1); // there is an alarm
    const qsizetype alarm = run.output.indexOf("\nAlarm  ");
    const qsizetype warning = run.output.indexOf("\nWarning  ");
    const qsizetype noise = run.output.indexOf("\nNoise  ");
    QVERIFY(alarm > 0 && alarm < warning && warning < noise);
    QVERIFY(run.output.contains("What to do: "));
}

void TestExplainCommand::writesJson()
{
    const CommandRun run = runTmglens({u"explain"_s, u"--json"_s, web, firewall});
    const QJsonObject object = QJsonDocument::fromJson(run.output).object();
    QCOMPARE(object["records"_L1].toInt(), 3500);
    const QJsonArray findings = object["findings"_L1].toArray();
    QVERIFY(findings.size() > 10);
    for (const QJsonValue& finding : findings) {
        QVERIFY(!finding["sentence"_L1].toString().isEmpty());
        QVERIFY(finding["records"_L1].toInt() >= finding["lines"_L1].toArray().size());
        QVERIFY(finding["first"_L1].toString() <= finding["last"_L1].toString());
    }
}

void TestExplainCommand::writesAPageWithoutScripts()
{
    const QString target = m_folder.filePath(u"report.html"_s);
    QCOMPARE(runTmglens({u"explain"_s, u"--html"_s, u"-o"_s, target, web}).output, QByteArray());
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray page = file.readAll();
    QVERIFY(page.contains("<svg"));
    QVERIFY(page.contains("default-src 'none'"));
    QVERIFY(!page.contains("<script"));
    QVERIFY(!page.contains("href="));
}

/// Of the classes that a report counts; a summary, which looks for nothing, says nothing of it.
void TestExplainCommand::tellsWhatRefusalsMeant()
{
    const CommandRun run = runTmglens({u"explain"_s, u"--html"_s, web, firewall});
    const qsizetype denied = run.output.indexOf("</span>denied <span class=\"quiet\">of which ");
    QVERIFY2(denied > 0, run.output.last(3000));
    QVERIFY(run.output.indexOf(" belong to logons</span></th>", denied) > denied);
    QVERIFY(run.output.contains(" late remnants</span></th>"));
}

void TestExplainCommand::tellsOnlyWhatRestsOnMatches()
{
    const CommandRun all = runTmglens({u"explain"_s, u"--json"_s, web});
    const CommandRun some = runTmglens({u"explain"_s, u"--json"_s, u"--filter"_s, u"finding:S3"_s, web});
    const auto findings = [](const CommandRun& run) {
        return QJsonDocument::fromJson(run.output)["findings"_L1].toArray();
    };
    QVERIFY(findings(some).size() < findings(all).size());
    QVERIFY(!findings(some).isEmpty());
    for (const QJsonValue& finding : findings(some))
        QCOMPARE(finding["pattern"_L1].toString(), u"S3"_s);
    QCOMPARE(some.status, 0);
}

void TestExplainCommand::takesThresholds()
{
    const QString thresholds = m_folder.filePath(u"thresholds.json"_s);
    writeFile(thresholds, R"({"S3": {"count": 200}})");
    const CommandRun run = runTmglens({u"explain"_s, u"--thresholds"_s, thresholds, web});
    QVERIFY(!run.output.contains("(S3)"));
}

void TestExplainCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    const QString wrong = m_folder.filePath(u"wrong.json"_s);
    writeFile(wrong, R"({"Z9": {"count": 200}})");
    QTest::newRow("two forms") << QStringList{u"--json"_s, u"--html"_s, web} << QByteArray("either JSON or HTML");
    QTest::newRow("unknown finding") << QStringList{u"--filter"_s, u"finding:Z9"_s, web}
                                     << QByteArray("No pattern and no severity is called \u201CZ9\u201D");
    QTest::newRow("unknown pattern") << QStringList{u"--thresholds"_s, wrong, web}
                                     << QByteArray("There is no pattern \u201CZ9\u201D");
}

void TestExplainCommand::refuses()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, sentence);
    const CommandRun run = runTmglens(QStringList{u"explain"_s} + arguments);
    QCOMPARE(run.status, 2);
    QVERIFY2(run.errors.contains(sentence), run.errors.constData());
}

/// What is counted, what is written, and what explain says it rests on is the same.
void TestExplainCommand::letsOtherVerbsFilter()
{
    const QStringList filter = {u"--filter"_s, u"finding:A1"_s, web};
    const CommandRun explained = runTmglens(QStringList{u"explain"_s, u"--json"_s} + filter);
    int count = 0;
    for (const QJsonValue& finding : QJsonDocument::fromJson(explained.output)["findings"_L1].toArray())
        if (finding["pattern"_L1].toString() == "A1"_L1)
            count += finding["records"_L1].toInt();
    QVERIFY(count > 100);
    const CommandRun exported = runTmglens(QStringList{u"export"_s} + filter);
    QCOMPARE(exported.output.count("\r\n"), count + 1);
    const CommandRun summed = runTmglens(QStringList{u"summary"_s, u"--json"_s} + filter);
    QCOMPARE(QJsonDocument::fromJson(summed.output)["records"_L1].toInt(), count);
}

/// The counts stay what the log says; how many of them findings explain stands beside them.
void TestExplainCommand::tellsInTheSummaryWhatRefusalsMeant()
{
    const QStringList verb = {u"summary"_s, web};
    const auto parsed = [](const CommandRun& run) { return QJsonDocument::fromJson(run.output).object(); };
    const QJsonObject plain = parsed(runTmglens(verb + QStringList{u"--json"_s}));
    const QJsonObject found = parsed(runTmglens(verb + QStringList{u"--json"_s, u"--findings"_s}));
    QCOMPARE(found["classes"_L1], plain["classes"_L1]);
    QVERIFY(!plain.contains("folded"_L1));
    const CommandRun logons = runTmglens(verb + QStringList{u"--json"_s, u"--filter"_s, u"class:denied finding:A1"_s});
    const int count = parsed(logons)["records"_L1].toInt();
    QVERIFY(count > 100);
    QCOMPARE(found["folded"_L1], QJsonValue(QJsonObject{{u"denied"_s, QJsonObject{{u"A1"_s, count}}}}));
    int ofCodes = 0;
    for (const QJsonValue& code : found["codes"_L1].toArray())
        ofCodes += code["folded"_L1]["A1"_L1].toInt();
    QCOMPARE(ofCodes, count);
    const QByteArray text = runTmglens(verb + QStringList{u"--findings"_s}).output;
    const QByteArray note = "  " + QByteArray::number(count) + " belong to logons\n";
    QVERIFY2(text.contains(note), text.constData());
    QVERIFY(!runTmglens(verb).output.contains("belong to"));
}

QTEST_GUILESS_MAIN(TestExplainCommand)
#include "tst_explaincommand.moc"
