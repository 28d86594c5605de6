// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/uniformtableview.h"

#include "tests/ui/window/numbersmodel.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

namespace {

constexpr int rowHeight = 20;

/// A view and the QTableView that it is to be like, on one model and with the same columns.
class Twins
{
public:
    explicit Twins(int rows = 200, QSize size = {330, 215}) : model(rows)
    {
        reference.setSelectionBehavior(QAbstractItemView::SelectRows);
        reference.setTabKeyNavigation(false);
        reference.setShowGrid(false);
        reference.setWordWrap(false);
        reference.setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
        reference.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
        reference.verticalHeader()->hide();
        reference.verticalHeader()->setDefaultSectionSize(rowHeight);
        view.setRowHeight(rowHeight);
        view.setSelectionMode(QAbstractItemView::ExtendedSelection);
        for (QAbstractItemView* each : both()) {
            each->setModel(&model);
            each->setFocusPolicy(Qt::NoFocus); // only one of two can have it
            each->resize(size);
            each->show();
            QHeaderView* header = headerOf(each);
            header->setSectionsClickable(true);
            header->setHighlightSections(false);
            header->setResizeContentsPrecision(0);
            header->setSectionHidden(3, true);
            header->moveSection(header->visualIndex(4), 0);
            header->resizeSection(1, 150);
        }
        QCoreApplication::processEvents();
    }

    [[nodiscard]] QList<QAbstractItemView*> both() { return {&reference, &view}; }

    static QHeaderView* headerOf(QAbstractItemView* each)
    {
        auto* table = qobject_cast<QTableView*>(each);
        return table ? table->horizontalHeader() : static_cast<UniformTableView*>(each)->horizontalHeader();
    }

    /// What a person can tell of a view.
    static QString describe(QAbstractItemView* each)
    {
        QTest::qWait(1); // a QTableView lays out its columns with delay
        const QModelIndex current = each->currentIndex();
        const QRect place = each->visualRect(current);
        QString text = u"current %1,%2 at %3,%4 %5×%6; selected"_s.arg(current.row())
                           .arg(current.column())
                           .arg(place.x())
                           .arg(place.y())
                           .arg(place.width())
                           .arg(place.height());
        for (int row = 0; row < each->model()->rowCount(); ++row)
            if (each->selectionModel()->isSelected(each->model()->index(row, 0)))
                text += u' ' + QString::number(row);
        for (const QScrollBar* bar : {each->horizontalScrollBar(), each->verticalScrollBar()})
            if (bar->isVisible())
                text += u"; %1 of %2, page %3, step %4"_s.arg(bar->value())
                            .arg(bar->maximum())
                            .arg(bar->pageStep())
                            .arg(bar->singleStep());
        return text;
    }

    static QImage picture(QAbstractItemView* each)
    {
        each->activateWindow();
        each->setFocus(); // so that the current cell has its frame
        return QTest::qWaitForWindowActive(each) ? each->grab().toImage() : QImage();
    }

    [[nodiscard]] QString expected() { return describe(&reference); }
    [[nodiscard]] QString actual() { return describe(&view); }

    NumbersModel model;
    QTableView reference;
    UniformTableView view{new QHeaderView(Qt::Horizontal), nullptr};
};

using Keys = QList<QKeyCombination>;

} // namespace

class TestUniformTableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesAsTableDoes_data();
    void movesAsTableDoes();
    void movesOnFromAHiddenColumn();
    void answersClicksAsTableDoes_data();
    void answersClicksAsTableDoes();
    void bringsClickedCellOnScreenAsTableDoes_data();
    void bringsClickedCellOnScreenAsTableDoes();
    void selectsByDraggingAsTableDoes();
    void scrollsWhileDragging();
    void scrollsToAsTableDoes_data();
    void scrollsToAsTableDoes();
    void laysOutAsTableDoes_data();
    void laysOutAsTableDoes();
    void paintsAsTableDoes_data();
    void paintsAsTableDoes();
    void turnsWheelAsTableDoes();
    void fitsColumnByDoubleClick();
    void followsRemovedRows();
    void survivesRightToLeft();
    void asksLittleOfMillionsOfRows_data();
    void asksLittleOfMillionsOfRows();
    void selectsAcrossMillionsOfRows();
};

