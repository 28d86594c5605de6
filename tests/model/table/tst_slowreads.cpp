// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/logloader.h"
#include "model/source/lentplace.h"
#include "model/table/resultfiltermodel.h"
#include "tests/support/gonesource.h"
#include "tests/support/hangingsource.h"
#include "tests/support/testlog.h"

#include <QAbstractItemModelTester>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QtConcurrentRun>

#include <atomic>
#include <latch>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

namespace {

/// A log whose reads hang, and its blocks.
struct HangingLog
{
    std::shared_ptr<const HangingSource> source;
    QList<BlockPointer> blocks;

    explicit HangingLog(int records)
    {
        const QByteArray log = webLog(QByteArrayList(records, "200"));
        source = std::make_shared<const HangingSource>(std::make_shared<const MemorySource>(log));
        blocks = readFrom(source, *blocksOf(log));
    }
    HangingLog(const HangingLog&) = delete;
    HangingLog& operator=(const HangingLog&) = delete;
    ~HangingLog() { source->goOn(); }
};

QString shown(const QAbstractItemModel& model, int row, int role = Qt::DisplayRole)
{
    return model.index(row, 0).data(role).toString();
}

/// Rows of which @p changes, those of dataChanged(), tell; they tell of one each.
QList<int> changedRows(const QSignalSpy& changes)
{
    QList<int> rows;
    for (const QVariantList& change : changes) {
        const auto first = change.at(0).toModelIndex();
        if (first.row() == change.at(1).toModelIndex().row())
            rows += first.row();
    }
    std::ranges::sort(rows);
    return rows;
}

} // namespace

/// Nobody waits for a read that takes long, or does not return at all.
class TestSlowReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatComesLater();
    void asksOnceForEachRecord();
    void givesUpWhatNobodyLooksAt();
    void tellsOfOneRowWhereRowsAreFiltered();
    void readsAnotherLogMeanwhile();
    void leavesBehindWhatHangs();
    void tellsOnceWhatCannotBeRead();
    void readsAgainWhatCouldNotBeRead();
    void filtersAnewWhileAFilterHangs();
    void loadsAnotherLogWhileOneHangs();
    void lendsThePlaceOfWhatHangs();
};

void TestSlowReads::showsWhatComesLater()
{
    const HangingLog log(3);
    LogTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(log.blocks);
    QCOMPARE(shown(model, 1), u"…"_s);
    QCOMPARE(shown(model, 1, RawTextRole), QString());
    QCOMPARE(shown(model, 1, Qt::AccessibleTextRole), u"being read"_s);
    QCOMPARE(model.record(RecordNumber(1)).error().kind, LoadError::Kind::StillReading);
    QCOMPARE(model.record(RecordNumber(1)).error().path, log.source->path());
    QCOMPARE(model.index(1, 6).data().toString(), u"allowed"_s); // of the code, which is known

    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    log.source->goOn();
    QTRY_VERIFY(changedRows(changes).contains(1));
    QCOMPARE(shown(model, 1), u"10.0.0.1"_s);
    QCOMPARE(shown(model, 1, RawTextRole), u"10.0.0.1"_s);
    QCOMPARE(shown(model, 1, Qt::AccessibleTextRole), u"10.0.0.1"_s);
    QCOMPARE(model.record(RecordNumber(1))->cells.front(), "10.0.0.1");
}

void TestSlowReads::asksOnceForEachRecord()
{
    const HangingLog log(50);
    LogTableModel model;
    model.append(log.blocks);
    for (int paint = 0; paint < 3; ++paint)
        for (int row = 0; row < 50; ++row)
            for (int column = 0; column < 6; ++column)
                QCOMPARE(model.index(row, column).data().toString(), u"…"_s);
    QCOMPARE(log.source->begun(), 1); // nobody waits for the others, nor reads them on another thread

    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    log.source->goOn();
    QTRY_COMPARE(changes.size(), 50);
    QCOMPARE(changedRows(changes).size(), 50);
    QCOMPARE(log.source->begun(), 50);
    for (int row = 0; row < 50; ++row)
        QCOMPARE(shown(model, row), u"10.0.0.%1"_s.arg(row));
}

