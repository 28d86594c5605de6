// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/bookmarkmodel.h"
#include "tests/support/testlog.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// Bookmarks as a file and as a model.
class TestBookmarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void comeBackWithTheLog_data();
    void comeBackWithTheLog();
    void keepsLogsOfOneNameApart();
    void changesOneByOne();
    void leavesNoFileBehind();
    void saysWhatIsDamaged_data();
    void saysWhatIsDamaged();

    void marksRecords();
    void comesToRecordsAsTheyAreRead();
    void tellsLogsApart();
    void bringsBackWhatWasRemoved();
    void keepsNotes();
    void leavesNotesToWhoWritesThem();
    void isCopiedAsList();

private:
    [[nodiscard]] BookmarkStore store() const { return BookmarkStore(m_folder->filePath(u"bookmarks"_s)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

LogIdentity identityOf(const QByteArray& log, const QString& path = u"/evidence/a.w3c"_s)
{
    return identify(MemorySource(log, path)).value();
}

QByteArray manyRecords(int count)
{
    return webLog(QByteArrayList(count, "200"));
}

/// A log in a model, some blocks of it at first.
struct OpenLog
{
    explicit OpenLog(const QByteArray& bytes) { log.append(*blocksOf(bytes)); }

    LogTableModel log;
};

std::vector<RecordNumber> records(std::initializer_list<quint32> numbers)
{
    std::vector<RecordNumber> found;
    for (const quint32 number : numbers)
        found.push_back(RecordNumber(number));
    return found;
}

} // namespace

void TestBookmarks::comeBackWithTheLog_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<bool>("areBack");
    const QByteArray large = manyRecords(200);
    QVERIFY(large.size() > 8192);
    QTest::newRow("as it was") << large << large << true;
    QTest::newRow("grown") << large << manyRecords(400) << true;
    QTest::newRow("grown from small") << manyRecords(2) << large << true;
    QTest::newRow("cut off") << large << large.first(6000) << true;
    QTest::newRow("replaced") << large << webLog(QByteArrayList(200, "404")) << false;
    QTest::newRow("smaller than what was looked at") << large << large.first(1000) << false;
}

void TestBookmarks::comeBackWithTheLog()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, now);
    QFETCH(const bool, areBack);
    const QList<Bookmark> bookmarks = {{.offset = 300, .line = 7, .note = u"“Why?”\\"_s},
                                       {.offset = 9'000'000'000'000, .line = 80}};
    QVERIFY(store().change(identityOf(before), {.set = {bookmarks[1], bookmarks[0]}}));
    QCOMPARE(store().read(identityOf(now)).value(), areBack ? bookmarks : QList<Bookmark>());
}

void TestBookmarks::keepsLogsOfOneNameApart()
{
    const LogIdentity old = identityOf(manyRecords(50));
    const LogIdentity rotated = identityOf(webLog({"404", "404"}));
    const LogIdentity elsewhere = identityOf(manyRecords(50), u"/other/a.w3c"_s);
    const auto change = [this](const LogIdentity& log, const QString& note) {
        return store().change(log, {.set = {{.offset = 1, .line = 1, .note = note}}}).has_value();
    };
    QVERIFY(change(old, u"old"_s) && change(rotated, u"rotated"_s) && change(elsewhere, u"elsewhere"_s));
    QCOMPARE(store().read(old)->first().note, u"old"_s);
    QCOMPARE(store().read(rotated)->first().note, u"rotated"_s);
    QCOMPARE(store().read(elsewhere)->first().note, u"elsewhere"_s);
}

/// Two windows on one log do not undo each other.
void TestBookmarks::changesOneByOne()
{
    const LogIdentity log = identityOf(manyRecords(50));
    QVERIFY(store().change(log, {.set = {{.offset = 1}, {.offset = 2}}}));
    QVERIFY(store().change(log, {.set = {{.offset = 3}}, .removed = {1}}));
    QVERIFY(store().change(log, {.set = {{.offset = 2, .note = u"n"_s}}, .removed = {77}}));
    QCOMPARE(store().read(log).value(), (QList<Bookmark>{{.offset = 2, .note = u"n"_s}, {.offset = 3}}));
}

void TestBookmarks::leavesNoFileBehind()
{
    const LogIdentity log = identityOf(manyRecords(50));
    QVERIFY(store().change(log, {.set = {{.offset = 1}}}));
    QVERIFY(QFile::exists(store().fileFor(log.path)));
    QVERIFY(store().change(log, {.removed = {1}}));
    QCOMPARE(QDir(m_folder->filePath(u"bookmarks"_s)).entryList(QDir::Files), QStringList());
    QCOMPARE(store().read(log).value(), QList<Bookmark>());
}