void TestUniformTableView::movesAsTableDoes_data()
{
    QTest::addColumn<QPoint>("start"); // column and row
    QTest::addColumn<Keys>("keys");
    const auto shift = Qt::ShiftModifier;
    const auto control = Qt::ControlModifier;
    QTest::newRow("from nowhere") << QPoint(-1, -1) << Keys{Qt::Key_Down, Qt::Key_Down};
    QTest::newRow("up and down") << QPoint(0, 5) << Keys{Qt::Key_Down, Qt::Key_Down, Qt::Key_Up};
    QTest::newRow("beyond the first row") << QPoint(0, 1) << Keys{Qt::Key_Up, Qt::Key_Up, Qt::Key_Up};
    QTest::newRow("beyond the last row") << QPoint(0, 198) << Keys{Qt::Key_Down, Qt::Key_Down, Qt::Key_Down};
    QTest::newRow("left, over moved columns") << QPoint(1, 5) << Keys{Qt::Key_Left, Qt::Key_Left, Qt::Key_Left};
    QTest::newRow("right, over hidden columns")
        << QPoint(4, 5) << Keys{Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Right, Qt::Key_Right};
    QTest::newRow("ends of the row") << QPoint(1, 5) << Keys{Qt::Key_End, Qt::Key_Home};
    QTest::newRow("ends of the table") << QPoint(1, 5) << Keys{control | Qt::Key_End, control | Qt::Key_Home};
    QTest::newRow("pages") << QPoint(1, 5)
                           << Keys{Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_PageUp, Qt::Key_PageUp};
    QTest::newRow("pages to the end") << QPoint(1, 185) << Keys{Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_PageUp};
    QTest::newRow("scrolls down and up") << QPoint(
        0, 8) << Keys{Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_PageDown, Qt::Key_PageUp};
    QTest::newRow("selects down and up") << QPoint(0, 8)
                                         << Keys{shift | Qt::Key_Down, shift | Qt::Key_Down, shift | Qt::Key_Up,
                                                 shift | Qt::Key_Up, shift | Qt::Key_Up};
    QTest::newRow("selects pages") << QPoint(0, 50)
                                   << Keys{shift | Qt::Key_PageDown, shift | Qt::Key_PageUp, shift | Qt::Key_PageUp};
    QTest::newRow("selects to the ends") << QPoint(0, 50)
                                         << Keys{control | shift | Qt::Key_End, control | shift | Qt::Key_Home};
    QTest::newRow("selects sideways") << QPoint(0, 5) << Keys{shift | Qt::Key_Right, shift | Qt::Key_Left};
    QTest::newRow("moves without selecting, then adds")
        << QPoint(0, 5) << Keys{control | Qt::Key_Down, control | Qt::Key_Down, control | Qt::Key_Space};
    QTest::newRow("selects everything") << QPoint(0, 5) << Keys{control | Qt::Key_A};
    QTest::newRow("does not stop at tab") << QPoint(0, 5) << Keys{Qt::Key_Tab, Qt::Key_Backtab};
}

void TestUniformTableView::movesAsTableDoes()
{
    QFETCH(const QPoint, start);
    QFETCH(const Keys, keys);
    Twins twins;
    for (QAbstractItemView* each : twins.both())
        each->setCurrentIndex(twins.model.index(start.y(), start.x()));
    QCOMPARE(twins.actual(), twins.expected());
    for (const QKeyCombination key : keys) {
        for (QAbstractItemView* each : twins.both())
            QTest::keyClick(each, key.key(), key.keyboardModifiers());
        QCOMPARE(twins.actual(), twins.expected());
    }
}

void TestUniformTableView::movesOnFromAHiddenColumn()
{
    Twins twins;
    twins.view.setCurrentIndex(twins.model.index(8, 1));
    twins.view.horizontalHeader()->hideSection(1);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&twins.view, Qt::Key_Down);
    QCOMPARE(twins.view.currentIndex().row(), 28);
    QVERIFY(twins.view.viewport()->rect().contains(twins.view.visualRect(twins.view.currentIndex())));
}

