// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// What a person does with the records in the window: sort, find, copy, read.
class TestRecordsInWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_log = writeFile(m_folder, u"forty.w3c"_s, fortyRecords()); }
    void init() { OwnSettings::forget(); }

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

void TestRecordsInWindow::sortsByColumnAndBack()
{
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QTRY_VERIFY(!driver.shows(u"loading"));
    const QHeaderView* header = driver.table()->horizontalHeader();
    const auto clickCodes = [&] {
        const QPoint place(header->sectionViewportPosition(codeColumn) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    };
    clickCodes();
    QTRY_COMPARE(driver.cell(0, codeColumn), u"200"_s);
    QCOMPARE(driver.cell(39, codeColumn), u"12209"_s);
    clickCodes();
    QTRY_COMPARE(driver.cell(0, codeColumn), u"12209"_s);
    QCOMPARE(driver.cell(39, codeColumn), u"200"_s);
    QCOMPARE(driver.cell(0, 0), u"10.0.0.0"_s); // stable
    clickCodes();
    QTRY_COMPARE(driver.cell(1, codeColumn), u"200"_s);
    QCOMPARE(header->sortIndicatorSection(), -1);
}

void TestRecordsInWindow::findsTextAndGoesOnAtTheOtherEnd()
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

void TestRecordsInWindow::copiesSelection()
{
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    LogTableView* table = driver.table();
    table->horizontalHeader()->setSectionHidden(1, true);
    table->horizontalHeader()->moveSection(table->horizontalHeader()->visualIndex(codeColumn), 0);
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

void TestRecordsInWindow::switchesTimes()
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

void TestRecordsInWindow::showsRawValuesOnDemand()
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

QTEST_MAIN(TestRecordsInWindow)
#include "tst_recordsinwindow.moc"
