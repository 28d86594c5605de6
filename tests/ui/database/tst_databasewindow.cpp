// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/databaseserver.h"
#include "tests/ui/window/windowdriver.h"

#include "ui/recentlist.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// A log in a database in the window, by hand.
class TestDatabaseWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { OwnSettings::forget(); }

    void opensATable();
    void opensAStretchOfTimeWithAFilter();
    void tellsWhatIsWrong();
    void takesAnotherWindowIfThisOneHasALog();
    void goesAwayWhileItReads();
    void keepsNoPassword();

private:
    static void connectTo(const WindowDriver& driver, const QString& source);

    OwnSettings m_settings;
    DatabaseServer m_server;
};

static constexpr int recordCount = 3000;

void TestDatabaseWindow::initTestCase()
{
    if (const auto reason = m_server.start())
        QSKIP(qPrintable(*reason));
    QProcess generator;
    generator.start(QStringLiteral(TMGLENS_GENERATOR),
                    {u"--kind"_s, u"web"_s, u"--format"_s, u"csv"_s, u"--rows"_s, QString::number(recordCount)});
    QVERIFY(generator.waitForFinished());
    m_server.import(u"WebProxyLog"_s, generator.readAllStandardOutput(), LogKind::Web);
}

/// Opens the dialog and fills in where to look.
void TestDatabaseWindow::connectTo(const WindowDriver& driver, const QString& source)
{
    driver.trigger(u"openDatabase");
    QTRY_VERIFY(driver.shows(u"databaseDialog"));
    auto* line = driver.part<QComboBox>(u"databaseSource")->lineEdit();
    line->selectAll();
    QTest::keyClicks(line, source);
    QTest::keyClicks(driver.part<QWidget>(u"databaseUser"), u"tester"_s);
    QTest::keyClicks(driver.part<QWidget>(u"databasePassword"), u"a;secret"_s);
    QTest::keyClick(driver.part<QWidget>(u"databasePassword"), Qt::Key_Return);
}

void TestDatabaseWindow::opensATable()
{
    MainWindow window;
    window.show();
    const WindowDriver driver(window);
    connectTo(driver, u"logs"_s);
    auto* tables = driver.part<QTreeWidget>(u"databaseTables");
    QTRY_COMPARE(tables->topLevelItemCount(), 1);
    QCOMPARE(tables->topLevelItem(0)->text(0), u"WebProxyLog"_s);
    QCOMPARE(tables->topLevelItem(0)->text(1), u"web proxy"_s);
    QVERIFY(tables->hasFocus());
    QTest::keyClick(tables, Qt::Key_Return);
    QTRY_COMPARE(driver.countText(), u"3,000 of 3,000 records"_s);
    QVERIFY(!driver.part<QDialog>(u"databaseDialog") || !driver.shows(u"databaseDialog"));
    QCOMPARE(window.windowTitle(), u"WebProxyLog — logs — TMGLens"_s);
    QVERIFY(!driver.shows(u"messageBar"));
    QVERIFY(!driver.part<QAction>(u"reload")->isEnabled());
    QVERIFY(recentFiles.entries().isEmpty());
    QTRY_VERIFY(!driver.part<QDialog>(u"databaseDialog"));
}

void TestDatabaseWindow::opensAStretchOfTimeWithAFilter()
{
    MainWindow window;
    window.show();
    const WindowDriver driver(window);
    connectTo(driver, u"logs"_s);
    QTRY_VERIFY(driver.part<QWidget>(u"databaseOpen")->isEnabled());
    driver.part<QDateTimeEdit>(u"databaseFrom")
        ->setDateTime(QDateTime(QDate(2010, 5, 12), QTime(10, 0), QTimeZone::UTC));
    driver.type(u"databaseFilter", u"code:(12209"_s);
    QTest::keyClick(driver.part<QWidget>(u"databaseFilter"), Qt::Key_Return);
    QVERIFY(driver.shows(u"databaseDialog"));
    QVERIFY(!driver.part<QLabel>(u"databaseMessage")->text().isEmpty());
    driver.type(u"databaseFilter", u"code:12209 -user:nobody"_s);
    QTest::keyClick(driver.part<QWidget>(u"databaseFilter"), Qt::Key_Return);
    QTRY_COMPARE(window.windowTitle(), u"WebProxyLog — logs — TMGLens"_s);
    QTRY_VERIFY(driver.table()->model()->rowCount() > 0);
    QVERIFY(driver.table()->model()->rowCount() < recordCount / 2);
    QCOMPARE(driver.part<QLineEdit>(u"filterLine")->text(), u"code:12209 -user:nobody"_s);
}

