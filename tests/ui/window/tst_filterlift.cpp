// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include "ui/categories/categorypanel.h"
#include "ui/details/detailpane.h"
#include "ui/filter/filterchip.h"

#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// A look at what is around a record: the filter goes, the record stays where it is, and the filter comes back.
class TestFilterLift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void showsWhatIsAround();
    void keepsTheLastRowInSight();
    void keepsTheRecordThatStandsIn();
    void comesBack_data();
    void comesBack();
    void liftsAllThatFilters();
    void marksWhatTheFilterLetsThrough();
    void endsWithAnotherFilter_data();
    void endsWithAnotherFilter();
    void keepsWhatWasLiftedForAnotherFilter();
    void isNarrowedWithoutAnEnd_data();
    void isNarrowedWithoutAnEnd();
    void comesBackWhenTheLogIsReadAgain();
    void marksWhatComes_data();
    void marksWhatComes();
    void leavesAMistakeBehind();
    void hasNothingToLift();
    void goesToARecordThatIsHidden();
    void goesToARecordThatIsShown();

private:
    void press(Qt::Key key) const { QTest::keyClick(m_window.get(), key); }
    void filter(const QString& text) const
    {
        auto* line = m_window->findChild<QLineEdit*>(u"filterLine"_s);
        line->setText(text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    [[nodiscard]] QString countText() const { return WindowDriver(*m_window).countText(); }
    [[nodiscard]] QString filterText() const { return m_window->findChild<QLineEdit*>(u"filterLine"_s)->text(); }
    [[nodiscard]] bool isLifted() const
    {
        const bool isBarShown = WindowDriver(*m_window).shows(u"liftBar");
        return m_window->findChild<QAction*>(u"showAround"_s)->isChecked() == isBarShown && isBarShown;
    }
    [[nodiscard]] FilterChip* chip() const
    {
        const QList<FilterChip*> chips = m_window->findChildren<FilterChip*>();
        const auto shown = std::ranges::find_if(chips, &QWidget::isVisible);
        return shown == chips.end() ? nullptr : *shown;
    }
    [[nodiscard]] CategoryPanel* categories() const { return m_window->findChild<CategoryPanel*>(); }
    void hideClass(ResultClass resultClass) const
    {
        ResultSelection selection = categories()->selection();
        selection.setClassShown(resultClass, false, {});
        categories()->setSelection(selection);
    }
    [[nodiscard]] LogTableModel* log() const
    {
        return qobject_cast<LogTableModel*>(qobject_cast<QAbstractProxyModel*>(m_table->model())->sourceModel());
    }
    [[nodiscard]] QPoint placeOnScreen() const
    {
        return m_table->viewport()->mapToGlobal(m_table->visualRect(m_table->currentIndex()).topLeft());
    }
    /// Of its left edge.
    [[nodiscard]] QColor edgeColor(int row) const
    {
        const QRect cell = m_table->visualRect(m_table->model()->index(row, m_table->shownColumns().front()));
        return m_table->viewport()->grab(cell).toImage().pixelColor(1, cell.height() / 2);
    }

    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
    std::unique_ptr<MainWindow> m_window;
    LogTableView* m_table = nullptr;
};

void TestFilterLift::initTestCase()
{
    QByteArrayList codes;
    for (int i = 0; i < 100; ++i)
        codes += {"12209", "200", "11001", "304"};
    m_log = writeFile(m_folder, u"many.w3c"_s, webLog(codes));
}

void TestFilterLift::init()
{
    OwnSettings::forget();
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1000, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->open({m_log});
    m_table = WindowDriver(*m_window).table();
    QTRY_COMPARE(countText(), u"400 of 400 records"_s);
}

void TestFilterLift::showsWhatIsAround()
{
    filter(u"code:12209"_s);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    m_table->showRecord(RecordNumber(240));
    m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
    const QPoint placeBefore = placeOnScreen();

    press(Qt::Key_F9);
    QCOMPARE(countText(), u"400 of 400 records"_s);
    QVERIFY(isLifted());
    QCOMPARE(m_table->currentRecord(), RecordNumber(240));
    QCOMPARE(placeOnScreen(), placeBefore);
    const QString text = m_window->findChild<QLabel*>(u"liftText"_s)->text();
    QVERIFY2(text.contains(u"line 244"_s) && text.contains(u"100"_s), qPrintable(text));
    QVERIFY(chip() && !chip()->isChecked());
}

void TestFilterLift::keepsTheLastRowInSight()
{
    filter(u"code:12209"_s);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    const RowGeometry rows = m_table->rowGeometry();
    m_table->showRecord(m_table->recordAt(rows.viewHeight / rows.rowHeight - 1));
    press(Qt::Key_F9);
    QVERIFY(isLifted());
    QVERIFY(m_table->viewport()->rect().contains(m_table->visualRect(m_table->currentIndex())));
}

void TestFilterLift::keepsTheRecordThatStandsIn()
{
    m_table->showRecord(RecordNumber(241)); // the filter will hide it
    filter(u"code:12209"_s);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    const auto shown = m_table->currentRecord();
    QVERIFY(shown && shown != RecordNumber(241));
    press(Qt::Key_F9);
    QVERIFY(isLifted());
    QCOMPARE(m_table->currentRecord(), shown);
}

void TestFilterLift::comesBack_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("the same key") << u"F9"_s;
    QTest::newRow("Escape") << u"Esc"_s;
    QTest::newRow("the button") << u"button"_s;
}

