// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testarchive.h"
#include "tests/ui/window/windowdriver.h"

#include "ui/categories/categorymodel.h"
#include "ui/files/filepanel.h"

#include <QAction>
#include <QDockWidget>
#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Several logs in one window, by hand.
class TestSetWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void standsInTheOrderOfTime();
    void beginsAtTheEarliestRecord();
    void hasRoomForTheNamesOfLogs();
    void listsTheLogs();
    void hidesALog();
    void hidesCopies();
    void removesALog();
    void addsLogs();
    void filtersByTheNameOfALog();
    void keepsCategoriesAndOrder();
    void comesBackAsItWas();
    void staysAtItsRecordsWhenAnotherLogGrows();
    void tellsWhatCannotBeRead();
    void asksForDatesBesideAFailure();
    void unpacksBeyondTheLimitWhenTold();
    void hasNoListForOneLog();

private:
    void write(const QString& name, const QByteArray& bytes) { writeFile(*m_folder, name, bytes); }
    void open();
    [[nodiscard]] QString times() const;
    [[nodiscard]] QTreeView* list() const { return m_driver->part<QTreeView>(u"fileList"); }
    void tick(int row) const;
    [[nodiscard]] QPushButton* button(const QString& text) const;

    OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestSetWindow::init()
{
    OwnSettings::forget();
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"a.w3c"_s, webHeader + webRecord(1, "200") + "\r\n" + webRecord(4, "12209") + "\r\n");
    write(u"b.w3c"_s, webHeader + webRecord(2, "200") + "\r\n" + webRecord(3, "11001") + "\r\n");
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    m_driver = std::make_unique<WindowDriver>(*m_window);
}

void TestSetWindow::cleanup()
{
    m_driver.reset();
    m_window.reset();
}

void TestSetWindow::open()
{
    m_window->open({m_folder->path()});
    QTRY_COMPARE(m_driver->countText(), u"4 of 4 records"_s);
    QTRY_COMPARE(times(), u"1 2 3 4"_s);
}

/// Seconds of the visible records, in their order.
QString TestSetWindow::times() const
{
    QStringList seconds;
    for (int row = 0; row < m_driver->table()->model()->rowCount(); ++row)
        seconds += m_driver->cell(row, 3).right(1);
    return seconds.join(u' ');
}

void TestSetWindow::tick(int row) const
{
    const QModelIndex log = list()->model()->index(row, 0);
    list()->setCurrentIndex(log);
    QTest::keyClick(list(), Qt::Key_Space);
}

/// One of those of the message; nullptr if there is none with this text.
QPushButton* TestSetWindow::button(const QString& text) const
{
    const auto buttons = m_driver->part<QWidget>(u"messageBar")->findChildren<QPushButton*>();
    const auto found = std::ranges::find(buttons, text, &QPushButton::text);
    return found != buttons.end() ? *found : nullptr;
}

void TestSetWindow::standsInTheOrderOfTime()
{
    open();
    QCOMPARE(m_driver->table()->currentIndex().row(), 0);
    QVERIFY(m_window->windowTitle().startsWith(QFileInfo(m_folder->path()).fileName()));
    const int file = m_driver->table()->model()->columnCount() - 1;
    QCOMPARE(m_driver->cell(0, file), u"a.w3c"_s);
    QCOMPARE(m_driver->cell(1, file), u"b.w3c"_s);
    QVERIFY(m_driver->table()->showsFile());
    m_driver->trigger(u"reload");
    QTRY_COMPARE(times(), u"1 2 3 4"_s);
}

void TestSetWindow::beginsAtTheEarliestRecord()
{
    write(u"a.w3c"_s, webHeader + webRecord(5, "200") + "\r\n" + webRecord(6, "12209") + "\r\n");
    m_window->open({m_folder->path()});
    QTRY_COMPARE(times(), u"2 3 5 6"_s);
    QTRY_COMPARE(m_driver->table()->currentIndex().row(), 0);
}

void TestSetWindow::hasRoomForTheNamesOfLogs()
{
    write(u"z, a log with a long name.w3c"_s, webHeader + webRecord(7, "200") + "\r\n");
    m_window->open({m_folder->path()});
    QTRY_COMPARE(times(), u"1 2 3 4 7"_s);
    const LogTableView* table = m_driver->table();
    const int file = table->model()->columnCount() - 1;
    QVERIFY(table->horizontalHeader()->sectionSize(file)
            >= table->fontMetrics().horizontalAdvance(u"z, a log with a long name.w3c"_s));
}

