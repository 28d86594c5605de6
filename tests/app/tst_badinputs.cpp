// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandrun.h"
#include "tests/support/testlog.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// What people really pass: each gets an answer in a sentence, and never a crash.
class TestBadInputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesInOneSentence_data();
    void refusesInOneSentence();
    void refusesForbiddenFile();
    void tellsWhyStandardInputCannotBeRead();
    void tellsWhyStandardInputCannotBeCopied();
    void readsWhatCanBeRead_data();
    void readsWhatCanBeRead();
    void tellsTheFirstMalformedLine();
    void tellsWhatFollowsTheLastRecord();
    void makesLogTextHarmless();
    void writesNothingToObey_data();
    void writesNothingToObey();
    void leavesSourcesAlone();
};

namespace {

QByteArray randomBytes(qsizetype count)
{
    std::mt19937 random(20100512);
    QByteArray bytes;
    for (qsizetype i = 0; i < count; ++i)
        bytes += char(random() & 0xFF);
    return bytes;
}

qint64 recordCount(const CommandRun& run)
{
    return QJsonDocument::fromJson(run.output).object()[u"records"_s].toInteger(-1);
}

} // namespace

void TestBadInputs::refusesInOneSentence_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("part");

    QTest::newRow("empty") << QByteArray() << QByteArray("is empty");
    QTest::newRow("random bytes") << randomBytes(1000000) << QByteArray("is not a log");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) + randomBytes(5000)
                             << QByteArray("begins with “\\x89PNG\\x0D\\x0A\\x1A");
    QTest::newRow("only NUL bytes") << QByteArray(3000000, '\0') << QByteArray("nothing but NUL bytes");
    QTest::newRow("prose") << QByteArray("Dear all,\nthe proxy is slow.\n") << QByteArray("is not a log");
    QTest::newRow("one line of 60 MB") << QByteArray(60000000, 'x') << QByteArray("is not a log");
}

void TestBadInputs::refusesInOneSentence()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, part);
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"bad.w3c"_s), content);
    for (const QString& verb : {u"summary"_s, u"export"_s}) {
        const CommandRun run = runTmglens({verb, u"bad.w3c"_s}, {}, folder.path());
        QCOMPARE(run.status, 3);
        QCOMPARE(run.output, QByteArray());
        QVERIFY2(run.errors.startsWith("tmglens: “bad.w3c” ") && run.errors.contains(part), run.errors);
        QCOMPARE(run.errors.count('\n'), 1);
        QVERIFY(run.errors.size() < 400);
    }
}

void TestBadInputs::refusesForbiddenFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"secret.w3c"_s);
    writeFile(path, webLog({"200"}));
    QFile::setPermissions(path, {});
    if (QFile file(path); file.open(QIODevice::ReadOnly))
        QSKIP("The one who runs this test may read everything.");
    const CommandRun run = runTmglens({u"summary"_s, path});
    QCOMPARE(run.status, 3);
    QVERIFY2(run.errors.contains("no permission"), run.errors);
}

void TestBadInputs::tellsWhyStandardInputCannotBeRead()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no shell that makes a folder standard input.");
#endif
    const QTemporaryDir folder;
    const CommandRun run = runShell(u"exec \"$TMGLENS\" summary - < ."_s, folder.path());
    QCOMPARE(run.status, 3);
    QVERIFY2(run.errors.contains("is a folder"), run.errors);
    const CommandRun closed = runShell(u"exec \"$TMGLENS\" summary - <&-"_s, folder.path());
    QCOMPARE(closed.status, 3);
    QVERIFY2(closed.errors.contains("could not be read at byte 0 (Bad file descriptor)"), closed.errors);
}

void TestBadInputs::tellsWhyStandardInputCannotBeCopied()
{
#ifdef Q_OS_WIN
    QSKIP("Windows limits no file sizes.");
#endif
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"large.w3c"_s),
              webLog({"200"}) + QByteArray(webRecord(1, "200") + "\r\n").repeated(9000));
    const CommandRun run =
        runShell(u"trap '' XFSZ; cat large.w3c | (ulimit -f 100; exec \"$TMGLENS\" summary -)"_s, folder.path());
    QCOMPARE(run.status, 3);
    QVERIFY2(run.errors.contains("(File too large)"), run.errors);
}

