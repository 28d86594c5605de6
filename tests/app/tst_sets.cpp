// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandrun.h"
#include "tests/support/testarchive.h"
#include "tests/support/testlog.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// The verbs with several logs as one.
class TestSets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSameHoweverItIsCut_data();
    void givesTheSameHoweverItIsCut();
    void namesTheLogOfEachRecord();
    void joinsColumnsByMeaning();
    void takesFoldersAndPatterns();
    void remarksWhatIsMissingOrThereTwice();
    void saysWhatIsNoLog();
};

namespace {

const QString allFields = u"c-ip,cs-username,date,time,cs-uri,sc-status"_s;

/// Cells of webRecord(), as its fields stand.
QByteArrayList cellsOf(int n)
{
    static const QByteArrayList codes = {"200", "12209", "304", "11001", "502"};
    return webRecord(n, codes[n % codes.size()]).split('\t');
}

/// A log of the records @p numbers with its fields in an order of its own.
QByteArray shuffledLog(const QList<int>& numbers, QRandomGenerator& random)
{
    QList<int> order = {0, 1, 2, 3, 4, 5};
    std::ranges::shuffle(order, random);
    const auto arranged = [&order](const QByteArrayList& cells) {
        QByteArrayList result;
        for (const int cell : order)
            result += cells[cell];
        return result.join('\t');
    };
    QByteArray log = "#Software: Microsoft Forefront Threat Management Gateway\r\n#Version: 2.0\r\n#Fields: "
        + arranged(allFields.toUtf8().split(',')) + "\r\n";
    for (const int number : numbers)
        log += arranged(cellsOf(number)) + "\r\n";
    return log;
}

/// Writes @p log under a name with @p stem into @p folder, in one of the forms in which logs come.
void writeSomehow(const QTemporaryDir& folder, const QString& stem, const QByteArray& log, QRandomGenerator& random)
{
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    switch (random.bounded(4)) {
    case 0:
        return writeFile(folder.filePath(stem + u".w3c.gz"_s), packed(gzip, {{"log", log}}));
    case 1:
        return writeFile(folder.filePath(stem + u".zip"_s), packed(zip, {{"in/a.w3c", log}}));
    case 2:
        return writeFile(folder.filePath(stem + u".txt"_s), utf16(QString::fromUtf8(log)));
    default:
        return writeFile(folder.filePath(stem + u".w3c"_s), log);
    }
}

} // namespace

void TestSets::givesTheSameHoweverItIsCut_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 12; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestSets::givesTheSameHoweverItIsCut()
{
    QFETCH(const int, seed);
    QRandomGenerator random{quint32(seed)};
    const int fileCount = random.bounded(2, 9);
    const bool isCutInPieces = random.bounded(2) == 0; // else records go to the logs as cards to players
    QList<QList<int>> numbers(fileCount);
    QByteArray whole = webHeader;
    constexpr int recordCount = 400;
    for (int n = 0; n < recordCount; ++n) {
        whole += cellsOf(n).join('\t') + "\r\n";
        numbers[isCutInPieces ? n * fileCount / recordCount : random.bounded(fileCount)] += n;
    }
    const QTemporaryDir folder;
    const QTemporaryDir elsewhere;
    writeFile(elsewhere.filePath(u"whole.w3c"_s), whole);
    for (int file = 0; file < fileCount; ++file)
        writeSomehow(folder, QString::number(random.generate()), shuffledLog(numbers[file], random), random);
    for (const QStringList& options : {QStringList{},
                                       {u"--decoded"_s},
                                       {u"--filter"_s, u"class:denied"_s},
                                       {u"--filter"_s, u"user:user1* OR code:502"_s}}) {
        const QStringList verb = QStringList{u"export"_s, u"--columns"_s, allFields} + options;
        const CommandRun asOne = runTmglens(verb + QStringList{folder.path()}, {}, elsewhere.path());
        const CommandRun plain = runTmglens(verb + QStringList{u"whole.w3c"_s}, {}, elsewhere.path());
        QCOMPARE(asOne.status, 0);
        QCOMPARE(asOne.output, plain.output);
        QVERIFY(plain.output.size() > 1000);
    }
}

void TestSets::namesTheLogOfEachRecord()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"A"_s) && QDir(folder.path()).mkdir(u"B"_s));
    writeFile(folder.filePath(u"A/log.w3c"_s), webHeader + webRecord(1, "200") + "\r\n" + webRecord(4, "200") + "\r\n");
    writeFile(folder.filePath(u"B/log.w3c"_s), webHeader + webRecord(2, "200") + "\r\n");
    const auto run = [&folder](const QStringList& arguments) {
        return runTmglens(QStringList{u"export"_s} + arguments, {}, folder.path()).output;
    };
    QCOMPARE(run({u"--columns"_s, u"time,file"_s, u"."_s}),
             "file,time\r\nA/log.w3c,00:00:01\r\nB/log.w3c,00:00:02\r\nA/log.w3c,00:00:04\r\n");
    QVERIFY(run({u"."_s}).startsWith("file,c-ip,"));
    QVERIFY(run({u"A/log.w3c"_s}).startsWith("c-ip,"));
    QCOMPARE(run({u"--columns"_s, u"file"_s, u"A/log.w3c"_s}), "file\r\nlog.w3c\r\nlog.w3c\r\n");
    QCOMPARE(run({u"--columns"_s, u"time"_s, u"--filter"_s, u"file:B/log.w3c"_s, u"."_s}), "time\r\n00:00:02\r\n");
    QCOMPARE(run({u"--columns"_s, u"time"_s, u"--filter"_s, u"file:log.w3c"_s, u"."_s}),
             "time\r\n00:00:01\r\n00:00:02\r\n00:00:04\r\n");
}

