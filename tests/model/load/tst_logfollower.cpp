// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/recordreader.h"
#include "model/load/logfollower.h"
#include "tests/support/testlog.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr LogFollower::Pace quick{.pause = 5ms, .patience = 300ms};
constexpr LogFollower::Pace impatient{.pause = 5ms, .patience = 40ms};

/// A file under the hand of a service.
class LiveFile
{
public:
    explicit LiveFile(const QString& path, const QByteArray& bytes = {}) : m_file(path)
    {
        if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered | QIODevice::Truncate))
            qFatal("The test folder cannot be written.");
        append(bytes);
    }

    void append(const QByteArray& bytes) { m_file.write(bytes); }
    void writeAt(qint64 offset, const QByteArray& bytes)
    {
        m_file.seek(offset);
        append(bytes);
    }
    void resize(qint64 size)
    {
        m_file.resize(size);
        m_file.seek(size);
    }
    [[nodiscard]] qint64 size() const { return m_file.size(); }
    [[nodiscard]] QString path() const { return m_file.fileName(); }

private:
    QFile m_file;
};

/// What is known of a record without its bytes.
struct Fact
{
    quint64 offset = 0;
    quint64 line = 0;
    LogTime time;
    QByteArray code;
    RecordFlags::Int flags = 0;
    std::size_t fields = 0; ///< Of its layout.

    bool operator==(const Fact&) const = default;
};

std::vector<Fact> factsOf(const RecordIndex& index, std::size_t file)
{
    std::vector<Fact> facts;
    for (quint32 i = 0; i < index.recordCount(); ++i) {
        const RecordNumber number{i};
        const auto [part, record] = index.place(number);
        if (part->file == file)
            facts.push_back({.offset = part->block->begin + part->block->starts[record],
                             .line = index.lineNumber(number),
                             .time = index.time(number),
                             .code = index.codes().at(index.code(number)).text,
                             .flags = index.flags(number).toInt(),
                             .fields = part->block->layout->fields.size()});
    }
    return facts;
}

/// A document that is loaded, and grows as its logs do.
class Document
{
public:
    Document(const QStringList& paths, LogFollower::Pace pace) : m_follower(pace)
    {
        QObject::connect(&m_loader, &LogLoader::blocksReady, &m_context,
                         [this](const auto& blocks) { append(blocks); });
        QObject::connect(&m_follower, &LogFollower::blocksReady, &m_context,
                         [this](const auto& blocks) { append(blocks); });
        QObject::connect(&m_follower, &LogFollower::blockReplaced, &m_context,
                         [this](const auto& block, const auto& blocks) { replace(block, blocks); });
        QSignalSpy finished(&m_loader, &LogLoader::finished);
        m_loader.start({.paths = paths});
        QSignalSpy looked(&m_follower, &LogFollower::statesChanged);
        if (finished.wait())
            m_follower.start(finished.at(0).at(0).value<LoadOutcome>().logs, index);
        if (m_follower.isRunning())
            looked.wait();
    }

    [[nodiscard]] LogFollower& follower() { return m_follower; }
    [[nodiscard]] FollowedLog::State state() const { return m_follower.logs().front().state(); }
    [[nodiscard]] int replacements() const { return m_replacements; }
    /// The bytes of all records.
    [[nodiscard]] QByteArrayList records() const
    {
        QByteArrayList records;
        for (quint32 i = 0; i < index.recordCount(); ++i)
            records += readRecord(index.place(RecordNumber(i))).value_or("unreadable");
        return records;
    }

    RecordIndex index;

private:
    void append(const QList<BlockPointer>& blocks)
    {
        for (const BlockPointer& block : blocks)
            index.append(block);
    }

    void replace(const BlockPointer& old, const QList<BlockPointer>& blocks)
    {
        ++m_replacements;
        RecordIndex next;
        for (const RecordIndex::Part& part : index.parts()) {
            if (part.block != old)
                next.append(part.block);
            else
                std::ranges::for_each(blocks, [&next](const BlockPointer& block) { next.append(block); });
        }
        index = next;
    }

    QObject m_context;
    LogLoader m_loader;
    LogFollower m_follower;
    int m_replacements = 0;
};

/// The facts of the records of @p path as a load finds them now.
std::vector<Fact> freshFacts(const QString& path)
{
    RecordIndex index;
    const auto source = FileSource::open(path);
    const auto add = [&index](const ScannedBlock& scanned, const ScanProgress&) { index.append(scanned.block); };
    if (!source || !scanLog(*source, add, {}))
        return {};
    return factsOf(index, 0);
}

