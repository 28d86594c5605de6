// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/commandrun.h"
#include "tests/faults/faultyfiles.h"
#include "tests/support/testlog.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens::Test;

namespace {

constexpr int recordCount = 40'000;

QByteArray largeLog()
{
    QByteArray log = webHeader;
    for (int i = 0; i < recordCount; ++i)
        log += webRecord(i, i % 2 ? "200" : "12209") + "\r\n";
    return log;
}

} // namespace

/// The programs as they are, with files that are faulty, or with less than they would like to have.
class TestFaultyProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void tellsWhatCannotBeRead_data();
    void tellsWhatCannotBeRead();
    void readsWhatComesInSmallPieces_data();
    void readsWhatComesInSmallPieces();
    void keepsTheOldFile_data();
    void keepsTheOldFile();
    void endsInASentenceWhereFilesMayNotGrow();
    void endsInASentenceWhereMemoryIsShort_data();
    void endsInASentenceWhereMemoryIsShort();
    void endsWhileAReadHangs();

private:
    [[nodiscard]] CommandRun runFaulty(Fault fault, const QString& path, quint64 from, const QString& command) const;

    QByteArray m_bytes = largeLog();
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFaultyProgram::initTestCase()
{
    if (!canMakeFaults())
        QSKIP("Nobody has tried how to make faults on this system.");
}

void TestFaultyProgram::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeFile(m_folder->filePath(u"large.w3c"_s), m_bytes);
    writeFile(m_folder->filePath(u"out.csv"_s), "as before");
}

/// Runs a command of shell in the folder of the test, in which files are faulty whose paths begin with @p path.
CommandRun TestFaultyProgram::runFaulty(Fault fault, const QString& path, quint64 from, const QString& command) const
{
    return runShell(
        u"export TMGLENS_TEST_FAULT=%1 TMGLENS_TEST_FROM=%2 TMGLENS_TEST_PATH='%3' LD_PRELOAD='%4'; %5"_s.arg(
            QString::number(int(fault)), QString::number(from), m_folder->filePath(path),
            QStringLiteral(TMGLENS_PRELOAD), command),
        m_folder->path());
}

void TestFaultyProgram::tellsWhatCannotBeRead_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("summary") << u"summary large.w3c"_s;
    QTest::newRow("export") << u"export large.w3c -o out.csv"_s;
    QTest::newRow("filtered export") << u"export large.w3c --filter user7 -o out.csv"_s;
    QTest::newRow("export with findings") << u"export large.w3c --findings -o out.csv"_s;
    QTest::newRow("explain") << u"explain large.w3c"_s;
}

void TestFaultyProgram::tellsWhatCannotBeRead()
{
    QFETCH(const QString, arguments);
    const quint64 middle = quint64(m_bytes.size()) / 2;
    const CommandRun run = runFaulty(Fault::ReadError, u"large.w3c"_s, middle, u"exec \"$TMGLENS\" "_s + arguments);
    QVERIFY2(run.status > 0, run.errors);
    const QByteArray sentence = "tmglens: “large.w3c” could not be read at byte " + QByteArray::number(middle)
        + " (Input/output error). Try again, or copy the file to a local disk first.";
    QVERIFY2(run.errors.contains(sentence), run.errors);
    QCOMPARE(fileContent(m_folder->filePath(u"out.csv"_s)), "as before");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList({u"large.w3c"_s, u"out.csv"_s}));
}

void TestFaultyProgram::readsWhatComesInSmallPieces_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("summary") << u"summary large.w3c"_s;
    QTest::newRow("summary of standard input") << u"summary - < large.w3c"_s;
    QTest::newRow("export") << u"export large.w3c"_s;
    QTest::newRow("explain") << u"explain large.w3c"_s;
}

void TestFaultyProgram::readsWhatComesInSmallPieces()
{
    QFETCH(const QString, arguments);
    const QString command = u"exec \"$TMGLENS\" "_s + arguments;
    const CommandRun whole = runShell(command, m_folder->path());
    const CommandRun pieces = runFaulty(Fault::ShortReads, u"large.w3c"_s, 0, command);
    QCOMPARE(whole.status, 0);
    QCOMPARE(pieces.status, 0);
    QCOMPARE(pieces.errors, whole.errors);
    QCOMPARE(pieces.output, whole.output);
    QCOMPARE_GT(pieces.output.size(), 0);
}

