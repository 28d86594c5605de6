// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include "ui/categories/categorypanel.h"

#include <QClipboard>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

namespace {

int codeColumn()
{
    return 5; // in webHeader
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_log = writeFile(m_folder, u"forty.w3c"_s, fortyRecords()); }
    void init() { OwnSettings::forget(); }

    void saysWhatToDoWithoutLog();
    void namesItsParts();
    void givesEachKeyOneMeaning();
    void showsPanelsOnlyBesideLog();
    void remembersPanelsAsTheyStoodBesideLog();
    void filtersByTickedValue();
    void showsResultsInSmallWindow_data();
    void showsResultsInSmallWindow();
    void marksAndListsMalformedRecords();
    void filtersByExpressionAndKeepsLastGoodOne();
    void filtersByCategory();
    void takesEveryFilterAway();
    void keepsSelectionWhenFilterChanges();
    void sortsByColumnAndBack();
    void findsTextAndGoesOnAtTheOtherEnd();
    void copiesSelection();
    void switchesTimes();
    void showsRawValuesOnDemand();

private:
    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
};

void TestMainWindow::saysWhatToDoWithoutLog()
{
    MainWindow window;
    window.show();
    const WindowDriver driver(window);
    QCOMPARE(window.windowTitle(), u"TMGLens"_s);
    QVERIFY(driver.shows(u"startPage"));
    QVERIFY(driver.shows(u"openButton"));
    QVERIFY(!driver.shows(u"recordCount"));
    QVERIFY(!driver.part<QAction>(u"exportCsv")->isEnabled());
}

void TestMainWindow::namesItsParts()
{
    MainWindow window;
    const WindowDriver driver(window);
    QCOMPARE(driver.table()->accessibleName(), u"Log records"_s);
    QCOMPARE(driver.part<QWidget>(u"recordCount")->accessibleName(), u"Record count"_s);
    QStringList names;
    const auto docks = window.findChildren<QDockWidget*>();
    for (const QDockWidget* dock : docks)
        names += dock->widget()->accessibleName();
    names.sort();
    QCOMPARE(names, (QStringList{u"Bookmarks"_s, u"Result categories"_s, u"Result details"_s, u"Values"_s}));
}

void TestMainWindow::givesEachKeyOneMeaning()
{
    MainWindow window;
    QSet<QKeySequence> taken;
    const QList<QAction*> actions = window.actions();
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        QVERIFY2(!taken.contains(action->shortcut()), qPrintable(action->text()));
        taken.insert(action->shortcut());
    }
    QVERIFY(taken.size() > 10);
}

void TestMainWindow::showsPanelsOnlyBesideLog()
{
    MainWindow window;
    window.show();
    const WindowDriver driver(window);
    auto* keyForCategories = driver.part<QDockWidget>(u"categoryDock")->toggleViewAction();
    QVERIFY(!driver.shows(u"categoryDock"));
    QVERIFY(!driver.shows(u"detailDock"));
    QVERIFY(!keyForCategories->isEnabled());

    window.open({m_log});
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QVERIFY(driver.shows(u"categoryDock"));
    QVERIFY(driver.shows(u"detailDock"));
    keyForCategories->trigger();
    QVERIFY(!driver.shows(u"categoryDock"));

    window.open({m_folder.filePath(u"absent.w3c"_s)});
    QTRY_VERIFY(driver.shows(u"errorPage"));
    QVERIFY(!driver.shows(u"detailDock"));

    window.open({m_log});
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QVERIFY(!driver.shows(u"categoryDock")); // as the person left it
    QVERIFY(driver.shows(u"detailDock"));
}

void TestMainWindow::remembersPanelsAsTheyStoodBesideLog()
{
    {
        MainWindow window;
        window.show();
        window.open({m_log});
        const WindowDriver driver(window);
        QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
        driver.part<QDockWidget>(u"detailDock")->toggleViewAction()->trigger();
        window.close();
    }
    {
        MainWindow window; // closed without a log: its panels are hidden, but not by the person
        window.show();
        window.close();
    }
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QVERIFY(driver.shows(u"categoryDock"));
    QVERIFY(!driver.shows(u"detailDock"));
}

