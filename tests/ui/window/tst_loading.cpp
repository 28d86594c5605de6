// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include "ui/details/detailpane.h"
#include "ui/recentlist.h"

#include <QAccessible>
#include <QApplication>
#include <QDropEvent>
#include <QHeaderView>
#include <QListWidget>
#include <QMimeData>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

namespace {

/// Large enough that nobody reads it before the test has done the next step.
QByteArray largeLog()
{
    QByteArray rows;
    for (int i = 0; i < 1000; ++i)
        rows += webRecord(i, i % 2 ? "200" : "12209") + "\r\n";
    return webHeader + rows.repeated(700);
}

} // namespace

class TestLoading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_log = writeFile(m_folder, u"forty.w3c"_s, fortyRecords()); }
    void init() { OwnSettings::forget(); }

    void opensLog();
    void opensDroppedFile();
    void remembersRecentFiles();
    void tellsWhyFileCannotBeShown();
    void tellsTailOfPreallocatedLog();
    void keepsSelectionAndFilterWhenReloading();
    void selectsARecordWhereAFilterIsInForce();
    void tellsTheWholeCountOfACode();
    void stopsLoading();
    void canBeClosedWhileLoading();

private:
    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
};

void TestLoading::opensLog()
{
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QVERIFY(window.windowTitle().contains(u"forty.w3c"_s));
    QVERIFY(driver.shows(u"logRecords"));
    auto* count = QAccessible::queryAccessibleInterface(driver.part<QWidget>(u"recordCount"));
    QVERIFY(count && count->textInterface());
    QCOMPARE(count->role(), QAccessible::StaticText);
    QCOMPARE(count->text(QAccessible::Name), u"Record count"_s);
    QCOMPARE(count->text(QAccessible::Description), u"40 of 40 records"_s);
    QCOMPARE(count->textInterface()->text(0, count->textInterface()->characterCount()), u"40 of 40 records"_s);
    QVERIFY(!driver.shows(u"malformedButton"));
    QTRY_VERIFY(!driver.shows(u"loading"));
    QVERIFY(driver.part<QLabel>(u"logKind")->text().contains(u"Web proxy log"_s));
    QCOMPARE(driver.part<QToolButton>(u"timesButton")->text(), u"Times as logged: UTC ▾"_s);
    QCOMPARE(driver.table()->currentIndex().row(), 0);
}

void TestLoading::opensDroppedFile()
{
    MainWindow window;
    window.show();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_log)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
}

void TestLoading::remembersRecentFiles()
{
    {
        MainWindow window;
        window.show();
        window.open({m_log});
        QTRY_COMPARE(recentFiles.entries(), QStringList{m_log});
    }
    MainWindow window;
    window.show();
    const WindowDriver driver(window);
    auto* list = driver.part<QListWidget>(u"recentFiles");
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 1);
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
}

void TestLoading::tellsWhyFileCannotBeShown()
{
    MainWindow window;
    window.show();
    window.open({m_folder.filePath(u"absent.w3c"_s)});
    const WindowDriver driver(window);
    QTRY_VERIFY(driver.shows(u"errorPage"));
    QVERIFY(driver.part<QLabel>(u"errorTitle")->text().contains(u"absent.w3c"_s));
    QVERIFY(!driver.part<QLabel>(u"errorText")->text().isEmpty());
    QVERIFY(window.windowTitle().contains(u"absent.w3c"_s));

    // What was missing is there now.
    writeFile(m_folder, u"absent.w3c"_s, fortyRecords());
    QTest::mouseClick(driver.part<QWidget>(u"retryButton"), Qt::LeftButton);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QFile::remove(m_folder.filePath(u"absent.w3c"_s));
}