void TestUniformTableView::answersClicksAsTableDoes_data()
{
    QTest::addColumn<int>("scrolledRows");
    QTest::addColumn<QList<QPoint>>("places");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    using Places = QList<QPoint>;
    const Qt::KeyboardModifiers none = Qt::NoModifier;
    QTest::newRow("last pixel of a row") << 0 << Places{{20, 19}} << none;
    QTest::newRow("first pixel of a row") << 0 << Places{{20, 20}} << none;
    QTest::newRow("first pixel of a column") << 0 << Places{{100, 50}} << none;
    QTest::newRow("row that is cut off") << 7 << Places{{20, 175}} << none;
    QTest::newRow("first row at the end") << 200 << Places{{20, 0}} << none;
    QTest::newRow("last row at the end") << 200 << Places{{20, 170}} << none;
    QTest::newRow("one by one") << 3 << Places{{20, 10}, {20, 90}, {20, 10}}
                                << Qt::KeyboardModifiers(Qt::ControlModifier);
    QTest::newRow("from to") << 3 << Places{{20, 50}, {20, 90}, {20, 10}} << Qt::KeyboardModifiers(Qt::ShiftModifier);
}

void TestUniformTableView::answersClicksAsTableDoes()
{
    QFETCH(const int, scrolledRows);
    QFETCH(const QList<QPoint>, places);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    Twins twins;
    for (QAbstractItemView* each : twins.both())
        each->verticalScrollBar()->setValue(scrolledRows);
    for (const QPoint place : places) {
        for (QAbstractItemView* each : twins.both())
            QTest::mouseClick(each->viewport(), Qt::LeftButton, modifiers, place);
        QCOMPARE(twins.actual(), twins.expected());
    }
}

void TestUniformTableView::bringsClickedCellOnScreenAsTableDoes_data()
{
    using Action = std::function<void(QAbstractItemView*)>;
    QTest::addColumn<Action>("action");
    QTest::newRow("click") << Action([](auto*) {});
    QTest::newRow("click, then scroll") << Action([](auto* each) { each->verticalScrollBar()->setValue(100); });
    QTest::newRow("double click") << Action(
        [](auto* each) { QTest::mouseDClick(each->viewport(), Qt::LeftButton, {}, {20, 175}); });
}

void TestUniformTableView::bringsClickedCellOnScreenAsTableDoes()
{
    QFETCH(const std::function<void(QAbstractItemView*)>, action);
    Twins twins;
    for (QAbstractItemView* each : twins.both()) {
        each->verticalScrollBar()->setValue(7);
        each->horizontalScrollBar()->setValue(30);
        QTest::mouseClick(each->viewport(), Qt::LeftButton, {}, {20, 175}); // cut off at two sides
        action(each);
    }
    QTest::qWait(QApplication::doubleClickInterval() + 200);
    QCOMPARE(twins.actual(), twins.expected());
}

void TestUniformTableView::selectsByDraggingAsTableDoes()
{
    Twins twins;
    for (QAbstractItemView* each : twins.both()) {
        each->verticalScrollBar()->setValue(10);
        QTest::mousePress(each->viewport(), Qt::LeftButton, {}, {40, 90});
        QTest::mouseMove(each->viewport(), {40, 130});
        QTest::mouseMove(each->viewport(), {40, 30});
        QTest::mouseRelease(each->viewport(), Qt::LeftButton, {}, {40, 30});
    }
    QCOMPARE(twins.actual(), twins.expected());
    QCOMPARE(twins.view.selectedRows(), (std::vector<std::pair<int, int>>{{11, 14}}));
}

void TestUniformTableView::scrollsWhileDragging()
{
    Twins twins;
    QWidget* viewport = twins.view.viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, {40, 90});
    QCursor::setPos(viewport->mapToGlobal(QPoint(40, viewport->height() - 2)));
    QTest::mouseMove(viewport, {40, viewport->height() - 4});
    QTest::mouseMove(viewport, {40, viewport->height() - 2});
    QTRY_VERIFY(twins.view.verticalScrollBar()->value() > 5);
    QTest::mouseMove(viewport, {40, viewport->height() - 3});
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {40, viewport->height() - 3});
    const std::vector<std::pair<int, int>> selected = twins.view.selectedRows();
    QCOMPARE(selected.size(), 1U);
    QCOMPARE(selected.front().first, 4);
    QVERIFY(selected.front().second > 12);
}