void TestSetWindow::listsTheLogs()
{
    open();
    QVERIFY(m_driver->shows(u"fileDock"));
    QCOMPARE(list()->model()->rowCount(), 2);
    QCOMPARE(list()->model()->index(1, SetMemberModel::Name).data().toString(), u"b.w3c"_s);
    QCOMPARE(list()->model()->index(1, SetMemberModel::Records).data().toString(), u"2"_s);
    QVERIFY(m_driver->shows(u"setFindings"));
    QCOMPARE(m_driver->part<QListWidget>(u"setFindings")->item(0)->text(),
             u"b.w3c tells of times that are in a.w3c too."_s);
}

void TestSetWindow::hidesALog()
{
    open();
    tick(0);
    QTRY_COMPARE(times(), u"2 3"_s);
    const auto* categories = m_driver->part<QTreeView>(u"categoryTree");
    QTRY_VERIFY(categories->model()->index(0, 0).data(CategoryModel::CountTextRole).toString() == u"1 of 2"_s);
    m_driver->type(u"filterLine", u"code:12209 OR code:11001"_s);
    QTRY_COMPARE(times(), u"3"_s);
    tick(0);
    QTRY_COMPARE(times(), u"3 4"_s);
    tick(1);
    QTRY_COMPARE(times(), u"4"_s);
    m_driver->trigger(u"showAll");
    QTRY_COMPARE(times(), u"1 2 3 4"_s);
}

void TestSetWindow::hidesCopies()
{
    QFile original(m_folder->filePath(u"a.w3c"_s));
    QVERIFY(original.open(QIODevice::ReadOnly));
    write(u"copy.w3c.gz"_s, packed(gzip, {{"log", original.readAll()}}));
    m_window->open({m_folder->path()});
    QTRY_COMPARE(times(), u"1 1 2 3 4 4"_s);
    QTRY_VERIFY(m_driver->shows(u"hideDuplicates"));
    const auto* findings = m_driver->part<QListWidget>(u"setFindings");
    QCOMPARE(findings->count(), 2); // of the overlap, too
    QVERIFY(findings->item(0)->text().contains(u"copy.w3c is the same log as a.w3c"_s));
    QTest::mouseClick(m_driver->part<QPushButton>(u"hideDuplicates"), Qt::LeftButton);
    QTRY_COMPARE(times(), u"1 2 3 4"_s);
}

void TestSetWindow::removesALog()
{
    open();
    list()->setCurrentIndex(list()->model()->index(0, 0));
    m_driver->part<QAction>(u"removeFiles")->trigger();
    QTRY_COMPARE(times(), u"2 3"_s);
    QCOMPARE(m_window->paths(), QStringList{m_folder->filePath(u"b.w3c"_s)});
    QCOMPARE(m_window->windowTitle(), u"b.w3c — TMGLens"_s);
    QVERIFY(!m_driver->shows(u"fileDock"));
    m_driver->trigger(u"reload");
    QTRY_COMPARE(times(), u"2 3"_s);
}

void TestSetWindow::addsLogs()
{
    m_window->open({m_folder->filePath(u"a.w3c"_s)});
    QTRY_COMPARE(times(), u"1 4"_s);
    m_window->open({m_folder->filePath(u"a.w3c"_s), m_folder->filePath(u"b.w3c"_s)});
    QTRY_COMPARE(times(), u"1 2 3 4"_s);
    QCOMPARE(m_window->windowTitle(), u"a.w3c and 1 more — TMGLens"_s);
}

void TestSetWindow::filtersByTheNameOfALog()
{
    open();
    m_driver->type(u"filterLine", u"-file:a.w3c"_s);
    QTRY_COMPARE(times(), u"2 3"_s);
}

void TestSetWindow::keepsCategoriesAndOrder()
{
    open();
    m_driver->type(u"filterLine", u"class:allowed,denied"_s);
    QTRY_COMPARE(times(), u"1 2 4"_s);
    m_driver->table()->horizontalHeader()->setSortIndicator(3, Qt::DescendingOrder);
    QTRY_COMPARE(times(), u"4 2 1"_s);
    m_driver->trigger(u"fileOrder");
    QTRY_COMPARE(times(), u"1 2 4"_s);
}

