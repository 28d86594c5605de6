// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandrun.h"
#include "tests/support/testlog.h"
#include "tests/ui/findings/findingstory.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// What `tmglens export` leaves behind, whatever happens meanwhile.
class TestExportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void replacesItsTarget();
    void leavesTargetWhenNothingCanBeRead();
    void refusesToReplaceALog();
    void leavesTargetWhenDiskIsFull();
    void leavesTargetWhenInterrupted();
    void saysThatADeviceIsFull();
    void endsQuietlyWhenNobodyReads();
    void filtersBeforeItWrites();
    void tellsOfSurplusCells();
    void writesLogsThatChangeTheirLayout();
    void mergesSeveralLogsByTime();
    void addsFindings_data();
    void addsFindings();
    void promisesWhatATargetHeldOnlyIfItHeldSomething();

private:
    [[nodiscard]] QString target() const { return m_folder.filePath(u"out.csv"_s); }
    [[nodiscard]] QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir m_folder;
    QTemporaryDir m_logs;
    QString m_small;
    QString m_large;
};

void TestExportCommand::initTestCase()
{
    m_small = m_logs.filePath(u"small.w3c"_s);
    m_large = m_logs.filePath(u"large.w3c"_s);
    writeFile(m_small, webLog({"200", "12209"}));
    QByteArray rows;
    for (int i = 0; i < 1000; ++i)
        rows += webRecord(i, "12209") + "\r\n";
    writeFile(m_large, webHeader + rows.repeated(800)); // some 50 MB
}

void TestExportCommand::init()
{
    writeFile(target(), "old");
}

void TestExportCommand::replacesItsTarget()
{
    const CommandRun run = runTmglens({u"export"_s, m_small, u"--columns"_s, u"sc-status, C-IP"_s, u"-o"_s, target()});
    QCOMPARE(run.errors, QByteArray());
    QCOMPARE(run.output, QByteArray());
    QCOMPARE(run.status, 0);
    QCOMPARE(fileContent(target()), QByteArray("sc-status,c-ip\r\n200,10.0.0.0\r\n12209,10.0.0.1\r\n"));
    QCOMPARE(files(), QStringList(u"out.csv"_s));
}

void TestExportCommand::leavesTargetWhenNothingCanBeRead()
{
    QCOMPARE(runTmglens({u"export"_s, u"gone.w3c"_s, u"-o"_s, target()}).status, 3);
    QCOMPARE(fileContent(target()), QByteArray("old"));
}

void TestExportCommand::refusesToReplaceALog()
{
    const QByteArray before = fileContent(m_small);
    const CommandRun run = runTmglens(
        {u"export"_s, m_small, u"-o"_s, m_logs.path() + u"/../"_s + QDir(m_logs.path()).dirName() + u"/small.w3c"_s});
    QCOMPARE(run.status, 2);
    QVERIFY(run.errors.contains("is one of the logs"));
    QCOMPARE(fileContent(m_small), before);
}

void TestExportCommand::leavesTargetWhenDiskIsFull()
{
#ifdef Q_OS_WIN
    QSKIP("Windows limits no file sizes.");
#endif
    // A limit on the size of files ends writing as a full disk does, and needs no disk of its own.
    const CommandRun run =
        runShell(u"trap '' XFSZ; ulimit -f 100; exec \"$TMGLENS\" export '%1' -o '%2'"_s.arg(m_large, target()),
                 m_folder.path());
    QCOMPARE(run.status, 3);
    QVERIFY2(run.errors.contains("could not be written (File too large). What it held before is still there."),
             run.errors);
    QCOMPARE(fileContent(target()), QByteArray("old"));
    QCOMPARE(files(), QStringList(u"out.csv"_s));
}