void TestBadInputs::readsWhatCanBeRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("records");

    const QByteArray good = webLog({"200", "12209"});
    QTest::newRow("header only") << webHeader << 0 << 0LL;
    QTest::newRow("no line end after the last record") << good.chopped(2) << 0 << 2LL;
    QTest::newRow("ragged rows") << good + "10.0.0.1\tanna\r\n" + good.sliced(webHeader.size())
            + "a\tb\tc\td\te\tf\tg\r\n"
                                 << 1 << 6LL;
    QTest::newRow("date that does not exist") << good + webRecord(3, "200").replace("05-12", "02-30") + "\r\n"
                                              << 1 << 3LL;
    QTest::newRow("code that is none") << good + webRecord(3, "many") + "\r\n" << 1 << 3LL;
    QTest::newRow("NUL bytes within") << good + webRecord(3, "200").replace("user", QByteArray("us\0r", 4)) + "\r\n"
                                      << 1 << 3LL;
    QTest::newRow("cut in the middle") << good + webRecord(3, "200").first(30) << 1 << 3LL;
    QTest::newRow("a cell of 60 MB") << good + webRecord(3, "200").replace("http", QByteArray(60000000, 'x')) + "\r\n"
            + webRecord(4, "200")
            + "\r\n" << 1 << 4LL;
    QTest::newRow("blank lines") << good + "\r\n\r\n" + webRecord(3, "200") + "\r\n" << 0 << 3LL;
}

void TestBadInputs::readsWhatCanBeRead()
{
    QFETCH(QByteArray, content);
    QFETCH(int, status);
    QFETCH(qint64, records);
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"odd.w3c"_s), content);

    const CommandRun summary = runTmglens({u"summary"_s, u"--json"_s, u"odd.w3c"_s}, {}, folder.path());
    QCOMPARE(recordCount(summary), records);
    QCOMPARE(summary.status, status);
    QCOMPARE(summary.errors.isEmpty(), status == 0);
    const CommandRun exported = runTmglens({u"export"_s, u"odd.w3c"_s}, {}, folder.path());
    QCOMPARE(exported.output.count('\n'), records + 1);
    QCOMPARE(exported.status, status);
    QVERIFY2(exported.errors.startsWith(summary.errors), exported.errors);
}

void TestBadInputs::tellsTheFirstMalformedLine()
{
    const QByteArray log = webLog({"200", "12209"}) + "\r\n10.0.0.1\tanna\r\n10.0.0.2\tberta\r\n";
    const CommandRun run = runTmglens({u"summary"_s, u"-"_s}, log);
    QCOMPARE(run.status, 1);
    QVERIFY2(run.errors.startsWith("tmglens: standard input: malformed records: 2, the first in line 7. The record has "
                                   "fewer fields than the log's layout. "),
             run.errors);
}

void TestBadInputs::tellsWhatFollowsTheLastRecord()
{
    const QTemporaryDir folder;
    writeFile(folder.filePath(u"open.w3c"_s), webLog({"200", "12209"}) + QByteArray(1000, '\0'));
    const CommandRun run = runTmglens({u"summary"_s, u"--json"_s, u"open.w3c"_s}, {}, folder.path());
    QCOMPARE(recordCount(run), 2);
    QCOMPARE(run.status, 1);
    QVERIFY2(run.errors.contains("the last 1,000 bytes"), run.errors);
}

void TestBadInputs::makesLogTextHarmless()
{
    const QByteArray log = webHeader + webRecord(0, "\x1B]0;owned\x07") + "\r\n" + webRecord(1, "200") + "\r\n";
    const CommandRun run = runTmglens({u"summary"_s, u"-"_s}, log);
    QVERIFY(!run.output.contains('\x1B'));
    QVERIFY2(run.output.contains("\\x1B]0;owned\\x07"), run.output);
    const CommandRun missing = runTmglens({u"summary"_s, u"gone\x1B[2J.w3c"_s});
    QVERIFY(!missing.errors.contains('\x1B'));
}