/// Web and firewall logs call the client and others by different names.
void TestSets::joinsColumnsByMeaning()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"web.w3c"_s), webHeader + webRecord(2, "200") + "\r\n");
    writeFile(folder.filePath(u"fws.w3c"_s),
              "#Software: Microsoft Forefront Threat Management Gateway\r\n#Version: 2.0\r\n"
              "#Fields: computer\tdate\ttime\tIP protocol\tsource\tdestination\taction\tstatus\trule\r\n"
              "TMG\t2010-05-12\t00:00:01\tTCP\t10.0.0.9:1234\t192.0.2.1:80\tDenied\t0xc004000d\tDefault rule\r\n");
    const CommandRun joined = runTmglens(
        {u"export"_s, u"--columns"_s, u"time,c-ip,sc-status"_s, u"web.w3c"_s, u"fws.w3c"_s}, {}, folder.path());
    QCOMPARE(joined.output, "time,c-ip,sc-status\r\n00:00:01,10.0.0.9:1234,0xc004000d\r\n00:00:02,10.0.0.2,200\r\n");
}

void TestSets::remarksWhatIsMissingOrThereTwice()
{
    const QTemporaryDir folder;
    const QByteArray log = webLog({"200", "12209"});
    writeFile(folder.filePath(u"ISALOG_20100512_WEB_000.w3c"_s), log);
    writeFile(folder.filePath(u"ISALOG_20100514_WEB_000.w3c"_s), QByteArray(log).replace("05-12", "05-14"));
    const auto remarks = [&folder] {
        const CommandRun run = runTmglens({u"summary"_s, u"--json"_s, u"."_s}, {}, folder.path());
        QStringList sentences;
        const QJsonArray array = QJsonDocument::fromJson(run.output)["remarks"_L1].toArray();
        for (const QJsonValueConstRef remark : array)
            sentences += remark.toString();
        return sentences;
    };
    QCOMPARE(remarks(), QStringList{u"There is no WEB log of 2010-05-13."_s});
    writeFile(folder.filePath(u"ISALOG_20100513_WEB_000.w3c"_s), QByteArray(log).replace("05-12", "05-13"));
    QCOMPARE(remarks(), QStringList());
    writeFile(folder.filePath(u"copy.w3c"_s), log);
    QCOMPARE(remarks().size(), 1);
    QVERIFY2(remarks().constFirst().contains(u"copy.w3c"_s), qPrintable(remarks().constFirst()));
    const CommandRun text = runTmglens({u"summary"_s, u"."_s}, {}, folder.path());
    QVERIFY2(text.output.contains("\nTo note: "), text.output);
    const CommandRun explained = runTmglens({u"explain"_s, u"."_s}, {}, folder.path());
    QVERIFY2(explained.output.contains("\nTo note: "), explained.output);
    const CommandRun object = runTmglens({u"explain"_s, u"--json"_s, u"."_s}, {}, folder.path());
    QCOMPARE(QJsonDocument::fromJson(object.output)["remarks"_L1].toArray().size(), 1);
}

void TestSets::takesFoldersAndPatterns()
{
    const QTemporaryDir folder;
    for (const QString& name : {u"ISALOG_20100512_WEB_000.w3c"_s, u"ISALOG_20100512_WEB_010.w3c"_s, u"other.w3c"_s})
        writeFile(folder.filePath(name), webLog({"200"}));
    const auto files = [&folder](const QStringList& named) {
        const CommandRun run = runTmglens(QStringList{u"summary"_s, u"--json"_s} + named, {}, folder.path());
        QStringList paths;
        for (const QJsonValue& file : QJsonDocument::fromJson(run.output)["files"_L1].toArray())
            paths += file["path"_L1].toString();
        return paths;
    };
    QCOMPARE(files({u"ISALOG_*"_s}), (QStringList{u"ISALOG_20100512_WEB_000.w3c"_s, u"ISALOG_20100512_WEB_010.w3c"_s}));
    QCOMPARE(files({u"ISALOG_*_01?.w3c"_s}), QStringList{u"ISALOG_20100512_WEB_010.w3c"_s});
    QCOMPARE(files({u"other.w3c"_s, u"."_s}).size(), 3);
    QCOMPARE(files({u"other.w3c"_s, u"other.w3c"_s}).size(), 1);
    const CommandRun empty = runTmglens({u"summary"_s, folder.path() + u"/none"_s});
    QCOMPARE(empty.status, 3);
    QVERIFY(QDir(folder.path()).mkdir(u"none"_s));
    QVERIFY(runTmglens({u"summary"_s, folder.path() + u"/none"_s}).errors.contains("no file in the folder"));
}

void TestSets::saysWhatIsNoLog()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"a.w3c"_s), webLog({"200"}));
    writeFile(folder.filePath(u"readme.txt"_s), "Nothing of interest.\n");
    const CommandRun run = runTmglens({u"export"_s, u"--columns"_s, u"sc-status"_s, folder.path()});
    QCOMPARE(run.status, 1);
    QCOMPARE(run.output, "sc-status\r\n200\r\n");
    QVERIFY(run.errors.contains("readme.txt"));
}

QTEST_GUILESS_MAIN(TestSets)
#include "tst_sets.moc"