void TestBookmarks::saysWhatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("half a file") << "{\"tmglens-bookmarks\": 1,\n"_ba << u"line 2"_s;
    QTest::newRow("other file") << "{}"_ba << u"tmglens-bookmarks"_s;
}

void TestBookmarks::saysWhatIsDamaged()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, sentence);
    const LogIdentity log = identityOf(manyRecords(50));
    QVERIFY(store().change(log, {.set = {{.offset = 1}}}));
    QFile file(store().fileFor(log.path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(json);
    file.close();
    const auto read = store().read(log);
    QVERIFY(!read);
    const QString told = describeKeepingError(read.error());
    QVERIFY2(told.contains(sentence) && told.contains(u"a.w3c"_s), qPrintable(told));
    QVERIFY(!store().change(log, {.set = {{.offset = 2}}}));
    QCOMPARE(file.size(), json.size()); // left alone
}

void TestBookmarks::marksRecords()
{
    OpenLog open(webLog({"200", "12209", "200", "11001"}));
    BookmarkModel bookmarks(&open.log);
    const QAbstractItemModelTester tester(&bookmarks);
    QSignalSpy changes(&bookmarks, &BookmarkModel::changed);
    bookmarks.add(records({3, 1}));
    QCOMPARE(bookmarks.rowCount(), 2);
    QCOMPARE(bookmarks.rowOf(RecordNumber(1)), 0);
    QCOMPARE(bookmarks.rowOf(RecordNumber(2)), -1);
    QCOMPARE(bookmarks.recordAt(1), RecordNumber(3));
    const auto text = [&](int column) { return bookmarks.index(0, column).data().toString(); };
    QCOMPARE(text(BookmarkModel::Line), u"5"_s); // behind three directives
    QCOMPARE(text(BookmarkModel::Time), u"2010-05-12 00:00:01"_s);
    QCOMPARE(text(BookmarkModel::Result), u"12209 Authorization required"_s);
    QCOMPARE(text(BookmarkModel::Note), QString());
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().at(1).value<BookmarkChange>().set.size(), 2);

    bookmarks.remove(records({1, 2}));
    QCOMPARE(bookmarks.rowCount(), 1);
    QCOMPARE(changes.last().at(1).value<BookmarkChange>().removed.size(), 1);
    open.log.clear();
    QCOMPARE(bookmarks.rowCount(), 0);
    QCOMPARE(changes.size(), 2); // a log that is closed is no change
}

void TestBookmarks::comesToRecordsAsTheyAreRead()
{
    const QByteArray bytes = manyRecords(9);
    const RecordIndex index = indexInBlocks(bytes, 6);
    LogTableModel log;
    log.append({index.parts()[0].block});
    BookmarkModel bookmarks(&log);
    const QAbstractItemModelTester tester(&bookmarks);
    const auto offsetOf = [&](quint32 record) {
        const auto place = index.place(RecordNumber(record));
        return place.part->block->begin + place.part->block->starts[place.record];
    };
    bookmarks.addKept(index.files()[0].source->path(),
                      {{.offset = offsetOf(0), .note = u"first"_s},
                       {.offset = offsetOf(8), .note = u"last"_s},
                       {.offset = offsetOf(4) + 1, .note = u"no record begins here"_s}});
    QCOMPARE(bookmarks.rowCount(), 1);
    QCOMPARE(bookmarks.absentCount(), 2);
    for (std::size_t i = 1; i < index.parts().size(); ++i)
        log.append({index.parts()[i].block});
    QCOMPARE(bookmarks.rowCount(), 2);
    QCOMPARE(bookmarks.note(1), u"last"_s);
    QCOMPARE(bookmarks.recordAt(1), RecordNumber(8));
    QCOMPARE(bookmarks.absentCount(), 1);
}