void TestSlowReads::givesUpWhatNobodyLooksAt()
{
    const HangingLog log(700);
    LogTableModel model;
    model.append(log.blocks);
    QCOMPARE(shown(model, 0), u"…"_s);
    log.source->waitForReads(1);
    for (int row = 1; row < 700; ++row)
        QCOMPARE(shown(model, row), u"…"_s);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    log.source->goOn();
    QTRY_COMPARE(changes.size(), 1 + 512);
    QVERIFY(changedRows(changes).contains(699));
    QVERIFY(!changedRows(changes).contains(1));
    QTRY_COMPARE(shown(model, 1), u"10.0.0.1"_s); // it is asked for anew
}

void TestSlowReads::tellsOfOneRowWhereRowsAreFiltered()
{
    const QByteArray bytes = webLog({"200", "12209", "200", "12209"});
    const auto source = std::make_shared<const HangingSource>(std::make_shared<const MemorySource>(bytes));
    LogTableModel log;
    log.append(readFrom(source, *blocksOf(bytes)));
    ResultFilterModel records(&log);
    ResultSelection denied;
    denied.showOnlyClass(ResultClass::Denied);
    records.setFilter({.selection = denied});
    QCOMPARE(records.rowCount(), 2);
    QSignalSpy changes(&records, &QAbstractItemModel::dataChanged);
    QCOMPARE(shown(records, 1), u"…"_s);
    QCOMPARE(shown(log, 2), u"…"_s); // which the filter hides
    source->goOn();
    QTRY_COMPARE(shown(records, 1), u"10.0.0.3"_s);
    QTRY_COMPARE(shown(log, 2), u"10.0.0.2"_s);
    QCOMPARE(changedRows(changes), QList{1});
}

void TestSlowReads::readsAnotherLogMeanwhile()
{
    const HangingLog hanging(1);
    const HangingLog slow(1);
    slow.source->goOn();
    LogTableModel model;
    model.append(hanging.blocks);
    QCOMPARE(shown(model, 0), u"…"_s);
    model.clear();
    model.append(slow.blocks);
    QTRY_COMPARE(shown(model, 0), u"10.0.0.0"_s);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    hanging.source->goOn();
    QTest::qWait(10); // what comes of the other log now is nobody's
    QCOMPARE(changes.size(), 0);
}

void TestSlowReads::leavesBehindWhatHangs()
{
    std::weak_ptr<const HangingSource> source;
    {
        const HangingLog log(5);
        source = log.source;
        auto model = std::make_unique<LogTableModel>();
        model->append(log.blocks);
        for (int row = 0; row < 5; ++row)
            QCOMPARE(shown(*model, row), u"…"_s);
        model.reset(); // does not wait
    }
    QTRY_VERIFY(source.expired()); // the thread has come back, and owns nothing any more
}

void TestSlowReads::tellsOnceWhatCannotBeRead()
{
    const QList<BlockPointer> blocks =
        readFrom(std::make_shared<const GoneSource>(), *blocksOf(webLog({"200", "200", "200"})));
    LogTableModel model;
    QSignalSpy failures(&model, &LogTableModel::unreadable);
    for (int load = 1; load <= 2; ++load) {
        model.append(blocks);
        for (int row = 0; row < 3; ++row) {
            QTRY_COMPARE(shown(model, row), QString());
            QCOMPARE(shown(model, row, Qt::AccessibleTextRole), QString());
            QCOMPARE(model.record(RecordNumber(quint32(row))).error().kind, LoadError::Kind::Unreadable);
        }
        QTRY_COMPARE(failures.size(), load);
        QCOMPARE(failures.last().at(0).value<LoadError>().path, u"gone.w3c"_s);
        QCOMPARE(model.rowCount(), 3);
        model.clear();
    }
}