void TestMainWindow::filtersByTickedValue()
{
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    auto* values = driver.part<QTreeView>(u"facetTree"_s);
    QVERIFY(values->visibleRegion().isEmpty());
    QTest::qWait(100);
    QCOMPARE(values->model()->rowCount(values->model()->index(0, 0)), 0); // nobody sees them

    driver.part<QDockWidget>(u"facetDock"_s)->raise();
    const QAbstractItemModel* model = values->model();
    QTRY_VERIFY(model->rowCount(model->index(0, 0)) > 0);
    const QModelIndexList found =
        model->match(model->index(0, 0), Qt::DisplayRole, u"10.0.0.12"_s, 1, Qt::MatchFixedString | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    values->setCurrentIndex(found.first());
    values->setFocus();
    QTest::keyClick(values, Qt::Key_Space);
    QCOMPARE(driver.part<QLineEdit>(u"filterLine"_s)->text(), u"client=10.0.0.12"_s);
    QTRY_COMPARE(driver.countText(), u"1 of 40 records"_s);
    QTest::keyClick(values, Qt::Key_Space);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QCOMPARE(driver.part<QLineEdit>(u"filterLine"_s)->text(), QString());
}

void TestMainWindow::showsResultsInSmallWindow_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("firewall") << u"ISALOG_20100512_FWS_000.w3c"_s;
    QTest::newRow("web") << u"ISALOG_20100512_WEB_000.w3c"_s;
}

void TestMainWindow::showsResultsInSmallWindow()
{
    QFETCH(const QString, name);
    MainWindow window;
    window.resize(1024, 700);
    window.show();
    window.open({QStringLiteral(TMGLENS_TEST_DATA "/samples/") + name});
    const WindowDriver driver(window);
    const LogTableView* table = driver.table();
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const auto isResult = [table](int column) {
        return FieldId(table->model()->headerData(column, Qt::Horizontal, FieldIdRole).toInt()) == FieldId::ResultCode;
    };
    int result = 0;
    while (result < table->model()->columnCount() && !isResult(result))
        ++result;
    QTRY_VERIFY(table->visualRect(table->model()->index(0, result)).right() < table->viewport()->width());
    QVERIFY(table->visualRect(table->model()->index(0, result)).left() > 0);
}

void TestMainWindow::marksAndListsMalformedRecords()
{
    MainWindow window;
    window.show();
    window.open({writeFile(m_folder, u"ragged.w3c"_s, fortyRecords() + "10.0.0.99\tonly two\r\n")});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"41 of 41 records"_s);
    auto* malformed = driver.part<QToolButton>(u"malformedButton");
    QVERIFY(malformed->isVisible());
    QCOMPARE(malformed->text(), u"1 malformed"_s);
    QTest::mouseClick(malformed, Qt::LeftButton);
    QTRY_COMPARE(driver.countText(), u"1 of 41 records"_s);
    QCOMPARE(driver.cell(0, 0), u"10.0.0.99"_s);
    QTest::mouseClick(malformed, Qt::LeftButton);
    QTRY_COMPARE(driver.countText(), u"41 of 41 records"_s);
}

void TestMainWindow::filtersByExpressionAndKeepsLastGoodOne()
{
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    driver.type(u"filterLine", u"class:denied"_s);
    QTRY_COMPARE(driver.countText(), u"10 of 40 records"_s);
    QVERIFY(!driver.shows(u"filterMistake"));

    driver.type(u"filterLine", u"code:"_s);
    QTRY_VERIFY(driver.shows(u"filterMistake"));
    QCOMPARE(driver.countText(), u"10 of 40 records"_s);

    QTest::keyClick(driver.part<QWidget>(u"filterLine"), Qt::Key_Escape);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QVERIFY(!driver.shows(u"filterMistake"));
}