void TestFilterLift::comesBack()
{
    QFETCH(const QString, way);
    filter(u"code:12209"_s);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    m_table->showRecord(RecordNumber(240));
    press(Qt::Key_F9);
    QVERIFY(isLifted());
    if (way == u"button"_s)
        m_window->findChild<QPushButton*>(u"returnToFilter"_s)->click();
    else if (way == u"Esc"_s)
        QTest::keyClick(m_table, Qt::Key_Escape);
    else
        press(Qt::Key_F9);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    QVERIFY(!isLifted());
    QCOMPARE(filterText(), u"code:12209"_s);
    QTRY_COMPARE(m_table->currentRecord(), RecordNumber(240));
    QTest::keyClick(m_table, Qt::Key_Escape); // means nothing now
    QCOMPARE(filterText(), u"code:12209"_s);
}

void TestFilterLift::liftsAllThatFilters()
{
    auto* categories = m_window->findChild<CategoryPanel*>();
    ResultSelection selection;
    selection.setClassShown(ResultClass::Denied, false, {});
    categories->setSelection(selection);
    filter(u"-code:304"_s);
    QTRY_COMPARE(countText(), u"200 of 400 records"_s);
    press(Qt::Key_F9);
    QTRY_COMPARE(countText(), u"400 of 400 records"_s);
    QVERIFY(categories->selection().showsAll());
    press(Qt::Key_F9);
    QTRY_COMPARE(countText(), u"200 of 400 records"_s);
    QVERIFY(categories->selection() == selection);
}

void TestFilterLift::marksWhatTheFilterLetsThrough()
{
    filter(u"code:304"_s);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    m_table->showRecord(RecordNumber(3));
    press(Qt::Key_F9);
    const QColor mark = m_table->palette().color(QPalette::Link);
    QCOMPARE(edgeColor(7), mark);
    QVERIFY(edgeColor(6) != mark);
    press(Qt::Key_F9);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    QVERIFY(edgeColor(1) != mark);
}

void TestFilterLift::endsWithAnotherFilter_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("count");
    QTest::newRow("another text") << u"text"_s << u"100 of 400 records"_s;
    QTest::newRow("the chip is switched on") << u"chip"_s << u"100 of 400 records"_s;
    QTest::newRow("show all records") << u"showAll"_s << u"400 of 400 records"_s;
}

void TestFilterLift::endsWithAnotherFilter()
{
    QFETCH(const QString, way);
    filter(u"code:12209"_s);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    press(Qt::Key_F9);
    QVERIFY(isLifted());
    if (way == u"text"_s)
        filter(u"code:200"_s);
    else if (way == u"chip"_s)
        chip()->click();
    else
        WindowDriver(*m_window).trigger(u"showAll");
    QTRY_VERIFY(!isLifted());
    QFETCH(const QString, count);
    QTRY_COMPARE(countText(), count);
}

void TestFilterLift::keepsWhatWasLiftedForAnotherFilter()
{
    m_window->open({writeFile(m_folder, u"broken.w3c"_s, webLog({"200", "12209"}) + "broken\r\n")});
    QTRY_COMPARE(countText(), u"3 of 3 records"_s);
    auto* onlyMalformed = m_window->findChild<QAction*>(u"onlyMalformed"_s);
    hideClass(ResultClass::Denied);
    onlyMalformed->trigger();
    QTRY_COMPARE(countText(), u"1 of 3 records"_s);
    const ResultSelection selection = categories()->selection();
    m_table->showRecord(RecordNumber(2));
    press(Qt::Key_F9);
    QTRY_COMPARE(countText(), u"3 of 3 records"_s);
    QVERIFY(isLifted() && !onlyMalformed->isChecked());
    filter(u"user0"_s);
    QTRY_VERIFY(!isLifted());
    QVERIFY(onlyMalformed->isChecked());
    QVERIFY(categories()->selection() == selection);
    QTRY_COMPARE(countText(), u"0 of 3 records"_s);
}

void TestFilterLift::isNarrowedWithoutAnEnd_data()
{
    QTest::addColumn<bool>("byChip");
    QTest::addColumn<QString>("count");
    QTest::newRow("one of two chips") << true << u"200 of 400 records"_s;
    QTest::newRow("a category") << false << u"300 of 400 records"_s;
}