void TestUniformTableView::scrollsToAsTableDoes_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QAbstractItemView::ScrollHint>("hint");
    const std::vector<std::pair<QAbstractItemView::ScrollHint, const char*>> hints = {
        {QAbstractItemView::EnsureVisible, "so that it can be seen"},
        {QAbstractItemView::PositionAtTop, "to the top"},
        {QAbstractItemView::PositionAtCenter, "to the middle"},
        {QAbstractItemView::PositionAtBottom, "to the bottom"}};
    for (const auto& [hint, name] : hints)
        for (const int row : {0, 3, 49, 50, 57, 58, 59, 60, 120, 199})
            for (const int column : {1, 2, 3})
                QTest::addRow("%d,%d %s", row, column, name) << row << column << hint;
}

void TestUniformTableView::scrollsToAsTableDoes()
{
    QFETCH(const int, row);
    QFETCH(const int, column);
    QFETCH(const QAbstractItemView::ScrollHint, hint);
    Twins twins;
    for (QAbstractItemView* each : twins.both()) {
        each->verticalScrollBar()->setValue(50);
        each->scrollTo(twins.model.index(row, column), hint);
    }
    QCOMPARE(twins.actual(), twins.expected());
    for (const QPoint place : {QPoint(0, 0), QPoint(99, 19), QPoint(100, 20), QPoint(150, 170), QPoint(310, 60)})
        QCOMPARE(twins.view.indexAt(place), twins.reference.indexAt(place));
}

void TestUniformTableView::laysOutAsTableDoes_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QSize>("size");
    for (const int rows : {0, 1, 8, 9, 10, 200})
        for (const QSize size : {QSize(330, 215), QSize(452, 204), QSize(453, 205), QSize(470, 225), QSize(900, 400),
                                 QSize(200, 60), QSize(60, 40)})
            QTest::addRow("%d rows in %d×%d", rows, size.width(), size.height()) << rows << size;
}

void TestUniformTableView::laysOutAsTableDoes()
{
    QFETCH(const int, rows);
    QFETCH(const QSize, size);
    Twins twins(rows, size);
    QTRY_COMPARE(twins.actual(), twins.expected());
    // At the end, with more rows, with more room.
    for (QAbstractItemView* each : twins.both())
        each->scrollToBottom();
    QTRY_COMPARE(twins.actual(), twins.expected());
    twins.model.append(3);
    QTRY_COMPARE(twins.actual(), twins.expected());
    for (QAbstractItemView* each : twins.both()) {
        each->scrollToBottom();
        each->resize(size + QSize(37, 31));
    }
    QTRY_COMPARE(twins.actual(), twins.expected());
    QCOMPARE(twins.view.horizontalHeader()->geometry(), twins.reference.horizontalHeader()->geometry());
    QCOMPARE(twins.view.viewport()->geometry(), twins.reference.viewport()->geometry());
}

void TestUniformTableView::paintsAsTableDoes_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("down");
    QTest::addColumn<int>("right");
    QTest::newRow("at the beginning") << 200 << 0 << 0;
    QTest::newRow("scrolled") << 200 << 13 << 100;
    QTest::newRow("at the end") << 200 << 200 << 500;
    QTest::newRow("few rows") << 4 << 0 << 0;
    QTest::newRow("no rows") << 0 << 0 << 0;
}

void TestUniformTableView::paintsAsTableDoes()
{
    QFETCH(const int, rows);
    QFETCH(const int, down);
    QFETCH(const int, right);
    Twins twins(rows);
    for (QAbstractItemView* each : twins.both()) {
        each->verticalScrollBar()->setValue(down);
        each->horizontalScrollBar()->setValue(right);
        QTest::mouseClick(each->viewport(), Qt::LeftButton, {}, {20, 50});
        QTest::mouseClick(each->viewport(), Qt::LeftButton, Qt::ControlModifier, {20, 90});
    }
    QCOMPARE(Twins::picture(&twins.view), Twins::picture(&twins.reference));
}