/// Compares every log of @p document that is still there with what a load finds.
void compareWithFreshLoad(const Document& document)
{
    std::set<QString> seen;
    const auto& files = document.index.files();
    for (std::size_t i = files.size(); i-- > 0;) {
        const QString path = files[i].source->path();
        if (!seen.insert(path).second)
            continue; // there is another log in its place
        QCOMPARE(factsOf(document.index, i).size(), freshFacts(path).size());
        QVERIFY2(factsOf(document.index, i) == freshFacts(path), qPrintable(path));
    }
}

void compareTimes(const RecordIndex& index)
{
    std::set<LogTime> times;
    for (quint32 i = 0; i < index.recordCount(); ++i)
        QVERIFY(times.insert(index.time(RecordNumber(i))).second);
}

} // namespace

class TestLogFollower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesWholeRecords();
    void goesOnAfterALoadThatSawHalfARecord_data();
    void goesOnAfterALoadThatSawHalfARecord();
    void takesHalfARecordInTheEnd();
    void readsWhatFillsAPreallocatedTail();
    void takesHolesInTheEnd();
    void takesNoBytesOfTheNextLogForItsOwn();
    void readsAnotherLogInItsPlace();
    void doesNotGoOnWhereBytesAreOther_data();
    void doesNotGoOnWhereBytesAreOther();
    void keepsTheBytesOfADeletedLog();
    void goesOnWhenTheLogIsBack();
    void goesOnToTheNextLog_data();
    void goesOnToTheNextLog();
    void leavesOutANextLogThatWasThere();
    void followsSeveralLogs();
    void followsOnlyLogsOfTodayIfThereAreAny();
    void doesNotFollowWhatIsUnpacked();
    void mayBeStoppedFromItsOwnSignals();
    void followsAService_data();
    void followsAService();
    void followsAServiceThatIsKilled();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLogFollower::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestLogFollower::takesWholeRecords()
{
    LiveFile file(path(u"a.w3c"_s), webLog({"200"}));
    Document document({file.path()}, quick);
    file.append(webRecord(1, "12209") + "\r\n" + webRecord(2, "200").first(20));
    QTRY_COMPARE(document.index.recordCount(), 2U);
    QTest::qWait(50);
    QCOMPARE(document.index.recordCount(), 2U);
    file.append(webRecord(2, "200").sliced(20) + '\r');
    QTest::qWait(50);
    QCOMPARE(document.index.recordCount(), 2U);
    file.append("\n");
    QTRY_COMPARE(document.index.recordCount(), 3U);
    QCOMPARE(document.records().last(), webRecord(2, "200"));
    QCOMPARE(document.replacements(), 0);
    compareWithFreshLoad(document);
}

void TestLogFollower::goesOnAfterALoadThatSawHalfARecord_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("added");
    QTest::addColumn<int>("replacements");
    const QByteArray record = webRecord(1, "12209");
    QTest::newRow("half a record") << record.first(20) << record.sliced(20) + "\r\n" + webRecord(2, "200") + "\r\n"
                                   << 1;
    QTest::newRow("half a code") << record.chopped(2) << record.last(2) + "\r\n" << 1;
    QTest::newRow("without a line end") << record << "\r\n"_ba + webRecord(2, "200") + "\r\n" << 0;
    QTest::newRow("half a line end") << record + '\r' << "\n"_ba + webRecord(2, "200") + "\r\n" << 0;
    QTest::newRow("half a directive") << "#Fie"_ba << "lds: date\ttime\tc-ip\r\n2010-05-12\t00:00:01\t10.0.0.1\r\n"_ba
                                      << 1;
    QTest::newRow("half a list of fields") << "#Fields: date\ttime"_ba
                                           << "\tc-ip\r\n2010-05-12\t00:00:01\t10.0.0.1\r\n"_ba << 1;
}

void TestLogFollower::goesOnAfterALoadThatSawHalfARecord()
{
    QFETCH(const QByteArray, written);
    QFETCH(const QByteArray, added);
    LiveFile file(path(u"a.w3c"_s), webLog({"200"}) + written);
    Document document({file.path()}, quick);
    file.append(added);
    QTRY_VERIFY(factsOf(document.index, 0) == freshFacts(file.path()));
    QTEST(document.replacements(), "replacements");
    file.append(webRecord(3, "200") + "\r\n");
    QTRY_VERIFY(factsOf(document.index, 0) == freshFacts(file.path()));
}

