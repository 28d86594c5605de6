// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/model/finding/story.h"
#include "tests/support/testlog.h"

#include <QProcess>
#include <QTest>

#include <random>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// Findings in whole logs: in pieces, sets, out of order, and how many there are on quiet and other days.
class TestFindingSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsInPiecesWhatItFindsAtOnce_data();
    void findsInPiecesWhatItFindsAtOnce();
    void takesLogsInAnyOrder();
    void toleratesRecordsThatComeLate_data();
    void toleratesRecordsThatComeLate();
    void leavesOutRecordsWithoutATime();
    void stops();
    void findsNothingOnAQuietDay_data();
    void findsNothingOnAQuietDay();
    void findsStoriesInTheSamples();
};

static QByteArray generated(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(TMGLENS_GENERATOR), arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("The generator failed.");
    return process.readAllStandardOutput();
}

/// All that is told, and the records that it rests on.
static QStringList told(const Findings& findings)
{
    QStringList lines;
    for (const Finding& finding : findings.findings) {
        QString line = toldOf(finding);
        for (const quint32 record : finding.records)
            line += u' ' + QString::number(record);
        lines += line;
    }
    return lines;
}

void TestFindingSearch::findsInPiecesWhatItFindsAtOnce_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 3; ++seed) {
        QTest::addRow("web, %d", seed) << u"web"_s << seed;
        QTest::addRow("firewall, %d", seed) << u"firewall"_s << seed;
    }
}

void TestFindingSearch::findsInPiecesWhatItFindsAtOnce()
{
    QFETCH(const QString, kind);
    QFETCH(const int, seed);
    const QByteArray log = generated({u"--kind"_s, kind, u"--rows"_s, u"8000"_s, u"--seed"_s, QString::number(seed)});
    const RecordIndex whole = indexInBlocks(log, 61);
    const FindingsPointer expected = findingsIn(whole);
    QVERIFY(expected->findings.size() > 3);
    std::mt19937 random{unsigned(seed)};
    RecordIndex index;
    FindingSearch search(*builtInPatterns());
    FindingsPointer findings;
    for (const RecordIndex::Part& part : whole.parts()) {
        index.append(part.block);
        if (random() % 3 == 0)
            QVERIFY(search.goOn(index, {}));
        if (random() % 7 == 0) {
            QVERIFY(search.goOn(index, {}));
            findings = search.findings(index);
        }
    }
    QVERIFY(search.goOn(index, {}));
    findings = search.findings(index);
    QCOMPARE(findings->end, whole.recordCount());
    QCOMPARE(told(*findings), told(*expected));
}

void TestFindingSearch::takesLogsInAnyOrder()
{
    const Story story = Story::read(": D3 found two logs\n"
                                    "8:00:00 web 10.0.0.1 shop.example 12218\n"
                                    "8:00:30 fw 10.0.0.2:2000 203.0.113.9:80 0xC0040016\n"
                                    "8:01:00 web 10.0.0.3 shop.example 12218\n")
                            .first();
    for (const bool isWebFirst : {true, false}) {
        RecordIndex index;
        const auto append = [&index, &story](LogKind kind) {
            const auto blocks = blocksOf(story.log(kind), kind == LogKind::Web ? u"web.w3c"_s : u"firewall.w3c"_s);
            for (const BlockPointer& block : *blocks)
                index.append(block);
        };
        append(isWebFirst ? LogKind::Web : LogKind::Firewall);
        append(isWebFirst ? LogKind::Firewall : LogKind::Web);
        const FindingsPointer findings = findingsIn(index);
        QCOMPARE(findings->findings.size(), 1U);
        QVERIFY(toldOf(findings->findings.front()).startsWith(u"D3 alarm 8:00:00-8:01:00 3: "_s));
    }
}

void TestFindingSearch::toleratesRecordsThatComeLate_data()
{
    QTest::addColumn<QByteArray>("story");
    QTest::newRow("names") << ": D1 found ten names\n8:00:00 x12/3 web 10.0.0.{n%2} www.host{n}.example 11001\n"_ba;
    QTest::newRow("scan")
        << ": X1 found a scan\n8:00:00 x12/3 fw 203.0.113.77:{n+2000} 198.51.100.5:{n+20} 0xC004000D to=firewall\n"_ba;
    QTest::newRow("refusals") << ": X5 found refusals\n8:00:00 x9/20 web 10.0.0.9 shop.example 12219\n"_ba;
}