void TestBadInputs::writesNothingToObey_data()
{
    // "log", "json" and "gone" stand for files with hostile names.
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const QStringList& arguments) { QTest::newRow(qPrintable(arguments.join(u' '))) << arguments; };
    for (const auto& verb : {u"summary"_s, u"explain"_s}) {
        for (const auto& form : {u""_s, u"--json"_s, u"--html"_s})
            row(form.isEmpty() ? QStringList{verb, u"log"_s} : QStringList{verb, form, u"log"_s});
        row({verb, u"gone"_s});
        row({verb, u"json"_s});
        row({verb, u"--filter"_s, u"log"_s, u"log"_s});
    }
    row({u"summary"_s, u"--findings"_s, u"log"_s});
    row({u"decode"_s, u"gone"_s});
    row({u"decode"_s, u"--json"_s, u"gone"_s});
    row({u"export"_s, u"gone"_s});
    row({u"export"_s, u"-o"_s, u"gone"_s, u"gone"_s});
    row({u"export"_s, u"-o"_s, u"log"_s, u"log"_s});
    row({u"export"_s, u"--columns"_s, u"gone"_s, u"log"_s});
    row({u"verify"_s, u"json"_s});
    row({u"verify"_s, u"gone"_s});
    row({u"verify"_s, u"log"_s});
    row({u"gone"_s});
    row({u"--gone"_s});
}

/// Neither a terminal nor a reader is led astray by what a log or a name holds: no verb lets it through. (The records
/// that `export` writes are the log's own bytes.)
void TestBadInputs::writesNothingToObey()
{
    const QByteArray hostile = "\x1B]0;owned\x07\x1B[2J\xC2\x9B"
                               "2J\xE2\x80\xAE\xE2\x80\x8B";
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"%1-"_s + QString::fromUtf8(hostile));
    QByteArray log = fileContent(QStringLiteral(TMGLENS_TEST_DATA "/samples/ISALOG_20100512_WEB_000.w3c"));
    for (const QByteArray before : {"http://", "\tMozilla", "\tanonymous"})
        log.replace(before, QByteArray(before + hostile));
    writeFile(name.arg(u"log"), log);
    writeFile(name.arg(u"json"), QByteArray("{\"" + hostile + "\": 1}"));
    QFETCH(QStringList, arguments);
    for (QString& argument : arguments) {
        if (QStringList{u"log"_s, u"json"_s, u"gone"_s}.contains(argument))
            argument = name.arg(argument);
    }
    const CommandRun run = runTmglens(arguments);
    QVERIFY(run.status >= 0);
    const QString written = QString::fromUtf8(run.output + run.errors);
    for (const QChar obeyed : {u'\x1B', u'\a', u'\x9B', u'\u202E', u'\u200B'}) {
        const auto at = written.indexOf(obeyed);
        QVERIFY2(at < 0, qPrintable(QString::number(obeyed.unicode(), 16) + u" in "_s + written.mid(at - 100, 200)));
    }
}

/// Evidence: no byte, no time and no file beside it changes.
void TestBadInputs::leavesSourcesAlone()
{
    const QTemporaryDir folder;
    const QByteArray log = webLog({"200", "12209"});
    const QString path = folder.filePath(u"a.w3c"_s);
    writeFile(path, log);
    const auto changed = [&path] { return QFileInfo(path).metadataChangeTime(); };
    const QDateTime before = changed();
    QTest::qSleep(20); // longer than what file systems tell apart
    for (const QString& verb : {u"summary"_s, u"explain"_s, u"export"_s})
        QVERIFY(runTmglens({verb, path}).status <= 1);
    QCOMPARE(fileContent(path), log);
    QCOMPARE(changed(), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{u"a.w3c"_s});
}

QTEST_GUILESS_MAIN(TestBadInputs)
#include "tst_badinputs.moc"
