// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/logloader.h"
#include "tests/support/testarchive.h"
#include "tests/support/testlog.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLogLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void deliversAllBlocksInOrder();
    void endsOnceWhenCancelled();
    void reportsFailures();
    void silencesTheLoadBefore();
    void mayBeStartedFromItsOwnSignals();
    void mayBeDestroyedInTheMiddle();
    void stopsWaitingForAPipe();
    void loadsFromArchives();
    void loadsSeveralLogsAsOne();
    void refusesAnEmptyFolder();
    void mayBeDestroyedWhileUnpacking();

private:
    QTemporaryDir m_folder;
    QString m_small;
    QString m_large;
    quint64 m_largeRecords = 0;
};

void TestLogLoader::initTestCase()
{
    const auto write = [this](const QString& name, const QByteArray& bytes) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test folder cannot be written.");
        return file.fileName();
    };
    m_small = write(u"small.w3c"_s, webLog({"200", "304"}));
    QByteArray large = webHeader;
    while (large.size() < 64 * 1024 * 1024) {
        large += webRecord(int(m_largeRecords % 86400), "200") + "\r\n";
        ++m_largeRecords;
    }
    m_large = write(u"large.w3c"_s, large);
}

/// Everything a loader says.
struct Listener
{
    explicit Listener(LogLoader& loader) : finished(&loader, &LogLoader::finished), failed(&loader, &LogLoader::failed)
    {
        QObject::connect(&loader, &LogLoader::blocksReady, &context, [this](const QList<BlockPointer>& blocks) {
            ++batches;
            for (const BlockPointer& block : blocks) {
                isInOrder = isInOrder && (block->source != source || block->begin >= end);
                source = block->source;
                end = block->end;
                records += block->size();
            }
        });
    }

    [[nodiscard]] qsizetype ends() const { return finished.size() + failed.size(); }

    QSignalSpy finished;
    QSignalSpy failed;
    QObject context;
    quint64 records = 0;
    quint64 end = 0;
    SourcePointer source;
    int batches = 0;
    bool isInOrder = true;
};