void TestExportCommand::leavesTargetWhenInterrupted()
{
    if (!QFile::exists(u"/proc/self/fd"_s))
        QSKIP("Without /proc there is no telling when the export has begun to write.");
    QProcess process;
    process.start(QStringLiteral(TMGLENS_EXECUTABLE), {u"export"_s, u"--decoded"_s, m_large, u"-o"_s, target()});
    QVERIFY(process.waitForStarted());
    const std::string descriptors = "/proc/" + std::to_string(process.processId()) + "/fd";
    const auto isWriting = [&] {
        std::error_code ignored;
        for (const auto& entry : std::filesystem::directory_iterator(descriptors, ignored)) {
            if (std::filesystem::read_symlink(entry, ignored).string().starts_with(m_folder.path().toStdString()))
                return true;
        }
        return false;
    };
    QVERIFY(QTest::qWaitFor(isWriting, 30000));
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit); // by the signal, as shells expect
    QCOMPARE(fileContent(target()), QByteArray("old"));
    QCOMPARE(files(), QStringList(u"out.csv"_s));
}

void TestExportCommand::saysThatADeviceIsFull()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("There is no /dev/full.");
    const CommandRun device = runTmglens({u"export"_s, m_small, u"-o"_s, u"/dev/full"_s});
    QCOMPARE(device.status, 3);
    QVERIFY2(device.errors.contains("No space left on device"), device.errors);
    for (const QString& verb : {u"export '%1'"_s, u"summary '%1'"_s, u"summary --json '%1'"_s, u"decode 5"_s}) {
        const QString command = verb.contains(u'%') ? verb.arg(m_small) : verb;
        const CommandRun run = runShell(u"exec \"$TMGLENS\" %1 > /dev/full"_s.arg(command), m_folder.path());
        QCOMPARE(run.status, 3);
        QVERIFY2(run.errors.contains("No space left on device"), run.errors);
    }
}

void TestExportCommand::endsQuietlyWhenNobodyReads()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no such pipes.");
#endif
    const CommandRun run = runShell(u"\"$TMGLENS\" export '%1' | head -n 1"_s.arg(m_large), m_folder.path());
    QCOMPARE(run.output, QByteArray("c-ip,cs-username,date,time,cs-uri,sc-status\r\n"));
    QCOMPARE(run.errors, QByteArray());
}

void TestExportCommand::filtersBeforeItWrites()
{
    const CommandRun run = runTmglens(
        {u"export"_s, m_small, u"--filter"_s, u"class:denied"_s, u"--columns"_s, u"cs-username"_s, u"--decoded"_s});
    QCOMPARE(run.status, 0);
    QVERIFY2(run.output.startsWith("cs-username,result-class,result-symbol,result-message\r\nuser1,denied,"),
             run.output);
    QCOMPARE(run.output.count('\n'), 2);
    const CommandRun none = runTmglens({u"export"_s, m_small, u"--filter"_s, u"class:attack"_s});
    QCOMPARE(none.status, 0);
    QCOMPARE(none.output, QByteArray("c-ip,cs-username,date,time,cs-uri,sc-status\r\n"));
}

void TestExportCommand::tellsOfSurplusCells()
{
    const QByteArray rows = webRecord(1, "200") + "\tmore\r\n" + webRecord(2, "304") + "\tand\tmore\r\n";
    writeFile(m_folder.filePath(u"ragged.w3c"_s), webLog({"200"}) + "10.0.0.9\tshort\r\n" + rows);
    const CommandRun run = runTmglens({u"export"_s, u"ragged.w3c"_s}, {}, m_folder.path());
    QVERIFY(QFile::remove(m_folder.filePath(u"ragged.w3c"_s)));
    QCOMPARE(run.status, 1);
    QVERIFY(!run.output.contains("more"));
    QVERIFY2(run.errors.contains("more cells than the log has fields: 2. The surplus cells are not in the CSV."),
             run.errors);
}

/// Which cannot be known when the first record is read.
void TestExportCommand::writesLogsThatChangeTheirLayout()
{
    const QByteArray log = webLog({"200"});
    QByteArray other = webLog({"304"});
    other.replace("sc-status\r\n", "sc-status\tmore\r\n").replace("\t304\r\n", "\t304\tx\r\n");
    const QByteArray expected = "sc-status,more\r\n200,\r\n304,x\r\n";
    const QStringList columns{u"--columns"_s, u"sc-status,more"_s};
    QCOMPARE(runTmglens(QStringList{u"export"_s, u"-"_s} + columns, log + other).output, expected);
    const CommandRun run = runTmglens(QStringList{u"export"_s, u"-"_s, u"-o"_s, target()}, log + other);
    QCOMPARE(run.status, 0);
    QCOMPARE(run.errors, QByteArray());
    QCOMPARE(fileContent(target()),
             "c-ip,cs-username,date,time,cs-uri,sc-status,more\r\n"
             "10.0.0.0,user0,2010-05-12,00:00:00,http://host0.example/,200,\r\n"
             "10.0.0.0,user0,2010-05-12,00:00:00,http://host0.example/,304,x\r\n");
    QCOMPARE(files(), QStringList(u"out.csv"_s));
    QCOMPARE(runTmglens({u"export"_s, u"-"_s, u"--columns"_s, u"other"_s}, log).status, 2);
}

