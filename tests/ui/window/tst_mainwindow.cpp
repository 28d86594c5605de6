// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include <QDockWidget>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// The window and its parts.
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
    void showsResultsInSmallWindow_data();
    void showsResultsInSmallWindow();

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
    QCOMPARE(names,
             (QStringList{u"Bookmarks"_s, u"Findings"_s, u"Logs"_s, u"Result categories"_s, u"Result details"_s,
                          u"Values"_s}));
}

void TestMainWindow::givesEachKeyOneMeaning()
{
    MainWindow window;
    QSet<QKeySequence> taken;
    const auto actions = window.findChildren<QAction*>(); // also those of panels
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty() || action->shortcutContext() != Qt::WindowShortcut)
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

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
