// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include "ui/categories/categorypanel.h"
#include "ui/filter/filterbar.h"
#include "ui/timestrip/timestrip.h"
#include "ui/window/sessionkeeper.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QSessionManager>

#include <array>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// What was open comes back at the next start.
class TestSessionKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void beginsWithoutLog();
    void bringsBackHowTheLogLooked();
    void bringsBackEachWindow();
    void forgetsWindowsClosedBefore();
    void saysWhatIsMissing();
    void tellsDamage();
    void leavesAnotherProgramsSessionAlone();
    void keepsLogsGivenByName();
    void keepsWhatComesAfterACancelledEnd_data();
    void keepsWhatComesAfterACancelledEnd();

private:
    using Windows = QList<MainWindow*>;
    using Act = void (*)();

    [[nodiscard]] static Windows windows();
    /// Starts the program without files.
    void start();
    /// Starts it with a log.
    MainWindow* start(const QString& path);
    void quit();
    /// What the desktop does before it ends.
    static void askToLogOut();
    /// Quits with something open that refuses to be closed.
    static void quitInVain();
    [[nodiscard]] QString log(const QString& name) const { return writeFile(*m_folder, name, fortyRecords()); }

    OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SessionKeeper> m_keeper;
};

void TestSessionKeeper::init()
{
    qApp->setQuitOnLastWindowClosed(false);
    OwnSettings::forget();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSessionKeeper::cleanup()
{
    m_keeper.reset();
    qDeleteAll(windows());
}

TestSessionKeeper::Windows TestSessionKeeper::windows()
{
    Windows found;
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        if (auto* window = qobject_cast<MainWindow*>(widget))
            found += window;
    }
    std::ranges::sort(found, {}, &MainWindow::paths);
    return found;
}

void TestSessionKeeper::start()
{
    m_keeper = std::make_unique<SessionKeeper>(SessionKeeper::personsPath());
    m_keeper->openWindows();
}

MainWindow* TestSessionKeeper::start(const QString& path)
{
    if (!m_keeper)
        m_keeper = std::make_unique<SessionKeeper>(SessionKeeper::personsPath());
    auto* window = new MainWindow;
    window->open({path});
    window->show();
    if (!QTest::qWaitFor([&] { return WindowDriver(*window).countText() == u"40 of 40 records"_s; }))
        return nullptr;
    return window;
}

void TestSessionKeeper::quit()
{
    QEvent event(QEvent::Quit);
    QCoreApplication::sendEvent(qApp, &event);
    qDeleteAll(windows());
    m_keeper.reset();
}

void TestSessionKeeper::askToLogOut()
{
    // Nobody looks at the manager, which only the desktop can make.
    alignas(QSessionManager) std::array<std::byte, sizeof(QSessionManager)> manager{};
    Q_EMIT qApp->commitDataRequest(reinterpret_cast<QSessionManager&>(manager));
}

void TestSessionKeeper::quitInVain()
{
    class : public QWidget
    {
        void closeEvent(QCloseEvent* event) override { event->ignore(); }
    } stubborn;
    stubborn.show();
    QEvent event(QEvent::Quit);
    QCoreApplication::sendEvent(qApp, &event);
}

void TestSessionKeeper::beginsWithoutLog()
{
    start();
    QCOMPARE(windows().size(), 1);
    QVERIFY(WindowDriver(*windows().first()).shows(u"startPage"));
    QVERIFY(!WindowDriver(*windows().first()).shows(u"startRemark"));
}

void TestSessionKeeper::bringsBackHowTheLogLooked()
{
    {
        MainWindow* window = start(log(u"a.w3c"_s));
        QVERIFY(window);
        const WindowDriver driver(*window);
        auto* bar = window->findChild<FilterBar*>();
        const auto term = [](const QString& text, bool isOn) {
            return FilterTerms::Term{.expression = FilterExpression::parse(text).value(), .isOn = isOn};
        };
        bar->setTerms(FilterTerms({term(u"class:failed,denied"_s, true), term(u"user3"_s, false)}));
        QTRY_COMPARE(driver.countText(), u"20 of 40 records"_s);
        auto* categories = window->findChild<CategoryPanel*>();
        ResultSelection selection;
        selection.showOnlyClass(ResultClass::Failed);
        categories->setSelection(selection);
        QTRY_COMPARE(driver.countText(), u"10 of 40 records"_s);
        driver.table()->horizontalHeader()->setSortIndicator(1, Qt::DescendingOrder);
        QTRY_COMPARE(driver.cell(0, 1), u"user6"_s);
        driver.table()->setCurrentIndex(driver.table()->model()->index(4, 2));
        auto* strip = window->findChild<TimeStrip*>();
        QTRY_VERIFY(strip->accessibleDescription().contains(u"Log:"_s));
        QTest::keyClick(strip, Qt::Key_Plus);
        QVERIFY(strip->zoomedRange());
        quit();
    }
    start();
    QCOMPARE(windows().size(), 1);
    MainWindow* window = windows().first();
    const WindowDriver driver(*window);
    QTRY_COMPARE(driver.countText(), u"10 of 40 records"_s);
    QCOMPARE(driver.part<QLineEdit>(u"filterLine")->text(), u"class:failed,denied"_s);
    const QList<FilterTerms::Term> terms = window->findChild<FilterBar*>()->terms().terms();
    QCOMPARE(terms.size(), 2);
    QVERIFY(!terms[1].isOn);
    QTRY_COMPARE(driver.cell(0, 1), u"user6"_s);
    QTRY_COMPARE(driver.table()->currentIndex().row(), 4);
    QCOMPARE(driver.table()->currentIndex().column(), 2);
    QVERIFY(window->findChild<TimeStrip*>()->zoomedRange());
}