void TestExportCommand::addsFindings_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("expected");
    const QStringList columns{u"--columns"_s, u"c-ip,sc-status"_s};
    const QByteArray denied = "10.0.0.1,12209,";
    const QByteArray names = "10.0.0.1,11001,D1\r\n10.0.0.2,11001,D1\r\n10.0.0.3,11001,D1\r\n";
    const auto row = [&columns](const char* name, const QStringList& options, const QByteArray& expected) {
        QTest::newRow(name) << QStringList(columns + options) << expected;
    };
    row("all", {u"--findings"_s},
        "c-ip,sc-status,finding\r\n" + denied + "A1\r\n10.0.0.1,200,\r\n" + denied + "\r\n" + names.repeated(4));
    row("some", {u"--findings"_s, u"--filter"_s, u"class:denied"_s},
        "c-ip,sc-status,finding\r\n" + denied + "A1\r\n" + denied + "\r\n");
    row("chosen by them", {u"--findings"_s, u"--filter"_s, u"finding:A1"_s},
        "c-ip,sc-status,finding\r\n" + denied + "A1\r\n");
    row("without", {u"--filter"_s, u"class:denied"_s}, "c-ip,sc-status\r\n10.0.0.1,12209\r\n10.0.0.1,12209\r\n");
}

/// The classes that are written beside them are those of the codes.
void TestExportCommand::addsFindings()
{
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, expected);
    const QByteArray log = storyHeader + storyRecord(0, "10.0.0.1", "anonymous", "www.example", "12209")
        + storyRecord(1, "10.0.0.1", "CORP\\anna", "www.example", "200")
        + storyRecord(600, "10.0.0.1", "anonymous", "www.example", "12209") + namesNotFound(0, 12);
    const CommandRun run = runTmglens(QStringList{u"export"_s, u"-"_s} + options, log);
    QCOMPARE(run.status, 0);
    QCOMPARE(run.output, expected);
    const CommandRun decoded = runTmglens(QStringList{u"export"_s, u"-"_s, u"--decoded"_s} + options, log);
    QCOMPARE(decoded.output.count(",denied,"), expected.count(",12209"));
}

void TestExportCommand::mergesSeveralLogsByTime()
{
    const auto write = [this](const QString& name, const QByteArray& rows) {
        writeFile(m_logs.filePath(name), webHeader + rows);
        return m_logs.filePath(name);
    };
    const QString one = write(u"one.w3c"_s, webRecord(5, "200") + "\r\n" + webRecord(3, "304") + "\r\n");
    const QString other = write(u"other.w3c"_s, webRecord(4, "404") + "\r\n");
    const QStringList columns{u"--columns"_s, u"sc-status"_s};
    QCOMPARE(runTmglens(QStringList{u"export"_s, one, other} + columns).output, "sc-status\r\n304\r\n404\r\n200\r\n");
    QCOMPARE(runTmglens(QStringList{u"export"_s, one} + columns).output, "sc-status\r\n200\r\n304\r\n");
}

void TestExportCommand::promisesWhatATargetHeldOnlyIfItHeldSomething()
{
    for (const QString& place : {m_folder.path(), m_folder.filePath(u"missing/out.csv"_s), u"/dev/full"_s}) {
        const CommandRun run = runTmglens({u"export"_s, m_small, u"-o"_s, place});
        QCOMPARE(run.status, 3);
        QVERIFY2(run.errors.contains("could not be written (") && !run.errors.contains("before"), run.errors);
    }
}

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_exportcommand.moc"
