// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include <QApplication>
#include <QClipboard>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Rows on the clipboard, and what is asked about logs whose dates can be read in two ways.
class TestPasting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { OwnSettings::forget(); }

    void opensRowsOfTheConsole();
    void tellsWhatIsNoLog();
    void staysOutOfAWindowWithALog();
    void asksOnceForTheOrderOfDates();

private:
    OwnSettings m_settings;
    QTemporaryDir m_folder;
};

static const QString titles = u"Log Time\tClient IP\tHTTP Status Code\tURL\r\n"_s;
static const QString row = u"5/6/2010 10:00:00\t10.0.0.1\t12202 Denied.\thttp://a.example/\r\n"_s;

static void paste(QWidget& window)
{
    QVERIFY(QTest::qWaitForWindowActive(&window)); // or its keys do nothing
    QTest::keyClick(&window, Qt::Key_V, Qt::ControlModifier);
}

static QPushButton* answer(const MainWindow& window, const QString& text)
{
    const auto buttons = window.findChild<QWidget*>(u"messageBar"_s)->findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

void TestPasting::opensRowsOfTheConsole()
{
    QApplication::clipboard()->setText(titles + row.repeated(3));
    MainWindow window;
    window.show();
    const WindowDriver driver(window);
    paste(window);
    QTRY_COMPARE(driver.countText(), u"3 of 3 records"_s);
    QCOMPARE(window.windowTitle(), u"Pasted rows — TMGLens"_s);
    driver.type(u"filterLine", u"class:denied client:10.0.0.1"_s);
    QTRY_COMPARE(driver.countText(), u"3 of 3 records"_s);
    driver.type(u"filterLine", u"code:200"_s);
    QTRY_COMPARE(driver.countText(), u"0 of 3 records"_s);
}

void TestPasting::tellsWhatIsNoLog()
{
    QApplication::clipboard()->setText(u"Dear diary"_s);
    MainWindow window;
    window.show();
    const WindowDriver driver(window);
    paste(window);
    QTRY_VERIFY(driver.shows(u"errorPage"));
    QApplication::clipboard()->setText(titles + row);
    paste(window);
    QTRY_COMPARE(driver.countText(), u"1 of 1 records"_s);
}

void TestPasting::staysOutOfAWindowWithALog()
{
    const QString path = writeFile(m_folder, u"forty.w3c"_s, fortyRecords());
    QApplication::clipboard()->setText(titles + row);
    MainWindow window;
    window.show();
    const WindowDriver driver(window);
    QVERIFY(driver.part<QAction>(u"pasteRows")->isEnabled());
    window.open({path});
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QVERIFY(!driver.part<QAction>(u"pasteRows")->isEnabled());
}

void TestPasting::asksOnceForTheOrderOfDates()
{
    QApplication::clipboard()->setText(titles + row);
    MainWindow window;
    window.show();
    const WindowDriver driver(window);
    paste(window);
    QTRY_VERIFY(driver.shows(u"messageBar"));
    QTRY_VERIFY(answer(window, u"&Day first"_s));
    QVERIFY(answer(window, u"&Month first"_s));
    driver.type(u"filterLine", u"time:2010-06-05"_s);
    QTRY_COMPARE(driver.countText(), u"0 of 1 records"_s);
    QTest::mouseClick(answer(window, u"&Day first"_s), Qt::LeftButton);
    QTRY_COMPARE(driver.countText(), u"1 of 1 records"_s);
    QTRY_VERIFY(!driver.shows(u"loading"));
    QVERIFY(!driver.shows(u"messageBar"));
}

QTEST_MAIN(TestPasting)

#include "tst_pasting.moc"