void TestFilterLift::isNarrowedWithoutAnEnd()
{
    QFETCH(const bool, byChip);
    hideClass(ResultClass::Denied);
    filter(u"code:200,304 -user:user1"_s);
    QTRY_COMPARE(countText(), u"199 of 400 records"_s);
    const ResultSelection selection = categories()->selection();
    press(Qt::Key_F9);
    QTRY_COMPARE(countText(), u"400 of 400 records"_s);
    if (byChip)
        chip()->click();
    else
        hideClass(ResultClass::Failed);
    QFETCH(const QString, count);
    QTRY_COMPARE(countText(), count);
    QVERIFY(isLifted());
    press(Qt::Key_F9);
    QVERIFY(!isLifted());
    QTRY_COMPARE(countText(), u"199 of 400 records"_s);
    QCOMPARE(filterText(), u"code:200,304 -user:user1"_s);
    QVERIFY(categories()->selection() == selection);
}

void TestFilterLift::comesBackWhenTheLogIsReadAgain()
{
    hideClass(ResultClass::Denied);
    filter(u"-code:304"_s);
    QTRY_COMPARE(countText(), u"200 of 400 records"_s);
    press(Qt::Key_F9);
    QTRY_COMPARE(countText(), u"400 of 400 records"_s);
    WindowDriver(*m_window).trigger(u"reload");
    QTRY_COMPARE(countText(), u"200 of 400 records"_s);
    QVERIFY(!isLifted());
}

void TestFilterLift::marksWhatComes_data()
{
    QTest::addColumn<bool>("byCategory");
    QTest::newRow("by text") << false;
    QTest::newRow("by category") << true;
}

void TestFilterLift::marksWhatComes()
{
    QFETCH(const bool, byCategory);
    if (byCategory) {
        ResultSelection selection;
        selection.showOnlyClass(ResultClass::Denied);
        categories()->setSelection(selection);
    } else {
        filter(u"code:12209"_s);
    }
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    press(Qt::Key_F9);
    QVERIFY(isLifted());
    log()->append(*blocksOf(webLog({"200", "12209"})));
    QTRY_COMPARE(countText(), u"402 of 402 records"_s);
    m_table->showRecord(RecordNumber(401));
    const QColor mark = m_table->palette().color(QPalette::Link);
    const auto* text = m_window->findChild<QLabel*>(u"liftText"_s);
    QTRY_VERIFY2(text->text().contains(u"101"_s), qPrintable(text->text()));
    QCOMPARE(edgeColor(401), mark);
    QVERIFY(edgeColor(400) != mark);
    QVERIFY(edgeColor(399) != mark);
}

void TestFilterLift::leavesAMistakeBehind()
{
    filter(u"code:12209"_s);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    filter(u"code:12209 user:("_s);
    QVERIFY(WindowDriver(*m_window).shows(u"filterMistake"));
    press(Qt::Key_F9);
    QVERIFY(isLifted());
    QTRY_COMPARE(countText(), u"400 of 400 records"_s);
    QVERIFY(!WindowDriver(*m_window).shows(u"filterMistake"));
    press(Qt::Key_F9);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    QCOMPARE(filterText(), u"code:12209"_s);
    QTest::keyClick(m_window->findChild<QLineEdit*>(u"filterLine"_s), Qt::Key_Up);
    QCOMPARE(filterText(), u"code:12209 user:("_s); // not lost
}

void TestFilterLift::hasNothingToLift()
{
    press(Qt::Key_F9);
    QVERIFY(!isLifted());
    QVERIFY(!m_window->findChild<QAction*>(u"showAround"_s)->isChecked());
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"No filter"_s));
}

void TestFilterLift::goesToARecordThatIsHidden()
{
    filter(u"code:12209"_s);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    m_table->showRecord(RecordNumber(100));
    auto* pane = m_window->findChild<DetailPane*>();
    Q_EMIT pane->recordChosen(RecordNumber(241));
    QTRY_COMPARE(m_table->currentRecord(), RecordNumber(241));
    QVERIFY(isLifted());
    QCOMPARE(countText(), u"400 of 400 records"_s);
    press(Qt::Key_Escape);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    Q_EMIT pane->recordChosen(RecordNumber(100'000)); // of a log that was there before
    QVERIFY(!isLifted());
}

void TestFilterLift::goesToARecordThatIsShown()
{
    filter(u"code:12209"_s);
    QTRY_COMPARE(countText(), u"100 of 400 records"_s);
    m_window->findChild<QAction*>(u"summary"_s)->trigger();
    Q_EMIT m_window->findChild<DetailPane*>()->recordChosen(RecordNumber(8));
    QCOMPARE(m_table->currentRecord(), RecordNumber(8));
    QVERIFY(m_table->isVisible());
    QVERIFY(!isLifted());
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier); // it was a jump
    QTRY_VERIFY(m_table->currentRecord() != RecordNumber(8));
}

QTEST_MAIN(TestFilterLift)
#include "tst_filterlift.moc"