void TestLogLoader::deliversAllBlocksInOrder()
{
    LogLoader loader;
    Listener listener(loader);
    QElapsedTimer timer;
    timer.start();
    loader.start({.paths = {m_large}});
    QVERIFY(loader.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(listener.ends(), 1, 60s);
    QCOMPARE(listener.finished.size(), 1);
    QVERIFY(!loader.isRunning());
    QCOMPARE(listener.records, m_largeRecords);
    QVERIFY(listener.isInOrder);
    QCOMPARE_LE(listener.batches, timer.elapsed() / 100 + 3); // views pay for every batch
}

void TestLogLoader::endsOnceWhenCancelled()
{
    LogLoader loader;
    Listener listener(loader);
    loader.start({.paths = {m_large}});
    loader.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(listener.ends(), 1, 60s);
    QVERIFY(!listener.finished.at(0).at(0).value<LoadOutcome>().isComplete);
    QVERIFY(listener.records < m_largeRecords);
}

void TestLogLoader::reportsFailures()
{
    LogLoader loader;
    Listener listener(loader);
    loader.start({.paths = {m_folder.filePath(u"nothing.w3c"_s)}});
    QTRY_COMPARE(listener.ends(), 1);
    QCOMPARE(listener.failed.at(0).at(0).value<LoadError>().kind, LoadError::Kind::NotFound);
}

void TestLogLoader::silencesTheLoadBefore()
{
    LogLoader loader;
    Listener listener(loader);
    loader.start({.paths = {m_large}});
    loader.start({.paths = {m_small}});
    QTRY_COMPARE_WITH_TIMEOUT(listener.ends(), 1, 60s);
    QCOMPARE(listener.records, 2U);
}

void TestLogLoader::mayBeStartedFromItsOwnSignals()
{
    LogLoader loader;
    int rounds = 0;
    QSignalSpy finished(&loader, &LogLoader::finished);
    connect(&loader, &LogLoader::blocksReady, &loader, [&] {
        if (++rounds < 3)
            loader.start({.paths = {m_small}});
    });
    loader.start({.paths = {m_small}});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(rounds, 3);
}

void TestLogLoader::mayBeDestroyedInTheMiddle()
{
    auto loader = std::make_unique<LogLoader>();
    QSignalSpy blocks(loader.get(), &LogLoader::blocksReady);
    loader->start({.paths = {m_large}});
    QTRY_VERIFY(!blocks.isEmpty());
    loader.reset();
}

void TestLogLoader::stopsWaitingForAPipe()
{
#ifdef Q_OS_UNIX
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    // Nobody has the other end at first, then somebody who says nothing.
    std::optional<QFile> writer;
    for (const bool hasWriter : {false, true}) {
        LogLoader loader;
        Listener listener(loader);
        loader.start({.paths = {pipe}});
        if (hasWriter) {
            writer.emplace(pipe);
            QVERIFY(writer->open(QIODevice::WriteOnly));
        }
        loader.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(listener.ends(), 1, 1s);
        QVERIFY(!listener.finished.at(0).at(0).value<LoadOutcome>().isComplete);
        loader.start({.paths = {pipe}});
    } // the loader's destructor must come back as well
#else
    QSKIP("This system has no named pipes in folders.");
#endif
}

void TestLogLoader::loadsFromArchives()
{
    const QByteArray log = webLog({"200", "304"});
    const auto write = [this](const QString& name, const QByteArray& bytes) {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    };
    LogLoader loader;
    Listener listener(loader);
    const QSignalSpy opened(&loader, &LogLoader::opened);
    const QString single = write(u"single.w3c.gz"_s, packed(gzip, {{"log", log}}));
    loader.start({.paths = {single}});
    QTRY_COMPARE(listener.ends(), 1);
    QCOMPARE(listener.records, 2U);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(pathOf(opened.at(0).at(0).value<LogAddress>()), single + u"/single.w3c"_s);

    const QString several = write(u"several.zip"_s, packed(zip, {{"a.w3c", log}, {"b.w3c", log}}));
    loader.start({.paths = {several}});
    QTRY_COMPARE(listener.ends(), 2);
    QVERIFY(!loader.isRunning());
    QCOMPARE(listener.records, 6U);
    QCOMPARE(opened.size(), 3);
    loader.start({.paths = {several + u"/b.w3c"_s}, .maximumUnpacked = 10});
    QTRY_COMPARE(listener.ends(), 3);
    QCOMPARE(listener.failed.at(0).at(0).value<LoadError>().kind, LoadError::Kind::UnpacksTooLarge);
}

void TestLogLoader::loadsSeveralLogsAsOne()
{
    const QTemporaryDir set;
    QVERIFY(QDir(set.path()).mkdir(u"deeper"_s));
    const auto write = [&set](const QString& name, const QByteArray& bytes) {
        QFile file(set.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(write(u"b10.w3c"_s, webLog({"200"})));
    QVERIFY(write(u"b9.w3c"_s, webLog({"200", "304"})));
    QVERIFY(write(u"deeper/a.zip"_s, packed(zip, {{"x", webLog({"403"})}, {"y", "no log at all\n"}})));
    QVERIFY(write(u"note.txt"_s, "Nothing of interest\n"));
    LogLoader loader;
    Listener listener(loader);
    loader.start({.paths = {set.path()}});
    QTRY_COMPARE(listener.ends(), 1);
    QCOMPARE(listener.finished.size(), 1);
    QCOMPARE(listener.records, 4U);
    QStringList seen;
    for (const LoadedLog& log : listener.finished.at(0).at(0).value<LoadOutcome>().logs)
        seen += pathOf(log.address).sliced(set.path().size() + 1) + (log.outcome ? u""_s : u": refused"_s);
    QCOMPARE(seen,
             (QStringList{u"b9.w3c"_s, u"b10.w3c"_s, u"deeper/a.zip/x"_s, u"deeper/a.zip/y: refused"_s,
                          u"note.txt: refused"_s}));
}

void TestLogLoader::refusesAnEmptyFolder()
{
    const QTemporaryDir folder;
    LogLoader loader;
    Listener listener(loader);
    loader.start({.paths = {folder.path()}});
    QTRY_COMPARE(listener.ends(), 1);
    QCOMPARE(listener.failed.at(0).at(0).value<LoadError>().kind, LoadError::Kind::EmptyFolder);
}

void TestLogLoader::mayBeDestroyedWhileUnpacking()
{
    QFile file(m_folder.filePath(u"large.w3c.gz"_s));
    QFile log(m_large);
    QVERIFY(log.open(QIODevice::ReadOnly) && file.open(QIODevice::WriteOnly));
    file.write(packed(gzip, {{"log", log.readAll()}}));
    file.close();
    for (const bool isCancelled : {true, false}) {
        LogLoader loader;
        Listener listener(loader);
        QSignalSpy progress(&loader, &LogLoader::progressChanged);
        loader.start({.paths = {file.fileName()}});
        QTRY_VERIFY(!progress.isEmpty());
        QVERIFY(progress.at(0).at(0).value<LoadProgress>().isUnpacking);
        if (!isCancelled)
            continue;
        loader.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(listener.ends(), 1, 2s);
        QVERIFY(!listener.finished.at(0).at(0).value<LoadOutcome>().isComplete);
    }
}

QTEST_GUILESS_MAIN(TestLogLoader)
#include "tst_logloader.moc"