void TestUniformTableView::turnsWheelAsTableDoes()
{
    Twins twins;
    const QPointF place(50, 50);
    for (const QPoint turn : {QPoint(0, -120), QPoint(0, -360), QPoint(0, 120), QPoint(-120, 0)}) {
        for (QAbstractItemView* each : twins.both()) {
            QWheelEvent event(place, each->viewport()->mapToGlobal(place), {}, turn, Qt::NoButton, {},
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(each->viewport(), &event);
        }
        QCOMPARE(twins.actual(), twins.expected());
    }
    QVERIFY(twins.view.verticalScrollBar()->value() > 0);
}

void TestUniformTableView::fitsColumnByDoubleClick()
{
    Twins twins;
    for (QAbstractItemView* each : twins.both()) {
        const QHeaderView* header = Twins::headerOf(each);
        const QPoint border(header->sectionViewportPosition(1) + header->sectionSize(1) - 1, header->height() / 2);
        QTest::mouseMove(header->viewport(), border);
        QTest::mouseDClick(header->viewport(), Qt::LeftButton, {}, border);
    }
    QVERIFY(twins.view.horizontalHeader()->sectionSize(1) < 150);
    QCOMPARE(twins.view.horizontalHeader()->sectionSize(1), twins.reference.horizontalHeader()->sectionSize(1));
    QCOMPARE(twins.actual(), twins.expected());
}

void TestUniformTableView::followsRemovedRows()
{
    Twins twins;
    for (QAbstractItemView* each : twins.both()) {
        each->setCurrentIndex(twins.model.index(150, 0));
        each->scrollToBottom();
    }
    twins.model.remove(20, 140);
    QCOMPARE(twins.actual(), twins.expected());
    twins.model.replace(50);
    QCOMPARE(twins.actual(), twins.expected());
}

void TestUniformTableView::survivesRightToLeft()
{
    Twins twins;
    for (QAbstractItemView* each : twins.both()) {
        each->setLayoutDirection(Qt::RightToLeft);
        each->horizontalScrollBar()->setValue(30);
        QTest::mouseClick(each->viewport(), Qt::LeftButton, {}, {100, 50});
        QTest::keyClick(each, Qt::Key_Left);
        QTest::keyClick(each, Qt::Key_Right);
    }
    QCOMPARE(twins.actual(), twins.expected());
    QCOMPARE(Twins::picture(&twins.view), Twins::picture(&twins.reference));
}

void TestUniformTableView::asksLittleOfMillionsOfRows_data()
{
    using Action = std::function<void(UniformTableView&, NumbersModel&)>;
    QTest::addColumn<Action>("action");
    QTest::newRow("other rows") << Action([](auto&, auto& model) { model.replace(31'000'000); });
    QTest::newRow("more rows") << Action([](auto&, auto& model) { model.append(1'000'000); });
    QTest::newRow("other values") << Action([](auto&, auto& model) { model.changeEverything(); });
    QTest::newRow("select all") << Action([](auto& view, auto&) { view.selectAll(); });
    QTest::newRow("select to the end") << Action(
        [](auto& view, auto&) { QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier); });
    QTest::newRow("scroll to the end") << Action([](auto& view, auto&) { view.scrollToBottom(); });
    QTest::newRow("type a letter") << Action([](auto& view, auto&) { QTest::keyClick(&view, Qt::Key_X); });
    QTest::newRow("fit a column") << Action([](auto& view, auto&) { view.resizeColumnToContents(1); });
    QTest::newRow("remove rows") << Action([](auto&, auto& model) { model.remove(10, 20'000'000); });
}

void TestUniformTableView::asksLittleOfMillionsOfRows()
{
    QFETCH(const std::function<void(UniformTableView&, NumbersModel&)>, action);
    NumbersModel model(30'000'000);
    UniformTableView view(new QHeaderView(Qt::Horizontal), nullptr);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    view.setRowHeight(rowHeight);
    view.setModel(&model);
    view.resize(600, 400);
    view.show();
    view.setCurrentIndex(model.index(0, 0));
    view.grab();
    model.calls = 0;
    action(view, model);
    view.grab();
    constexpr int cells = 20 * 5;
    QVERIFY2(model.calls < 60 * cells, qPrintable(QString::number(model.calls)));
}

void TestUniformTableView::selectsAcrossMillionsOfRows()
{
    NumbersModel model(30'000'000);
    UniformTableView view(new QHeaderView(Qt::Horizontal), nullptr);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    view.setRowHeight(rowHeight);
    view.setModel(&model);
    view.resize(600, 400);
    view.show();
    view.setCurrentIndex(model.index(7, 0));
    view.scrollToBottom();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, {20, view.viewport()->height() - 1});
    QCOMPARE(view.selectedRows(), (std::vector<std::pair<int, int>>{{7, 29'999'999}}));
}

QTEST_MAIN(TestUniformTableView)

#include "tst_uniformtableview.moc"
