// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/model/story/storylogs.h"
#include "tests/ui/window/windowdriver.h"
#include "ui/look/namedlabel.h"
#include "ui/story/storydialog.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Stories, told beside the window by double click, key and menu.
class TestStoryWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { OwnSettings::forget(); }

    void tellsOnADoubleClick();
    void leavesReturnAlone();
    void tellsByKey();
    void tellsOfOthers();
    void offersStoriesInTheMenu();
    void goesToTheRecordOfAStep();
    void filtersToAStep();
    void namesItsParts();
    void saysWhenNobodyIsNamed();
    void offersToTellOfNewRecords();
    void closesWithItsLog();
    void mayBeClosedInTheMiddle();

private:
    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
};

namespace {

/// Four records of 10.0.0.1: two of a connection, one of another, and a denial; and one of 10.0.0.2 before them.
QByteArray fiveRecords()
{
    return storyFirewallHeader + firewallLine({.time = "09:00:00", .source = "10.0.0.2:99"})
        + firewallLine({.time = "10:00:00"})
        + firewallLine({.time = "10:00:05", .source = "10.0.0.1:1001", .destination = "192.0.2.9:443"})
        + firewallLine({.time = "10:05:00", .action = "Terminate", .code = "0x80074e20"})
        + firewallLine({.time = "11:00:00", .action = "Denied", .code = "0xc004000d"});
}

/// A window in which the log at @p path has been read.
struct OpenLog
{
    OpenLog(const QString& path, const QString& count)
    {
        window.show();
        window.open({path});
        QTRY_COMPARE(driver.countText(), count);
    }

    MainWindow window;
    WindowDriver driver{window};
};

/// Clicks twice on a record.
void doubleClick(const WindowDriver& driver, int row)
{
    LogTableView* table = driver.table();
    const QPoint place = table->visualRect(table->model()->index(row, table->shownColumns().front())).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
}

QTreeView* stepsOf(const WindowDriver& driver)
{
    return driver.part<QTreeView>(u"storySteps");
}

bool showsSteps(const WindowDriver& driver)
{
    const auto* steps = stepsOf(driver);
    return steps && steps->isVisible();
}

QString stepText(const WindowDriver& driver, int row)
{
    return stepsOf(driver)->model()->index(row, 3).data().toString();
}

} // namespace

void TestStoryWindow::initTestCase()
{
    m_log = writeFile(m_folder, u"five.w3c"_s, fiveRecords());
}

void TestStoryWindow::tellsOnADoubleClick()
{
    OpenLog log(m_log, u"5 of 5 records"_s);
    const WindowDriver& driver = log.driver;
    QVERIFY(!driver.shows(u"storyDialog"));
    doubleClick(driver, 1);
    QVERIFY(driver.shows(u"storyDialog"));
    QTRY_VERIFY(showsSteps(driver));
    auto* dialog = driver.part<QDialog>(u"storyDialog");
    QVERIFY(!dialog->isModal());
    QCOMPARE(dialog->windowTitle(), u"Story of 10.0.0.1"_s);
    QCOMPARE(stepsOf(driver)->model()->rowCount(), 4); // with the silence before the denial
    QVERIFY(stepText(driver, 0).startsWith(u"HTTP connection to 192.0.2.1:80"_s));
    QVERIFY(stepText(driver, 3).startsWith(u"Denied"_s));

    doubleClick(driver, 0); // the same window tells another
    QTRY_COMPARE(dialog->windowTitle(), u"Story of 10.0.0.2"_s);
    QTRY_COMPARE(stepsOf(driver)->model()->rowCount(), 1);
}

void TestStoryWindow::leavesReturnAlone()
{
    OpenLog log(m_log, u"5 of 5 records"_s);
    const WindowDriver& driver = log.driver;
    driver.table()->setFocus();
    QTest::keyClick(driver.table(), Qt::Key_Return);
    QVERIFY(!driver.shows(u"storyDialog"));
}