void TestLogFollower::takesHalfARecordInTheEnd()
{
    LiveFile file(path(u"a.w3c"_s), webLog({"200"}));
    Document document({file.path()}, impatient);
    file.append(webRecord(1, "12209").first(20));
    QTRY_COMPARE(document.index.recordCount(), 2U);
    QVERIFY(document.index.flags(RecordNumber(1)).testFlag(RecordFlag::CutShort));
    file.append(webRecord(1, "12209").sliced(20) + "\r\n" + webRecord(2, "200") + "\r\n");
    QTRY_COMPARE(document.index.recordCount(), 3U);
    QCOMPARE(document.records().sliced(1), (QByteArrayList{webRecord(1, "12209"), webRecord(2, "200")}));
    QCOMPARE(document.replacements(), 1);
    compareWithFreshLoad(document);
}

void TestLogFollower::readsWhatFillsAPreallocatedTail()
{
    LiveFile file(path(u"a.w3c"_s), webLog({"200"}));
    const qint64 end = file.size();
    file.resize(100'000);
    Document document({file.path()}, impatient);
    QCOMPARE(document.index.recordCount(), 1U);
    const QByteArray record = webRecord(1, "200") + "\r\n";
    file.writeAt(end, record.first(10));
    QTest::qWait(20);
    file.writeAt(end + 10, record.sliced(10));
    QTRY_COMPARE(document.index.recordCount(), 2U);
    file.writeAt(end + record.size(), webRecord(2, "200") + "\r\n");
    QTRY_COMPARE(document.index.recordCount(), 3U);
    QTest::qWait(100);
    compareWithFreshLoad(document);
}

/// A service may begin its file anew while it is being looked at, and write more than there was.
void TestLogFollower::takesNoBytesOfTheNextLogForItsOwn()
{
    LiveFile file(path(u"a.w3c"_s), webLog({"200"}));
    Document document({file.path()}, {.pause = 0ms, .patience = 300ms});
    quint32 written = document.index.recordCount();
    for (int i = 1; i <= 300; ++i) {
        const int count = 1 + i / 10; // never less than there was
        QByteArray log = "#Date: " + QByteArray::number(i).rightJustified(6, '0') + "\r\n" + webLog({});
        for (int n = 0; n < count; ++n)
            log += webRecord(n, "200") + "\r\n";
        file.resize(0);
        file.append(log);
        written += quint32(count);
        QTRY_COMPARE(document.index.recordCount(), written);
    }
    compareWithFreshLoad(document);
}

void TestLogFollower::takesHolesInTheEnd()
{
    LiveFile file(path(u"a.w3c"_s), webLog({"200"}));
    Document document({file.path()}, impatient);
    file.writeAt(file.size() + 1000, webRecord(1, "200") + "\r\n" + webRecord(2, "200") + "\r\n" + webRecord(3, "2"));
    QTRY_COMPARE(document.index.recordCount(), 4U);
    QVERIFY(document.index.flags(RecordNumber(1)).testFlag(RecordFlag::ControlBytes));
    compareWithFreshLoad(document);
}

void TestLogFollower::readsAnotherLogInItsPlace()
{
    LiveFile file(path(u"a.w3c"_s), webLog({"200", "200"}));
    Document document({file.path()}, quick);
    QSignalSpy begun(&document.follower(), &LogFollower::begun);
    file.resize(0);
    QTRY_COMPARE(document.state(), FollowedLog::State::Shorter);
    QCOMPARE(document.records(), (QByteArrayList{"unreadable", "unreadable"}));
    file.append("#Date: 2010-05-12\r\n" + webHeader);
    file.append(webRecord(5, "200") + "\r\n");
    QTRY_COMPARE(document.index.recordCount(), 3U);
    QCOMPARE(begun.size(), 1);
    QCOMPARE(document.index.files().size(), 2U);
    QCOMPARE(document.records(), (QByteArrayList{"unreadable", "unreadable", webRecord(5, "200")}));
    QCOMPARE(document.state(), FollowedLog::State::Growing);
    compareWithFreshLoad(document);
}

void TestLogFollower::doesNotGoOnWhereBytesAreOther_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<FollowedLog::State>("state");
    const QByteArray log = webLog({"200", "200", "200"});
    QTest::newRow("shorter") << log.chopped(60) << FollowedLog::State::Shorter;
    QTest::newRow("other in the middle") << webLog({"200", "304", "304", "304", "304"}) << FollowedLog::State::Changed;
}

