// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include "model/keeping/bookmarkmodel.h"

#include <QClipboard>
#include <QDockWidget>
#include <QLineEdit>
#include <QStatusBar>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Marking records by keys and clicks, and finding the marks again.
class TestBookmarking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void marksAndUnmarks();
    void marksWhatIsSelected();
    void writesNoteInPlace();
    void keepsTheRecordInViewWhenTheListComes();
    void paintsMarks();
    void goesFromMarkToMark();
    void goesToClickedRecord();
    void bringsBackWhatWasRemoved();
    void copiesTheList();
    void survivesFilterAndOrder();
    void comesBackWhenTheLogIsOpenedAgain();
    void keepsNothingBesideTheLog();
    void saysWhatCannotBeRead();

private:
    void open();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_window.get(), key, modifiers);
    }
    void goTo(int row) const
    {
        const QAbstractItemModel* rows = m_driver->table()->model();
        m_driver->table()->selectionModel()->setCurrentIndex(
            rows->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    [[nodiscard]] int row() const { return m_driver->table()->currentIndex().row(); }
    [[nodiscard]] QTreeView* list() const { return m_driver->part<QTreeView>(u"bookmarkList"); }
    [[nodiscard]] QStringList column(int column) const;
    [[nodiscard]] QString remark() const { return m_window->statusBar()->currentMessage(); }

    OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_log;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestBookmarking::init()
{
    OwnSettings::forget();
    m_folder = std::make_unique<QTemporaryDir>();
    m_log = writeFile(*m_folder, u"forty.w3c"_s, fortyRecords());
    open();
}

void TestBookmarking::open()
{
    m_window = std::make_unique<MainWindow>(); // the one before is closed by now, and all is written
    m_driver = std::make_unique<WindowDriver>(*m_window);
    m_window->show();
    m_window->open({m_log});
    QTRY_VERIFY(m_driver->countText().startsWith(u"40 of 4"_s) || m_driver->countText().startsWith(u"41 of 4"_s));
    QTRY_COMPARE(row(), 0);
}

QStringList TestBookmarking::column(int column) const
{
    QStringList texts;
    const QAbstractItemModel* model = list()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts += model->index(row, column).data().toString();
    return texts;
}

void TestBookmarking::marksAndUnmarks()
{
    goTo(5);
    press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(column(BookmarkModel::Line), QStringList{u"9"_s});
    QVERIFY(!m_driver->shows(u"bookmarkDock"));
    press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(column(BookmarkModel::Line), QStringList());
}

void TestBookmarking::marksWhatIsSelected()
{
    goTo(5);
    press(Qt::Key_B, Qt::ControlModifier);
    goTo(4);
    QTest::keyClick(m_driver->table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_driver->table(), Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(column(BookmarkModel::Line), (QStringList{u"8"_s, u"9"_s, u"10"_s}));
    press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(column(BookmarkModel::Line), QStringList());
}

void TestBookmarking::writesNoteInPlace()
{
    goTo(2);
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_driver->shows(u"bookmarkDock"));
    auto* editor = list()->findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, u"the cause"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(column(BookmarkModel::Note), QStringList{u"the cause"_s});
    QCOMPARE(column(BookmarkModel::Result), QStringList{u"11001 Host not found"_s});

    press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(column(BookmarkModel::Note), QStringList());
    QVERIFY(remark().contains(u"Ctrl+B brings both back"_s));
    press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(column(BookmarkModel::Note), QStringList{u"the cause"_s});
}

void TestBookmarking::keepsTheRecordInViewWhenTheListComes()
{
    m_window->resize(900, 600);
    m_driver->part<QDockWidget>(u"detailDock")->hide(); // shares its place with the list
    QTest::qWait(50); // for the layout
    const LogTableView* table = m_driver->table();
    goTo(39);
    QTRY_VERIFY(table->viewport()->rect().contains(table->visualRect(table->currentIndex()).center()));
    const int height = table->viewport()->height();
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(table->viewport()->height() < height);
    QTRY_VERIFY(table->viewport()->rect().contains(table->visualRect(table->currentIndex()).center()));
}

void TestBookmarking::paintsMarks()
{
    const auto markOf = [this](int row) {
        LogTableView* table = m_driver->table();
        const int y = table->visualRect(table->model()->index(row, 0)).center().y();
        return table->viewport()->grab().toImage().pixelColor(1, y);
    };
    goTo(0);
    const QColor before = markOf(3);
    goTo(3);
    press(Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(markOf(3), m_driver->table()->palette().color(QPalette::HighlightedText));
    goTo(0);
    QCOMPARE(markOf(3), m_driver->table()->palette().color(QPalette::Text));
    goTo(3);
    press(Qt::Key_B, Qt::ControlModifier);
    goTo(0);
    QCOMPARE(markOf(3), before);
}

void TestBookmarking::goesFromMarkToMark()
{
    press(Qt::Key_PageDown, Qt::AltModifier);
    QVERIFY(remark().contains(u"No other bookmark"_s));
    for (const int marked : {3, 20, 30}) {
        goTo(marked);
        press(Qt::Key_B, Qt::ControlModifier);
    }
    goTo(10);
    press(Qt::Key_PageDown, Qt::AltModifier);
    QCOMPARE(row(), 20);
    press(Qt::Key_PageDown, Qt::AltModifier);
    press(Qt::Key_PageDown, Qt::AltModifier);
    QCOMPARE(row(), 3);
    QVERIFY(remark().contains(u"other end"_s));
    press(Qt::Key_PageUp, Qt::AltModifier);
    QCOMPARE(row(), 30);
    press(Qt::Key_PageUp, Qt::AltModifier);
    QCOMPARE(row(), 20);
}

void TestBookmarking::goesToClickedRecord()
{
    goTo(20);
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    goTo(0);
    const QRect place = list()->visualRect(list()->model()->index(0, 1));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(row(), 20);

    m_driver->type(u"filterLine", u"code:304"_s);
    QTRY_COMPARE(m_driver->countText(), u"10 of 40 records"_s);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Return);
    QVERIFY(remark().contains(u"filter hides"_s));
}

void TestBookmarking::bringsBackWhatWasRemoved()
{
    goTo(4);
    press(Qt::Key_B, Qt::ControlModifier);
    goTo(6);
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    list()->setFocus();
    list()->selectAll();
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(column(BookmarkModel::Line), QStringList());
    QTest::keyClick(list(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(column(BookmarkModel::Line), (QStringList{u"8"_s, u"10"_s}));
}

void TestBookmarking::copiesTheList()
{
    goTo(4);
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QString(u"Log\tLine\tTime\tResult\tNote\n"_s % m_log
                     % u"\t8\t2010-05-12 00:00:04\t12209 Authorization required\t\n"));
}

void TestBookmarking::survivesFilterAndOrder()
{
    goTo(2);
    press(Qt::Key_B, Qt::ControlModifier);
    m_driver->type(u"filterLine", u"code:11001"_s);
    QTRY_COMPARE(m_driver->countText(), u"10 of 40 records"_s);
    m_driver->table()->setFocus();
    goTo(5);
    press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_driver->cell(0, 0), u"10.0.0.38"_s);
    press(Qt::Key_PageDown, Qt::AltModifier);
    QCOMPARE(m_driver->cell(row(), 0), u"10.0.0.2"_s);
}

void TestBookmarking::comesBackWhenTheLogIsOpenedAgain()
{
    goTo(7);
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    auto* editor = list()->findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, u"seen"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(column(BookmarkModel::Note), QStringList{u"seen"_s});
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(column(BookmarkModel::Note), QStringList{u"seen"_s});

    m_window.reset();
    m_log = writeFile(*m_folder, u"forty.w3c"_s, fortyRecords() + webRecord(40, "200") + "\r\n"); // has grown
    open();
    QTRY_COMPARE(column(BookmarkModel::Note), QStringList{u"seen"_s});
    QCOMPARE(column(BookmarkModel::Line), QStringList{u"11"_s});

    m_window.reset();
    m_log = writeFile(*m_folder, u"forty.w3c"_s, webLog(QByteArrayList(40, "500"))); // is another one
    open();
    QTest::qWait(50);
    QCOMPARE(column(BookmarkModel::Line), QStringList());
}

void TestBookmarking::keepsNothingBesideTheLog()
{
    press(Qt::Key_B, Qt::ControlModifier);
    m_window.reset();
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"forty.w3c"_s});
    QCOMPARE(QDir(OwnSettings::keptFolder().filePath(u"bookmarks"_s)).entryList(QDir::Files).size(), 1);
}

void TestBookmarking::saysWhatCannotBeRead()
{
    m_window.reset();
    const QString path = BookmarkStore(OwnSettings::keptFolder().filePath(u"bookmarks"_s)).fileFor(m_log);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[");
    file.close();
    open();
    QTRY_VERIFY(std::ranges::any_of(m_window->findChildren<QLabel*>(), [](const QLabel* one) {
        return one->isVisible() && one->text().startsWith(u"Bookmarks are not kept."_s);
    }));
}

QTEST_MAIN(TestBookmarking)
#include "tst_bookmarking.moc"