void TestMainWindow::filtersByCategory()
{
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    ResultSelection failed;
    failed.showOnlyClass(ResultClass::Failed);
    driver.part<CategoryPanel>(u"categoryPanel")->setSelection(failed);
    QTRY_COMPARE(driver.countText(), u"10 of 40 records"_s);
    QCOMPARE(driver.cell(0, codeColumn()), u"11001"_s);
}

void TestMainWindow::takesEveryFilterAway()
{
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    driver.type(u"filterLine", u"code:304"_s);
    ResultSelection failed;
    failed.showOnlyClass(ResultClass::Failed);
    driver.part<CategoryPanel>(u"categoryPanel")->setSelection(failed);
    QTRY_COMPARE(driver.countText(), u"0 of 40 records"_s);
    driver.trigger(u"showAll");
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QVERIFY(driver.part<QLineEdit>(u"filterLine")->text().isEmpty());
    QVERIFY(driver.part<CategoryPanel>(u"categoryPanel")->selection().showsAll());
}

void TestMainWindow::keepsSelectionWhenFilterChanges()
{
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    driver.table()->setCurrentIndex(driver.table()->model()->index(20, 0)); // a 12209, the sixth of them
    driver.type(u"filterLine", u"code:12209"_s);
    QTRY_COMPARE(driver.countText(), u"10 of 40 records"_s);
    QCOMPARE(driver.table()->currentIndex().row(), 5);
    QCOMPARE(driver.cell(5, 0), u"10.0.0.20"_s);
    QCOMPARE(driver.table()->selectionModel()->selectedRows().size(), 1);
    driver.type(u"filterLine", u"code:200"_s); // hides it
    QTRY_COMPARE(driver.cell(0, codeColumn()), u"200"_s);
    QCOMPARE(driver.cell(driver.table()->currentIndex().row(), 0), u"10.0.0.21"_s); // the nearest
    driver.trigger(u"showAll");
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QCOMPARE(driver.table()->currentIndex().row(), 20);
    QVERIFY(driver.table()->selectionModel()->isRowSelected(20));
}