void TestSetWindow::comesBackAsItWas()
{
    open();
    tick(1);
    QTRY_COMPARE(times(), u"1 4"_s);
    const auto view = m_window->view();
    QVERIFY(view);
    MainWindow next;
    next.show();
    next.restore(*view);
    QTRY_COMPARE(WindowDriver(next).countText(), u"2 of 4 records"_s);
}

/// The records have other numbers then.
void TestSetWindow::staysAtItsRecordsWhenAnotherLogGrows()
{
    open();
    m_driver->table()->setCurrentIndex(m_driver->table()->model()->index(2, 0));
    const auto currentTime = [](const WindowDriver& driver) {
        return driver.cell(driver.table()->currentIndex().row(), 3).right(1);
    };
    QCOMPARE(currentTime(*m_driver), u"3"_s);
    const auto view = m_window->view();
    write(u"a.w3c"_s,
          webHeader + webRecord(1, "200") + "\r\n" + webRecord(4, "12209") + "\r\n" + webRecord(5, "200") + "\r\n");
    m_driver->trigger(u"reload");
    QTRY_COMPARE(times(), u"1 2 3 4 5"_s);
    QTRY_COMPARE(currentTime(*m_driver), u"3"_s);
    QCOMPARE(m_driver->table()->selectedRecords(), std::vector<quint32>{4});
    MainWindow next;
    next.show();
    next.restore(view.value());
    const WindowDriver driver(next);
    QTRY_COMPARE(driver.countText(), u"5 of 5 records"_s);
    QTRY_COMPARE(currentTime(driver), u"3"_s);
}

void TestSetWindow::tellsWhatCannotBeRead()
{
    write(u"note.txt"_s, "Nothing of interest.\n");
    open();
    QVERIFY(m_driver->shows(u"messageBar"));
    QVERIFY(m_driver->part<QLabel>(u"messageText")->text().startsWith(u"1 of 3 files could not be read"_s));
    QCOMPARE(list()->model()->rowCount(), 3);
    QCOMPARE(list()->model()->index(2, SetMemberModel::Kind).data().toString(), u"not read"_s);
}

/// The answer is for the logs that do not tell the order themselves.
void TestSetWindow::asksForDatesBesideAFailure()
{
    const QByteArray titles = "Log Time\tClient IP\tHTTP Status Code\tURL\n";
    const auto row = [](const QByteArray& day) {
        return day + " 10:00:00 AM\t10.0.0.1\t200 OK\thttp://host.example/\n";
    };
    write(u"note.txt"_s, "Nothing of interest.\n");
    write(u"settled.txt"_s, titles + row("12/25/2010"));
    write(u"unsettled.txt"_s, titles + row("6/5/2010"));
    m_window->open({m_folder->path()});
    QTRY_COMPARE(m_driver->countText(), u"6 of 6 records"_s);
    QTRY_VERIFY(m_driver->shows(u"messageBar"));
    const QString message = m_driver->part<QLabel>(u"messageText")->text();
    QVERIFY(message.startsWith(u"1 of 5 files could not be read"_s));
    QVERIFY(message.contains(u"the month or the day"_s));
    QTest::mouseClick(button(u"&Day first"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_driver->part<QLabel>(u"messageText")->text().contains(u"the month or the day"_s));
    m_driver->type(u"filterLine", u"time:2010-05-06 OR time:2010-12-25"_s);
    QTRY_COMPARE(m_driver->countText(), u"2 of 6 records"_s);
}

void TestSetWindow::unpacksBeyondTheLimitWhenTold()
{
    const Packing zstd = {.format = ARCHIVE_FORMAT_RAW, .filter = ARCHIVE_FILTER_ZSTD};
    write(u"bomb.zst"_s, packed(zstd, {{"log", fortyRecords() + QByteArray(70 * 1024 * 1024, '\0')}}));
    m_window->open({m_folder->path()});
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->countText(), u"4 of 4 records"_s, 20'000);
    QTRY_VERIFY(button(u"&Unpack it nevertheless"_s));
    QTest::mouseClick(button(u"&Unpack it nevertheless"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->countText(), u"44 of 44 records"_s, 20'000);
}

void TestSetWindow::hasNoListForOneLog()
{
    open();
    m_window->open({m_folder->filePath(u"a.w3c"_s)});
    QTRY_COMPARE(times(), u"1 4"_s);
    QTRY_VERIFY(!m_driver->shows(u"fileDock"));
}

QTEST_MAIN(TestSetWindow)
#include "tst_setwindow.moc"