void TestSessionKeeper::bringsBackEachWindow()
{
    const QStringList paths = {log(u"a.w3c"_s), log(u"b.w3c"_s)};
    for (const QString& path : paths)
        QVERIFY(start(path));
    quit();
    start();
    QCOMPARE(windows().size(), 2);
    QCOMPARE(windows()[0]->paths(), QStringList{paths[0]});
    QCOMPARE(windows()[1]->paths(), QStringList{paths[1]});
}

void TestSessionKeeper::forgetsWindowsClosedBefore()
{
    MainWindow* first = start(log(u"a.w3c"_s));
    MainWindow* second = start(log(u"b.w3c"_s));
    QVERIFY(first && second);
    first->close();
    second->close(); // the last one
    qDeleteAll(windows());
    start();
    QCOMPARE(windows().size(), 1);
    QCOMPARE(windows().first()->paths(), QStringList{m_folder->filePath(u"b.w3c"_s)});
}

void TestSessionKeeper::saysWhatIsMissing()
{
    QVERIFY(start(log(u"a.w3c"_s)));
    quit();
    QVERIFY(QFile::remove(m_folder->filePath(u"a.w3c"_s)));
    start();
    {
        const WindowDriver driver(*windows().first());
        QTRY_VERIFY(driver.shows(u"startRemark"));
        QVERIFY(driver.shows(u"startPage"));
        const QString remark = driver.part<QLabel>(u"startRemark")->text();
        QVERIFY2(remark.contains(u"open last time"_s) && remark.contains(u"a.w3c"_s), qPrintable(remark));
        QCOMPARE(windows().first()->windowTitle(), u"TMGLens"_s);
        QVERIFY(!driver.shows(u"recordCount"));
    }
    quit();
    start(); // it is not said twice
    QTest::qWait(50);
    QVERIFY(!WindowDriver(*windows().first()).shows(u"startRemark"));
}

void TestSessionKeeper::tellsDamage()
{
    QDir().mkpath(QFileInfo(SessionKeeper::personsPath()).path());
    QFile file(SessionKeeper::personsPath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    start();
    const WindowDriver driver(*windows().first());
    QVERIFY(driver.shows(u"startRemark"));
    QVERIFY(driver.part<QLabel>(u"startRemark")->text().contains(u"session.json"_s));
}

void TestSessionKeeper::leavesAnotherProgramsSessionAlone()
{
    QVERIFY(start(log(u"a.w3c"_s)));
    quit();
    {
        SessionStore other(SessionKeeper::personsPath()); // runs meanwhile, and has opened a.w3c again
        QVERIFY(other.own());
        start();
        QCOMPARE(windows().size(), 1);
        QCOMPARE(windows().first()->paths(), QStringList());
        windows().first()->open({log(u"b.w3c"_s)});
        QTRY_COMPARE(WindowDriver(*windows().first()).countText(), u"40 of 40 records"_s);
        quit();
    }
    start();
    QCOMPARE(windows().first()->paths(), QStringList{m_folder->filePath(u"a.w3c"_s)});
}

void TestSessionKeeper::keepsLogsGivenByName()
{
    QVERIFY(start(log(u"a.w3c"_s)));
    quit();
    QVERIFY(start(log(u"b.w3c"_s))); // alone
    QCOMPARE(windows().size(), 1);
    quit();
    start();
    QCOMPARE(windows().size(), 1);
    QCOMPARE(windows().first()->paths(), QStringList{m_folder->filePath(u"b.w3c"_s)});
}

void TestSessionKeeper::keepsWhatComesAfterACancelledEnd_data()
{
    QTest::addColumn<Act>("end");
    QTest::newRow("logging out") << Act(&TestSessionKeeper::askToLogOut);
    QTest::newRow("quitting") << Act(&TestSessionKeeper::quitInVain);
}

void TestSessionKeeper::keepsWhatComesAfterACancelledEnd()
{
    QFETCH(const Act, end);
    QVERIFY(start(log(u"a.w3c"_s)));
    end();
    QTest::qWait(0);
    QVERIFY(start(log(u"b.w3c"_s)));
    quit();
    start();
    QVERIFY(std::ranges::contains(windows(), QStringList{m_folder->filePath(u"b.w3c"_s)}, &MainWindow::paths));
}

QTEST_MAIN(TestSessionKeeper)
#include "tst_sessionkeeper.moc"