void TestMainWindow::sortsByColumnAndBack()
{
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QTRY_VERIFY(!driver.shows(u"loading"));
    const QHeaderView* header = driver.table()->horizontalHeader();
    const auto clickCodes = [&] {
        const QPoint place(header->sectionViewportPosition(codeColumn()) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    };
    clickCodes();
    QTRY_COMPARE(driver.cell(0, codeColumn()), u"200"_s);
    QCOMPARE(driver.cell(39, codeColumn()), u"12209"_s);
    clickCodes();
    QTRY_COMPARE(driver.cell(0, codeColumn()), u"12209"_s);
    QCOMPARE(driver.cell(39, codeColumn()), u"200"_s);
    QCOMPARE(driver.cell(0, 0), u"10.0.0.0"_s); // stable
    clickCodes();
    QTRY_COMPARE(driver.cell(1, codeColumn()), u"200"_s);
    QCOMPARE(header->sortIndicatorSection(), -1);
}

void TestMainWindow::findsTextAndGoesOnAtTheOtherEnd()
{
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QTRY_COMPARE(driver.table()->currentIndex().row(), 0);
    driver.trigger(u"find");
    QVERIFY(driver.shows(u"findLine"));
    driver.type(u"findLine", u"HOST3"_s);
    QTRY_COMPARE(driver.table()->currentIndex().row(), 3);
    driver.trigger(u"findNext");
    QTRY_COMPARE(driver.table()->currentIndex().row(), 30);
    driver.trigger(u"findPrevious");
    QTRY_COMPARE(driver.table()->currentIndex().row(), 3);
    driver.trigger(u"findPrevious");
    QTRY_COMPARE(driver.table()->currentIndex().row(), 39);
    const auto* status = driver.part<QLabel>(u"findStatus");
    QTRY_COMPARE(status->text(), u"Went on at the other end."_s);
    driver.table()->horizontalHeader()->setSectionHidden(4, true);
    driver.type(u"findLine", u"host25"_s);
    QTRY_COMPARE(driver.table()->currentIndex().row(), 25);
    QTRY_VERIFY(status->text().endsWith(u"It is in the column “cs-uri”, which is hidden."_s));
    driver.type(u"findLine", u"nowhere"_s);
    QTRY_COMPARE(status->text(), u"Not found in the records shown."_s);
    QCOMPARE(driver.table()->currentIndex().row(), 25);
    QTest::keyClick(driver.part<QWidget>(u"findLine"), Qt::Key_Escape);
    QVERIFY(!driver.shows(u"findLine"));
}

void TestMainWindow::copiesSelection()
{
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    LogTableView* table = driver.table();
    table->horizontalHeader()->setSectionHidden(1, true);
    table->horizontalHeader()->moveSection(table->horizontalHeader()->visualIndex(codeColumn()), 0);
    QStringList names;
    for (int visual = 0; visual < table->horizontalHeader()->count(); ++visual) {
        const int column = table->horizontalHeader()->logicalIndex(visual);
        if (!table->horizontalHeader()->isSectionHidden(column))
            names += table->model()->headerData(column, Qt::Horizontal).toString();
    }
    QCOMPARE(names.first(), u"sc-status"_s);
    QVERIFY(!names.contains(u"cs-username"_s));
    table->setSelectionMode(QAbstractItemView::MultiSelection);
    table->clearSelection();
    table->setCurrentIndex(table->model()->index(2, 0));
    table->setCurrentIndex(table->model()->index(1, 0));

    QSignalSpy changed(QGuiApplication::clipboard(), &QClipboard::dataChanged);
    driver.trigger(u"copyText");
    QTRY_COMPARE(changed.size(), 1);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(u"200\t"_s));
    QVERIFY(lines[0].contains(u"http://host1.example/"_s));
    QVERIFY(lines[1].startsWith(u"11001\t"_s));
    QCOMPARE(lines[0].count(u'\t'), names.size() - 1);

    driver.trigger(u"copyCsv");
    QTRY_COMPARE(changed.size(), 2);
    const QStringList csv = QGuiApplication::clipboard()->text().split(u"\r\n"_s, Qt::SkipEmptyParts);
    QCOMPARE(csv.size(), 3);
    QCOMPARE(csv[0], names.join(u','));
    QVERIFY(csv[2].startsWith(u"11001,"_s));
}

void TestMainWindow::switchesTimes()
{
    qputenv("TZ", "Europe/Berlin");
    tzset();
    {
        MainWindow window;
        window.show();
        window.open({m_log});
        const WindowDriver driver(window);
        QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
        const QModelIndex time = driver.table()->model()->index(0, 3);
        QCOMPARE(time.data().toString(), u"00:00:00"_s);
        driver.trigger(u"timesLocal");
        QCOMPARE(time.data().toString(), u"02:00:00"_s); // summer time on 2010-05-12
        QVERIFY(driver.part<QToolButton>(u"timesButton")->text().startsWith(u"Times in this computer's zone"_s));
    }
    MainWindow next;
    QVERIFY(WindowDriver(next).part<QAction>(u"timesLocal")->isChecked());
    qputenv("TZ", "UTC");
    tzset();
}

void TestMainWindow::showsRawValuesOnDemand()
{
    {
        MainWindow window;
        window.show();
        window.open({m_log});
        const WindowDriver driver(window);
        QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
        const QModelIndex result = driver.table()->model()->index(0, 5);
        QCOMPARE(result.data().toString(), u"12209 Authorization required"_s);
        QTest::keyClick(&window, Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(result.data().toString(), u"12209"_s);
    }
    const MainWindow next;
    QVERIFY(next.findChild<QAction*>(u"rawValues"_s)->isChecked());
}

QTEST_MAIN(TestMainWindow)

#include "tst_mainwindow.moc"