/// Two logs have records at the same offsets.
void TestBookmarks::tellsLogsApart()
{
    LogTableModel log;
    log.append(*blocksOf(manyRecords(3), u"/logs/a.w3c"_s));
    BookmarkModel bookmarks(&log);
    const QAbstractItemModelTester tester(&bookmarks);
    QSignalSpy changes(&bookmarks, &BookmarkModel::changed);
    QVERIFY(!bookmarks.isOfSeveralLogs());
    const auto& block = *log.records().parts()[0].block;
    const quint64 offset = block.begin + block.starts[1];
    bookmarks.addKept(u"/logs/b.w3c"_s, {{.offset = offset, .note = u"of b"_s}});
    QCOMPARE(bookmarks.absentCount(), 1);
    log.append(*blocksOf(manyRecords(3), u"/logs/b.w3c"_s));
    QVERIFY(bookmarks.isOfSeveralLogs());
    QCOMPARE(bookmarks.absentCount(), 0);
    QCOMPARE(bookmarks.recordAt(0), RecordNumber(4));
    QCOMPARE(bookmarks.index(0, BookmarkModel::Log).data().toString(), u"b.w3c"_s);
    QCOMPARE(changes.size(), 0);

    bookmarks.add(records({1, 5}));
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes[0].at(0).toString(), u"/logs/a.w3c"_s);
    QCOMPARE(changes[0].at(1).value<BookmarkChange>().set, (QList<Bookmark>{{.offset = offset, .line = 5}}));
    QCOMPARE(changes[1].at(0).toString(), u"/logs/b.w3c"_s);
    bookmarks.remove(records({1, 4}));
    QCOMPARE(changes.size(), 4);
    QCOMPARE(changes[3].at(1).value<BookmarkChange>().removed, QList<quint64>{offset});
    bookmarks.bringBack();
    QCOMPARE(bookmarks.rowCount(), 3);
    QCOMPARE(bookmarks.note(1), u"of b"_s);
}

void TestBookmarks::bringsBackWhatWasRemoved()
{
    OpenLog open(manyRecords(4));
    BookmarkModel bookmarks(&open.log);
    const QAbstractItemModelTester tester(&bookmarks);
    bookmarks.add(records({0, 1, 2}));
    QVERIFY(bookmarks.setData(bookmarks.index(1, BookmarkModel::Note), u"n"_s));
    QVERIFY(!bookmarks.canBringBack());
    bookmarks.remove(records({1, 2}));
    bookmarks.add(records({1})); // by hand, one of them
    QCOMPARE(bookmarks.note(1), u"n"_s);
    QVERIFY(bookmarks.canBringBack());
    bookmarks.bringBack();
    QCOMPARE(bookmarks.rowCount(), 3);
    QVERIFY(!bookmarks.canBringBack());
}

void TestBookmarks::keepsNotes()
{
    OpenLog open(manyRecords(4));
    BookmarkModel bookmarks(&open.log);
    bookmarks.add(records({2}));
    QSignalSpy changes(&bookmarks, &BookmarkModel::changed);
    QVERIFY(bookmarks.setData(bookmarks.index(0, BookmarkModel::Note), u" first \n contact "_s));
    QCOMPARE(bookmarks.note(0), u"first contact"_s);
    QCOMPARE(changes.last().at(1).value<BookmarkChange>().set.first().note, u"first contact"_s);
    QVERIFY(!bookmarks.setData(bookmarks.index(0, BookmarkModel::Time), u"x"_s));
}

/// A list resets the editors of cells that have changed.
void TestBookmarks::leavesNotesToWhoWritesThem()
{
    OpenLog open(manyRecords(4));
    BookmarkModel bookmarks(&open.log);
    bookmarks.add(records({2}));
    QSignalSpy changes(&bookmarks, &QAbstractItemModel::dataChanged);
    open.log.setValueDisplay(ValueDisplay::Raw);
    QVERIFY(!changes.isEmpty());
    for (const QList<QVariant>& change : std::as_const(changes))
        QVERIFY(change[1].toModelIndex().column() < BookmarkModel::Note);
}

void TestBookmarks::isCopiedAsList()
{
    LogTableModel log;
    log.append(*blocksOf(webLog({"200", "12209", "200"}), u"/e/a.w3c"_s));
    BookmarkModel bookmarks(&log);
    bookmarks.add(records({1, 2}));
    bookmarks.setData(bookmarks.index(0, BookmarkModel::Note), u"=1+1, \"so\""_s);
    QCOMPARE(bookmarksAsText(bookmarks, {0, 1}, ListFormat::Tabs),
             u"Log\tLine\tTime\tResult\tNote\n"
             "/e/a.w3c\t5\t2010-05-12 00:00:01\t12209 Authorization required\t=1+1, \"so\"\n"
             "/e/a.w3c\t6\t2010-05-12 00:00:02\t200 OK\t\n"_s);
    QCOMPARE(bookmarksAsText(bookmarks, {0}, ListFormat::Csv),
             u"Log,Line,Time,Result,Note\r\n"
             "/e/a.w3c,5,2010-05-12 00:00:01,12209 Authorization required,\"'=1+1, \"\"so\"\"\"\r\n"_s);
}

QTEST_GUILESS_MAIN(TestBookmarks)
#include "tst_bookmarks.moc"
