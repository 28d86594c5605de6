// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include "ui/categories/categorypanel.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Which records the window shows, by each thing that filters.
class TestFiltering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_log = writeFile(m_folder, u"forty.w3c"_s, fortyRecords()); }
    void init() { OwnSettings::forget(); }

    void filtersByTickedValue();
    void marksAndListsMalformedRecords();
    void filtersByExpressionAndKeepsLastGoodOne();
    void filtersByCategory();
    void takesEveryFilterAway();
    void keepsSelectionWhenFilterChanges();

private:
    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
};

void TestFiltering::filtersByTickedValue()
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

void TestFiltering::marksAndListsMalformedRecords()
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

void TestFiltering::filtersByExpressionAndKeepsLastGoodOne()
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

void TestFiltering::filtersByCategory()
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
    QCOMPARE(driver.cell(0, codeColumn), u"11001"_s);
}

void TestFiltering::takesEveryFilterAway()
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

void TestFiltering::keepsSelectionWhenFilterChanges()
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
    QTRY_COMPARE(driver.cell(0, codeColumn), u"200"_s);
    QCOMPARE(driver.cell(driver.table()->currentIndex().row(), 0), u"10.0.0.21"_s); // the nearest
    driver.trigger(u"showAll");
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QCOMPARE(driver.table()->currentIndex().row(), 20);
    QVERIFY(driver.table()->selectionModel()->isRowSelected(20));
}

QTEST_MAIN(TestFiltering)
#include "tst_filtering.moc"