void TestSlowReads::readsAgainWhatCouldNotBeRead()
{
    /// Cannot be read the first time.
    class OnceGoneSource final : public ByteSource
    {
    public:
        explicit OnceGoneSource(const QByteArray& bytes) : m_bytes(bytes) {}
        [[nodiscard]] QString path() const override { return m_bytes.path(); }
        [[nodiscard]] quint64 size() const override { return m_bytes.size(); }
        [[nodiscard]] std::expected<std::size_t, LoadError> read(quint64 offset, std::span<char> buffer) const override
        {
            if (m_reads++ == 0)
                return std::unexpected(LoadError{.kind = LoadError::Kind::Unreadable, .path = path()});
            return m_bytes.read(offset, buffer);
        }

    private:
        MemorySource m_bytes;
        mutable std::atomic<int> m_reads = 0;
    };
    const QByteArray log = webLog({"200"});
    LogTableModel model;
    model.append(readFrom(std::make_shared<const OnceGoneSource>(log), *blocksOf(log)));
    QTRY_COMPARE(shown(model, 0), QString());
    QTRY_COMPARE(shown(model, 0), u"10.0.0.0"_s); // who looks again after a while, sees it
}

void TestSlowReads::filtersAnewWhileAFilterHangs()
{
    const HangingLog log(3);
    LogTableModel model;
    model.append(log.blocks);
    auto records = std::make_unique<ResultFilterModel>(&model);
    QSignalSpy updates(records.get(), &ResultFilterModel::updated);
    const int threads = QThreadPool::globalInstance()->maxThreadCount();
    for (int i = 0; i <= threads; ++i) { // one more than have a place
        records->setFilter({.expression = *FilterExpression::parse(u"user%1"_s.arg(i))});
        log.source->waitForReads(i + 1);
    }
    QVERIFY(records->isBusy());
    QCOMPARE(records->rowCount(), 3); // what was there stays
    records->setFilter({.selection = {}, .onlyMalformed = true}); // needs no text
    QTRY_COMPARE(records->rowCount(), 0);
    QVERIFY(!updates.isEmpty());
    records->setFilter({.expression = *FilterExpression::parse(u"user1"_s)});
    records.reset(); // does not wait
    QVERIFY(!LentPlace::waitForAll({}));
    log.source->goOn();
    QVERIFY(LentPlace::waitForAll(std::chrono::minutes(1)));
}

void TestSlowReads::loadsAnotherLogWhileOneHangs()
{
    const QByteArray log = webLog({"200", "12209"});
    const auto hanging = std::make_shared<const HangingSource>(std::make_shared<const MemorySource>(log));
    const auto letGo = qScopeGuard([&hanging] { hanging->goOn(); });
    auto loader = std::make_unique<LogLoader>();
    QSignalSpy finished(loader.get(), &LogLoader::finished);
    const int threads = QThreadPool::globalInstance()->maxThreadCount();
    for (int i = 1; i <= threads; ++i) {
        loader->start({.paths = {u"-"_s}, .source = hanging});
        hanging->waitForReads(i);
    }
    loader->start({.paths = {u"-"_s}, .source = std::make_shared<const MemorySource>(log)});
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).value<LoadOutcome>().logs.size(), 1);
    loader->start({.paths = {u"-"_s}, .source = hanging});
    hanging->waitForReads(threads + 1);
    loader.reset(); // does not wait
    QVERIFY(!LentPlace::waitForAll({}));
    hanging->goOn();
    QVERIFY(LentPlace::waitForAll(std::chrono::minutes(1)));
}

void TestSlowReads::lendsThePlaceOfWhatHangs()
{
    const int threads = QThreadPool::globalInstance()->maxThreadCount();
    QVERIFY(LentPlace::waitForAll(std::chrono::minutes(1)));
    std::latch begun(2 * threads);
    std::latch end(1);
    QList<QFuture<void>> hanging;
    for (int i = 0; i < 2 * threads; ++i)
        hanging += QtConcurrent::run([&begun, &end] {
            const LentPlace lent;
            begun.count_down();
            end.wait();
        });
    begun.wait(); // all of them have begun
    QtConcurrent::run([] {}).waitForFinished();
    const bool isLeft = !LentPlace::waitForAll({});
    end.count_down();
    for (QFuture<void>& work : hanging)
        work.waitForFinished();
    QVERIFY(isLeft);
    QVERIFY(LentPlace::waitForAll(std::chrono::minutes(1)));
}

QTEST_GUILESS_MAIN(TestSlowReads)

#include "tst_slowreads.moc"