void TestStoryWindow::tellsByKey()
{
    OpenLog log(m_log, u"5 of 5 records"_s);
    const WindowDriver& driver = log.driver;
    driver.table()->showRecord(RecordNumber(2));
    driver.trigger(u"story");
    QTRY_VERIFY(showsSteps(driver));
    QCOMPARE(driver.part<QDialog>(u"storyDialog")->windowTitle(), u"Story of 10.0.0.1"_s);
}

void TestStoryWindow::tellsOfOthers()
{
    OpenLog log(m_log, u"5 of 5 records"_s);
    const WindowDriver& driver = log.driver;
    doubleClick(driver, 1);
    QTRY_VERIFY(showsSteps(driver));
    auto* subject = driver.part<QComboBox>(u"storySubject");
    QCOMPARE(subject->count(), 3); // nobody is logged on
    QCOMPARE(subject->itemText(1), u"Host 192.0.2.1"_s);
    subject->setCurrentIndex(1);
    QTRY_VERIFY(showsSteps(driver));
    QCOMPARE(driver.part<QDialog>(u"storyDialog")->windowTitle(), u"Story of 192.0.2.1"_s);
    QTRY_VERIFY(stepText(driver, 0).startsWith(u"10.0.0.2: HTTP connection"_s));
    subject->setCurrentIndex(2);
    QTRY_COMPARE(stepsOf(driver)->model()->rowCount(), 3);
}

void TestStoryWindow::offersStoriesInTheMenu()
{
    OpenLog log(m_log, u"5 of 5 records"_s);
    const WindowDriver& driver = log.driver;
    driver.table()->showRecord(RecordNumber(1));
    Q_EMIT driver.table()->customContextMenuRequested({5, 5});
    auto* stories = driver.part<QMenu>(u"storyMenu");
    QVERIFY(stories);
    QCOMPARE(stories->actions().size(), 3);
    QCOMPARE(stories->actions().at(1)->text(), u"Host 192.0.2.1"_s);
    stories->actions().at(1)->trigger();
    QTRY_VERIFY(showsSteps(driver));
    QCOMPARE(driver.part<QDialog>(u"storyDialog")->windowTitle(), u"Story of 192.0.2.1"_s);
}

void TestStoryWindow::goesToTheRecordOfAStep()
{
    OpenLog log(m_log, u"5 of 5 records"_s);
    const WindowDriver& driver = log.driver;
    doubleClick(driver, 1);
    QTRY_VERIFY(showsSteps(driver));
    QTreeView* steps = stepsOf(driver);
    QTest::mouseClick(steps->viewport(), Qt::LeftButton, {}, steps->visualRect(steps->model()->index(3, 3)).center());
    QCOMPARE(driver.table()->currentRecord(), RecordNumber(4));
    steps->setCurrentIndex(steps->model()->index(1, 0));
    QTest::keyClick(steps, Qt::Key_Return);
    QCOMPARE(driver.table()->currentRecord(), RecordNumber(2));
    QVERIFY(driver.shows(u"storyDialog"));

    driver.type(u"filterLine", u"action=Denied"_s); // the record is shown nevertheless
    QTRY_COMPARE(driver.countText(), u"1 of 5 records"_s);
    QTest::mouseClick(steps->viewport(), Qt::LeftButton, {}, steps->visualRect(steps->model()->index(0, 3)).center());
    QTRY_COMPARE(driver.table()->currentRecord(), RecordNumber(1));
}

void TestStoryWindow::filtersToAStep()
{
    OpenLog log(m_log, u"5 of 5 records"_s);
    const WindowDriver& driver = log.driver;
    doubleClick(driver, 1);
    QTRY_VERIFY(showsSteps(driver));
    Q_EMIT stepsOf(driver)->customContextMenuRequested({5, 5});
    auto* menu = stepsOf(driver)->findChild<QMenu*>();
    QVERIFY(menu);
    const QList<QAction*> actions = menu->actions();
    QCOMPARE(actions.size(), 6); // two ways, a line, three uses
    actions.at(3)->trigger();
    QTRY_COMPARE(driver.countText(), u"2 of 5 records"_s);
    actions.at(1)->trigger();
    QCOMPARE(driver.table()->currentRecord(), RecordNumber(3));
}