void TestFaultyProgram::keepsTheOldFile_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("place");
    QTest::addColumn<quint64>("from");
    QTest::addColumn<QString>("arguments");
    const QString anywhere; // a file that is to take the place of another has no name before
    for (const auto& [name, verb] : {std::pair("export", u"export"_s), std::pair("summary", u"summary"_s)}) {
        const QString arguments = verb + u" large.w3c -o \"$PWD/out.csv\""_s;
        QTest::addRow("%s, full disk", name) << Fault::FullDisk << anywhere << quint64(0) << arguments;
        QTest::addRow("%s, disk that fills up", name) << Fault::FullDisk << anywhere << quint64(50) << arguments;
        QTest::addRow("%s, disk that fails", name) << Fault::SyncError << anywhere << quint64(0) << arguments;
        QTest::addRow("%s, no permission", name) << Fault::RenameError << u"out.csv"_s << quint64(0) << arguments;
    }
}

void TestFaultyProgram::keepsTheOldFile()
{
    QFETCH(const Fault, fault);
    QFETCH(const QString, place);
    QFETCH(const quint64, from);
    QFETCH(const QString, arguments);
    const CommandRun run = runFaulty(fault, place, from, u"exec \"$TMGLENS\" "_s + arguments);
    QVERIFY2(run.status > 0, run.errors);
    QVERIFY2(run.errors.contains("out.csv” could not be written ("), run.errors);
    QCOMPARE(run.errors.count('\n'), 1);
    QCOMPARE(fileContent(m_folder->filePath(u"out.csv"_s)), "as before");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList({u"large.w3c"_s, u"out.csv"_s}));
}

void TestFaultyProgram::endsInASentenceWhereFilesMayNotGrow()
{
    const CommandRun run =
        runShell(u"ulimit -f 100; exec \"$TMGLENS\" export large.w3c -o out.csv"_s, m_folder->path());
    QVERIFY2(run.status > 0, run.errors);
    QVERIFY2(run.errors.contains("(File too large)"), run.errors);
    QCOMPARE(fileContent(m_folder->filePath(u"out.csv"_s)), "as before");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList({u"large.w3c"_s, u"out.csv"_s}));
}

void TestFaultyProgram::endsInASentenceWhereMemoryIsShort_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("summary") << u"summary large.w3c"_s;
    QTest::newRow("export") << u"export large.w3c -o out.csv"_s;
    QTest::newRow("export with findings") << u"export large.w3c --findings -o out.csv"_s;
    QTest::newRow("explain") << u"explain large.w3c"_s;
}

/// From where the program can just begin, to where it can do it.
void TestFaultyProgram::endsInASentenceWhereMemoryIsShort()
{
    QFETCH(const QString, arguments);
    const auto runIn = [this](int megabytes, const QString& command) {
        return runShell(u"ulimit -v %1; exec \"$TMGLENS\" %2"_s.arg(QString::number(megabytes * 1024), command),
                        m_folder->path());
    };
    int megabytes = 8;
    while (runIn(megabytes, u"decode 12209"_s).status != 0)
        QCOMPARE_LT(megabytes += 8, 4096);
    int refusals = 0;
    for (CommandRun run; run.status != 0; megabytes += std::max(4, megabytes / 16)) {
        run = runIn(megabytes, arguments);
        if (run.status == 0)
            break;
        ++refusals;
        const QByteArray seen =
            QByteArray::number(megabytes) + " MB: " + QByteArray::number(run.status) + ' ' + run.errors;
        QVERIFY2(run.status > 0 && run.status < 126, seen);
        QVERIFY2(run.errors.contains("not enough memory"), seen);
        QCOMPARE(fileContent(m_folder->filePath(u"out.csv"_s)), "as before");
        QCOMPARE_LT(megabytes, 8192);
    }
    QCOMPARE_GT(refusals, 0);
}

void TestFaultyProgram::endsWhileAReadHangs()
{
    const CommandRun run = runFaulty(
        Fault::HangingReads, u"large.w3c"_s, 0,
        u"export TMGLENS_TEST_CLOSE=1 QT_QPA_PLATFORM=offscreen XDG_DATA_HOME=$PWD/data XDG_CONFIG_HOME=$PWD/config; "
        "exec \"$TMGLENS\" large.w3c"_s);
    QCOMPARE(run.status, 0);
    const QByteArray session = fileContent(m_folder->filePath(u"data/tmglens/tmglens/session.json"_s));
    QVERIFY2(session.contains("large.w3c"), session); // what is to come back at the next start has been kept
}

QTEST_GUILESS_MAIN(TestFaultyProgram)

#include "tst_faultyprogram.moc"