void TestDatabaseWindow::tellsWhatIsWrong()
{
    MainWindow window;
    window.show();
    const WindowDriver driver(window);
    connectTo(driver, u"nowhere"_s);
    auto* message = driver.part<QLabel>(u"databaseMessage");
    QTRY_VERIFY(message->text().startsWith(u"There is no connection with “nowhere”"_s));
    QVERIFY(!driver.part<QWidget>(u"databaseOpen")->isEnabled());
    QVERIFY(driver.part<QWidget>(u"databaseConnect")->isEnabled());
    QTest::keyClick(driver.part<QWidget>(u"databaseDialog"), Qt::Key_Escape);
    QTRY_VERIFY(!driver.part<QDialog>(u"databaseDialog"));
    QVERIFY(driver.shows(u"startPage"));
}

void TestDatabaseWindow::takesAnotherWindowIfThisOneHasALog()
{
    QTemporaryDir folder;
    MainWindow window;
    window.show();
    window.open({writeFile(folder, u"forty.w3c"_s, fortyRecords())});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    connectTo(driver, u"logs"_s);
    QTRY_VERIFY(driver.part<QWidget>(u"databaseOpen")->isEnabled());
    QTest::mouseClick(driver.part<QWidget>(u"databaseOpen"), Qt::LeftButton);
    const auto other = [&window]() -> MainWindow* {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            auto* found = qobject_cast<MainWindow*>(widget);
            if (found && found != &window && found->isVisible())
                return found;
        }
        return nullptr;
    };
    QTRY_VERIFY(other());
    QTRY_COMPARE(WindowDriver(*other()).countText(), u"3,000 of 3,000 records"_s);
    QCOMPARE(driver.countText(), u"40 of 40 records"_s);
    other()->close();
}

void TestDatabaseWindow::goesAwayWhileItReads()
{
    MainWindow window;
    window.show();
    const WindowDriver driver(window);
    connectTo(driver, u"logs"_s);
    QTest::keyClick(driver.part<QWidget>(u"databaseDialog"), Qt::Key_Escape); // still connecting
    QTRY_VERIFY(!driver.part<QDialog>(u"databaseDialog"));
    connectTo(driver, u"logs"_s);
    QTRY_VERIFY(driver.part<QWidget>(u"databaseOpen")->isEnabled());
    QTest::mouseClick(driver.part<QWidget>(u"databaseOpen"), Qt::LeftButton);
    QTest::keyClick(driver.part<QWidget>(u"databaseDialog"), Qt::Key_Escape);
    QTRY_VERIFY(!driver.part<QDialog>(u"databaseDialog"));
    QVERIFY(driver.shows(u"startPage"));
}

void TestDatabaseWindow::keepsNoPassword()
{
    MainWindow window;
    window.show();
    const WindowDriver driver(window);
    connectTo(driver, u"logs"_s);
    QTRY_VERIFY(driver.part<QWidget>(u"databaseOpen")->isEnabled());
    QTest::mouseClick(driver.part<QWidget>(u"databaseOpen"), Qt::LeftButton);
    QTRY_COMPARE(driver.countText(), u"3,000 of 3,000 records"_s);
    window.close();
    const QSettings settings;
    const QStringList keys = settings.allKeys();
    for (const QString& key : keys) {
        const QVariant value = settings.value(key);
        QVERIFY2(!value.toString().contains(u"secret"_s) && !value.toByteArray().contains("secret"), qPrintable(key));
    }
    QVERIFY(!OwnSettings::keptFolder().exists() || OwnSettings::keptFolder().isEmpty());
}

QTEST_MAIN(TestDatabaseWindow)

#include "tst_databasewindow.moc"