void TestFindingSearch::toleratesRecordsThatComeLate()
{
    QFETCH(const QByteArray, story);
    Story inOrder = Story::read(story).first();
    Story late = inOrder;
    for (qsizetype i = 0; i + 1 < late.records.size(); i += 2)
        late.records.swapItemsAt(i, i + 1);
    const FindingsPointer expected = findingsIn(inOrder.index());
    const FindingsPointer findings = findingsIn(late.index());
    QCOMPARE(expected->findings.size(), 1U);
    QCOMPARE(findings->findings.size(), 1U);
    // Names are those of the record that comes first.
    QCOMPARE(toldOf(findings->findings.front()).section(u' ', 0, 3),
             toldOf(expected->findings.front()).section(u' ', 0, 3));
}

void TestFindingSearch::leavesOutRecordsWithoutATime()
{
    const Story story =
        Story::read(": D1b found three times\n8:00:00 x3/60 web 10.0.0.1 wwww.shop.example 11001\n").first();
    QByteArray log = story.log(LogKind::Web);
    const qsizetype record = log.indexOf("10.0.0.1");
    const QByteArray timeless = log.sliced(record, afterLine(log, record) - record);
    log.insert(record, QByteArray(timeless).replace("2010-05-12\t08:00:00", "-\t-"));
    const RecordIndex index = indexOf(log);
    QCOMPARE(index.recordCount(), 4U);
    const FindingsPointer findings = findingsIn(index);
    QCOMPARE(findings->findings.size(), 1U);
    QCOMPARE(findings->findings.front().records, (std::vector<quint32>{1, 2, 3}));
}

void TestFindingSearch::stops()
{
    const RecordIndex index = indexOf(generated({u"--kind"_s, u"web"_s, u"--rows"_s, u"8000"_s}));
    std::stop_source stop;
    stop.request_stop();
    FindingSearch search(*builtInPatterns());
    QVERIFY(search.goOn(index, stop.get_token()));
    QVERIFY(search.findings(index)->findings.empty());
}

void TestFindingSearch::findsNothingOnAQuietDay_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("rows");
    for (const int rows : {2000, 100'000, 400'000}) {
        QTest::addRow("web, %d", rows) << u"web"_s << rows;
        QTest::addRow("firewall, %d", rows) << u"firewall"_s << rows;
    }
}

void TestFindingSearch::findsNothingOnAQuietDay()
{
    QFETCH(const QString, kind);
    QFETCH(const int, rows);
    const QByteArray log = generated(
        {u"--kind"_s, kind, u"--rows"_s, QString::number(rows), u"--story"_s, u"quiet"_s, u"--seed"_s, u"1"_s});
    const FindingsPointer findings = findingsIn(indexOf(log));
    QStringList worrying;
    std::size_t notices = 0;
    for (const Finding& finding : findings->findings) {
        if (finding.severity > FindingSeverity::Notice)
            worrying += toldOf(finding);
        notices += finding.severity == FindingSeverity::Notice;
    }
    qInfo("%zu notices among %d records", notices, rows);
    for (const Finding& finding : findings->findings)
        if (finding.severity == FindingSeverity::Notice && notices-- < 4)
            qInfo("%s", qPrintable(toldOf(finding)));
    QVERIFY2(worrying.isEmpty(), qPrintable(u'\n' + worrying.join(u'\n')));
}

void TestFindingSearch::findsStoriesInTheSamples()
{
    QStringList found;
    for (const QString& name : {u"ISALOG_20100512_WEB_000.w3c"_s, u"ISALOG_20100512_FWS_000.w3c"_s}) {
        QFile file(QStringLiteral(TMGLENS_TEST_DATA "/samples/") + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const FindingsPointer findings = findingsIn(indexOf(file.readAll()));
        for (const Finding& finding : findings->findings) {
            qInfo("%s", qPrintable(toldOf(finding)));
            if (finding.severity != FindingSeverity::Noise && !found.contains(finding.pattern->id))
                found += finding.pattern->id;
        }
    }
    found.sort();
    for (const char* const id : {"A4", "C2", "D1", "S3", "X5", "F3", "F6", "F7", "F8", "X1", "X2", "X4", "X6", "X6b"})
        QVERIFY2(found.contains(QLatin1StringView(id)),
                 qPrintable(u"There is no %1 among %2."_s.arg(QLatin1StringView(id), found.join(u' '))));
}

QTEST_GUILESS_MAIN(TestFindingSearch)
#include "tst_findingsearch.moc"