void TestStoryWindow::namesItsParts()
{
    OpenLog log(m_log, u"5 of 5 records"_s);
    const WindowDriver& driver = log.driver;
    doubleClick(driver, 1);
    QTRY_VERIFY(showsSteps(driver));
    QCOMPARE(stepsOf(driver)->accessibleName(), u"Steps of the story"_s);
    QCOMPARE(driver.part<QComboBox>(u"storySubject")->accessibleName(), u"Whose story"_s);
    QCOMPARE(stepsOf(driver)->model()->headerData(0, Qt::Horizontal).toString(), u"Time (UTC)"_s);
    QVERIFY(driver.part<NamedLabel>(u"storyFacts")->text().startsWith(u"Records: 4, steps: 3, 2010-05-12 10:00:00"_s));
    QCOMPARE(driver.part<NamedLabel>(u"storyStep")->text(), stepText(driver, 0));
    QCOMPARE(driver.part<QDialog>(u"storyDialog")->focusWidget(), stepsOf(driver));
}

void TestStoryWindow::saysWhenNobodyIsNamed()
{
    const QByteArray record = firewallLine({.time = "10:00:00", .source = "-", .destination = "-"});
    OpenLog log(writeFile(m_folder, u"nobody.w3c"_s, storyFirewallHeader + record), u"1 of 1 records"_s);
    doubleClick(log.driver, 0);
    QVERIFY(!log.driver.shows(u"storyDialog"));
}

void TestStoryWindow::offersToTellOfNewRecords()
{
    const QString path = writeFile(m_folder, u"growing.w3c"_s, fiveRecords());
    OpenLog log(path, u"5 of 5 records"_s);
    const WindowDriver& driver = log.driver;
    doubleClick(driver, 1);
    QTRY_VERIFY(showsSteps(driver));
    QVERIFY(!driver.shows(u"storyAgain"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write(firewallLine({.time = "11:05:00", .source = "10.0.0.1:1002"}));
    file.close();
    QTRY_COMPARE(driver.countText(), u"6 of 6 records"_s);
    QTRY_VERIFY(driver.shows(u"storyAgain"));
    driver.part<QPushButton>(u"storyAgain")->click();
    QTRY_COMPARE(stepsOf(driver)->model()->rowCount(), 5);
    QVERIFY(!driver.shows(u"storyAgain"));
}

void TestStoryWindow::closesWithItsLog()
{
    OpenLog log(m_log, u"5 of 5 records"_s);
    const WindowDriver& driver = log.driver;
    doubleClick(driver, 1);
    QTRY_VERIFY(showsSteps(driver));
    driver.trigger(u"reload");
    QTRY_VERIFY(!driver.shows(u"storyDialog"));
    QTRY_VERIFY(driver.table()->model()->rowCount() == 5 && !driver.table()->shownColumns().empty());
    doubleClick(driver, 1);
    QTRY_VERIFY(showsSteps(driver));
    log.window.close();
    QVERIFY(!driver.shows(u"storyDialog"));
}

void TestStoryWindow::mayBeClosedInTheMiddle()
{
    QByteArray records = storyFirewallHeader;
    for (int i = 0; i < 20'000; ++i)
        records += firewallLine({.time = "10:00:00", .source = "10.0.0.1:" + QByteArray::number(1024 + i)});
    const QString path = writeFile(m_folder, u"many.w3c"_s, records);
    for (const bool closesDialogFirst : {true, false}) {
        OpenLog log(path, u"20,000 of 20,000 records"_s);
        doubleClick(log.driver, 1);
        QVERIFY(log.driver.shows(u"storyDialog"));
        if (closesDialogFirst)
            log.driver.part<QDialog>(u"storyDialog")->close();
        log.window.close();
    }
}

QTEST_MAIN(TestStoryWindow)
#include "tst_storywindow.moc"