/// Small logs differ at their beginning, too; so this one is long.
void TestLogFollower::doesNotGoOnWhereBytesAreOther()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const FollowedLog::State, state);
    const QByteArray start = webHeader + QByteArray(webRecord(0, "200") + "\r\n").repeated(200);
    const QByteArray log = start + webLog({"200", "200", "200"});
    LiveFile file(path(u"a.w3c"_s), log);
    Document document({file.path()}, quick);
    const quint32 count = document.index.recordCount();
    file.resize(0);
    file.append(start + bytes);
    QTRY_COMPARE(document.state(), state);
    QCOMPARE(document.index.recordCount(), count);
    QCOMPARE(document.records().last(), "unreadable");
    // Whoever copied it over goes on.
    file.resize(0);
    file.append(log + webRecord(7, "200") + "\r\n");
    QTRY_COMPARE(document.state(), FollowedLog::State::Growing);
    QTRY_COMPARE(document.index.recordCount(), count + 1);
    QCOMPARE(document.records().first(), webRecord(0, "200"));
    compareWithFreshLoad(document);
}

void TestLogFollower::keepsTheBytesOfADeletedLog()
{
#ifdef Q_OS_WIN
    QSKIP("An open file cannot be deleted here.");
#endif
    LiveFile file(path(u"a.w3c"_s), webLog({"200", "304"}));
    Document document({file.path()}, quick);
    QVERIFY(QFile::remove(file.path()));
    QTRY_COMPARE(document.state(), FollowedLog::State::Missing);
    QCOMPARE(document.records(), (QByteArrayList{webRecord(0, "200"), webRecord(1, "304")}));
    const LiveFile next(path(u"a.w3c"_s), "#Date: 2010-05-12\r\n" + webLog({"12209"}));
    QTRY_COMPARE(document.index.recordCount(), 3U);
    QCOMPARE(document.records(), (QByteArrayList{webRecord(0, "200"), webRecord(1, "304"), webRecord(0, "12209")}));
    QCOMPARE(document.index.files().size(), 2U);
}

void TestLogFollower::goesOnWhenTheLogIsBack()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"share"_s));
    const QByteArray log = webLog({"200", "304"});
    {
        LiveFile file(path(u"share/a.w3c"_s), log);
    }
    Document document({path(u"share/a.w3c"_s)}, quick);
    QVERIFY(QDir().rename(path(u"share"_s), path(u"away"_s)));
    QTRY_COMPARE(document.state(), FollowedLog::State::Missing);
    // As a copy of what was there: nobody may ask for the same file.
    QVERIFY(QDir(m_folder->path()).mkdir(u"share"_s));
    LiveFile back(path(u"share/a.w3c"_s), log + webRecord(2, "200") + "\r\n");
    QTRY_COMPARE(document.index.recordCount(), 3U);
    QVERIFY(QDir(path(u"away"_s)).removeRecursively());
    QCOMPARE(document.records().first(), webRecord(0, "200"));
    QCOMPARE(document.state(), FollowedLog::State::Growing);
    QCOMPARE(document.index.files().size(), 1U);
    compareWithFreshLoad(document);
}

void TestLogFollower::goesOnToTheNextLog_data()
{
    QTest::addColumn<QString>("name");
    const QString today = QDate::currentDate().toString(u"yyyyMMdd"_s);
    QTest::newRow("next number") << u"ISALOG_20100512_WEB_010.w3c"_s;
    QTest::newRow("next day") << u"ISALOG_20100513_WEB_000.w3c"_s;
    QTest::newRow("today") << u"ISALOG_%1_WEB_000.w3c"_s.arg(today);
}

void TestLogFollower::goesOnToTheNextLog()
{
    QFETCH(const QString, name);
    const LiveFile file(path(u"ISALOG_20100512_WEB_009.w3c"_s), webLog({"200"}));
    Document document({file.path()}, quick);
    QSignalSpy begun(&document.follower(), &LogFollower::begun);
    LiveFile next(path(name), "#Software");
    QTest::qWait(20);
    QCOMPARE(begun.size(), 0);
    next.append(": of another\r\n" + webLog({"304"}));
    QTRY_COMPARE(document.index.recordCount(), 2U);
    QCOMPARE(begun.size(), 1);
    QCOMPARE(begun.at(0).at(0).value<LoadedLog>().source->path(), next.path());
    compareWithFreshLoad(document);
}

void TestLogFollower::leavesOutANextLogThatWasThere()
{
    LiveFile file(path(u"ISALOG_20100512_WEB_000.w3c"_s), webLog({"200"}));
    const LiveFile next(path(u"ISALOG_20100512_WEB_001.w3c"_s), webLog({"200"}));
    Document document({file.path()}, quick);
    file.append(webRecord(1, "200") + "\r\n");
    QTRY_COMPARE(document.index.recordCount(), 2U);
    QTest::qWait(50);
    QCOMPARE(document.index.files().size(), 1U);
}