void TestLoading::tellsTailOfPreallocatedLog()
{
    MainWindow window;
    window.show();
    window.open({writeFile(m_folder, u"open.w3c"_s, fortyRecords() + QByteArray(65536, '\0'))});
    const WindowDriver driver(window);
    QTRY_VERIFY(driver.shows(u"messageBar"));
    QVERIFY(driver.part<QLabel>(u"messageText")->text().contains(u"64"_s));
    QCOMPARE(driver.countText(), u"40 of 40 records"_s);
    QTest::mouseClick(driver.part<QWidget>(u"dismissMessage"), Qt::LeftButton);
    QVERIFY(!driver.shows(u"messageBar"));
}

void TestLoading::keepsSelectionAndFilterWhenReloading()
{
    const QString path = writeFile(m_folder, u"growing.w3c"_s, fortyRecords());
    MainWindow window;
    window.show();
    window.open({path});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    driver.type(u"filterLine", u"code:12209"_s);
    QTRY_COMPARE(driver.countText(), u"10 of 40 records"_s);
    driver.table()->horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
    QTRY_COMPARE(driver.cell(0, 0), u"10.0.0.36"_s);
    driver.table()->setCurrentIndex(driver.table()->model()->index(7, 0)); // 10.0.0.8
    writeFile(m_folder, u"growing.w3c"_s, fortyRecords() + webRecord(40, "12209") + "\r\n");
    driver.trigger(u"reload");
    QTRY_COMPARE(driver.countText(), u"11 of 41 records"_s);
    QTRY_COMPARE(driver.cell(0, 0), u"10.0.0.40"_s);
    QTRY_COMPARE(driver.table()->currentIndex().row(), 8);
    QVERIFY(driver.table()->selectionModel()->isRowSelected(8));
    QCOMPARE(driver.table()->horizontalHeader()->sortIndicatorSection(), 0);
}

void TestLoading::selectsARecordWhereAFilterIsInForce()
{
    const QString other = writeFile(m_folder, u"other.w3c"_s, largeLog());
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    driver.type(u"filterLine", u"nowhere"_s);
    QTRY_COMPARE(driver.countText(), u"0 of 40 records"_s);
    driver.type(u"filterLine", u"user999"_s);
    window.open({other});
    QTRY_COMPARE_WITH_TIMEOUT(driver.countText(), u"700 of 700,000 records"_s, 60'000);
    QTRY_COMPARE(driver.table()->currentIndex().row(), 0);
}

void TestLoading::tellsTheWholeCountOfACode()
{
    MainWindow window;
    window.show();
    window.open({writeFile(m_folder, u"counted.w3c"_s, largeLog())});
    const WindowDriver driver(window);
    QTRY_COMPARE_WITH_TIMEOUT(driver.countText(), u"700,000 of 700,000 records"_s, 20'000);
    const auto* page = window.findChild<DetailPane*>()->findChild<QTextBrowser*>();
    QTRY_VERIFY2(page->toPlainText().contains(u"350,000 of 700,000"_s), qPrintable(page->toPlainText()));
}

void TestLoading::stopsLoading()
{
    const QString path = writeFile(m_folder, u"large.w3c"_s, largeLog());
    MainWindow window;
    window.show();
    window.open({path});
    const WindowDriver driver(window);
    auto* loading = driver.part<QWidget>(u"loading");
    QTRY_VERIFY(loading->isVisible());
    QTest::mouseClick(loading->findChild<QWidget*>(u"stopButton"), Qt::LeftButton);
    QTRY_VERIFY(!loading->isVisible());
    QVERIFY(driver.shows(u"messageBar"));
    QVERIFY(driver.table()->model()->rowCount() < 700'000);
}

void TestLoading::canBeClosedWhileLoading()
{
    const QString path = writeFile(m_folder, u"large.w3c"_s, largeLog());
    auto window = std::make_unique<MainWindow>();
    window->show();
    window->open({path});
    QTRY_VERIFY(window->findChild<LogTableView*>(u"logRecords")->model()->rowCount() > 0);
    WindowDriver(*window).type(u"filterLine", u"host7"_s);
    window->close();
    window.reset(); // must neither crash nor hang
    QVERIFY(QFile::remove(path));
}

QTEST_MAIN(TestLoading)

#include "tst_loading.moc"