void TestLogFollower::followsSeveralLogs()
{
    LiveFile web(path(u"a.w3c"_s), webLog({"200"}));
    LiveFile other(path(u"b.w3c"_s), "#Date: 2010-05-12\r\n" + webLog({"200"}));
    Document document({web.path(), other.path()}, quick);
    for (int i = 1; i < 30; ++i) {
        web.append(webRecord(i, "200") + "\r\n");
        QTest::qWait(i % 7);
        other.append(webRecord(i, "304") + "\r\n");
    }
    QTRY_COMPARE(document.index.recordCount(), 60U);
    QCOMPARE(document.index.files().size(), 2U);
    compareWithFreshLoad(document);
}

void TestLogFollower::followsOnlyLogsOfTodayIfThereAreAny()
{
    const LiveFile today(path(u"a.w3c"_s), webLog({"200"}));
    QFile old(path(u"b.w3c"_s));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write(webLog({"200"})) > 0 && old.flush());
    QVERIFY(old.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
    old.close();
    Document both({today.path(), old.fileName()}, quick);
    QCOMPARE(both.follower().logs().size(), 1U);
    QCOMPARE(both.follower().logs().front().path(), today.path());
    Document one({old.fileName()}, quick);
    QCOMPARE(one.follower().logs().size(), 1U);
}

void TestLogFollower::doesNotFollowWhatIsUnpacked()
{
    QStringEncoder encode(QStringEncoder::Utf16, QStringEncoder::Flag::WriteBom);
    const QByteArray wide = encode(QString::fromUtf8(webLog({"200"})));
    const LiveFile file(path(u"a.w3c"_s), wide);
    Document document({file.path()}, quick);
    QCOMPARE(document.index.recordCount(), 1U);
    QVERIFY(!document.follower().isRunning());
}

void TestLogFollower::mayBeStoppedFromItsOwnSignals()
{
    LiveFile file(path(u"a.w3c"_s), webLog({"200"}));
    Document document({file.path()}, quick);
    QObject::connect(&document.follower(), &LogFollower::blocksReady, &document.follower(), &LogFollower::stop);
    file.append(webRecord(1, "200") + "\r\n");
    QTRY_VERIFY(!document.follower().isRunning());
    file.append(webRecord(2, "200") + "\r\n");
    QTest::qWait(30);
    QCOMPARE(document.index.recordCount(), 2U);
}

void TestLogFollower::followsAService_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 3; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

/// A process of its own writes thousands of records, in pieces, goes on to further logs, and begins again.
void TestLogFollower::followsAService()
{
    QFETCH(const int, seed);
    QVERIFY(QDir(m_folder->path()).mkdir(u"logs"_s));
    QProcess service;
    service.start(QStringLiteral(TMGLENS_LOG_WRITER), {path(u"logs"_s), QString::number(seed), u"2500"_s});
    QVERIFY(service.waitForReadyRead());
    service.readLine();
    Document document({path(u"logs/ISALOG_20100512_WEB_000.w3c"_s)}, quick);
    service.write("go\n");
    while (service.state() != QProcess::NotRunning) {
        QTRY_VERIFY_WITH_TIMEOUT(service.canReadLine() || service.state() == QProcess::NotRunning, 20s);
        if (!service.canReadLine())
            break;
        const quint32 written = service.readLine().trimmed().toUInt();
        QTRY_COMPARE_WITH_TIMEOUT(document.index.recordCount(), written, 20s);
        service.write("go\n");
    }
    QCOMPARE(service.exitCode(), 0);
    QCOMPARE_GT(document.index.files().size(), 4U);
    compareTimes(document.index);
    compareWithFreshLoad(document);
}

void TestLogFollower::followsAServiceThatIsKilled()
{
    const QString name = path(u"ISALOG_20100512_WEB_000.w3c"_s);
    {
        LiveFile file(name, webLog({"200"}));
    }
    Document document({name}, impatient);
    std::mt19937 random(4);
    for (int i = 0; i < 25; ++i) {
        QProcess service;
        service.start(QStringLiteral(TMGLENS_LOG_WRITER), {m_folder->path(), QString::number(i), u"0"_s});
        QVERIFY(service.waitForStarted());
        QTest::qWait(int(30 + random() % 60));
        service.kill();
        QVERIFY(service.waitForFinished());
        QTRY_VERIFY(factsOf(document.index, 0) == freshFacts(name));
    }
    QCOMPARE_GT(document.replacements(), 0);
    compareWithFreshLoad(document);
}

QTEST_GUILESS_MAIN(TestLogFollower)
#include "tst_logfollower.moc"
