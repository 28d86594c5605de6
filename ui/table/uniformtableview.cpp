// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/uniformtableview.h"

#include "ui/table/accessibletable.h"

#include <QApplication>
#include <QHeaderView>
#include <QHoverEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <limits>
#include <ranges>
#include <utility>

namespace TmgLens {

namespace {

/// A position as far away as an int can say, with room for the height of a row.
int toInt(qint64 position)
{
    constexpr qint64 farthest = std::numeric_limits<int>::max() - (1 << 16);
    return int(std::clamp(position, -farthest, farthest));
}

} // namespace

UniformTableView::UniformTableView(QHeaderView* header, QWidget* parent) : QAbstractItemView(parent), m_header(header)
{
    installAccessibleTables();
    m_header->setParent(this);
    setSelectionBehavior(SelectRows);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    connect(m_header, &QHeaderView::geometriesChanged, this, &UniformTableView::updateGeometries);
    connect(m_header, &QHeaderView::sectionResized, this, &UniformTableView::doItemsLayout);
    connect(m_header, &QHeaderView::sectionMoved, this, &UniformTableView::doItemsLayout);
    connect(m_header, &QHeaderView::sectionCountChanged, this, &UniformTableView::doItemsLayout);
    connect(m_header, &QHeaderView::sectionHandleDoubleClicked, this, &UniformTableView::resizeColumnToContents);
    m_sinceClick.setSingleShot(true);
    connect(&m_sinceClick, &QTimer::timeout, this, [this] { scrollTo(currentIndex()); });
    setRowHeight(fontMetrics().height());
}

UniformTableView::~UniformTableView()
{
    disconnect(m_header, nullptr, this, nullptr); // it tells of being hidden when this is no table any more
}

void UniformTableView::setModel(QAbstractItemModel* model)
{
    if (this->model())
        disconnect(this->model(), &QAbstractItemModel::rowsRemoved, this, &UniformTableView::doItemsLayout);
    m_header->setModel(model);
    QAbstractItemView::setModel(model);
    if (model) // the base class answers only new rows
        connect(model, &QAbstractItemModel::rowsRemoved, this, &UniformTableView::doItemsLayout);
}

std::vector<int> UniformTableView::shownColumns() const
{
    std::vector<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual)
        if (const int column = m_header->logicalIndex(visual); !m_header->isSectionHidden(column))
            columns.push_back(column);
    return columns;
}

std::vector<std::pair<int, int>> UniformTableView::selectedRows() const
{
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange& range : selectionModel()->selection())
        ranges.emplace_back(range.top(), range.bottom());
    std::ranges::sort(ranges);
    std::vector<std::pair<int, int>> rows;
    for (const auto& [first, last] : ranges) {
        if (rows.empty() || first > rows.back().second)
            rows.emplace_back(first, last);
        else // ranges of single columns can overlap
            rows.back().second = std::max(rows.back().second, last);
    }
    return rows;
}

void UniformTableView::resizeColumnToContents(int column)
{
    m_header->resizeSection(column, std::max(sizeHintForColumn(column), m_header->sectionSizeHint(column)));
}

void UniformTableView::setRowHeight(int height)
{
    m_rowHeight = height;
    doItemsLayout();
}

RowGeometry UniformTableView::rowGeometry() const
{
    return {.rowCount = model() ? model()->rowCount() : 0,
            .rowHeight = m_rowHeight,
            .viewHeight = viewport()->height(),
            .scrolledRows = verticalScrollBar()->value()};
}

QRect UniformTableView::visualRect(const QModelIndex& index) const
{
    if (!index.isValid() || isIndexHidden(index))
        return {};
    return {m_header->sectionViewportPosition(index.column()), toInt(rowGeometry().positionOf(index.row())),
            m_header->sectionSize(index.column()), m_rowHeight};
}

QModelIndex UniformTableView::indexAt(const QPoint& point) const
{
    const int row = rowGeometry().rowAt(point.y());
    const int column = m_header->logicalIndexAt(point.x());
    return row >= 0 && column >= 0 ? model()->index(row, column) : QModelIndex();
}

void UniformTableView::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid() || isIndexHidden(index))
        return;
    executeDelayedItemsLayout();
    scrollToColumn(index.column(), hint);
    scrollToRow(index.row(), hint);
    update(index);
}

void UniformTableView::scrollToColumn(int column, ScrollHint hint)
{
    const int left = m_header->sectionPosition(column);
    const int width = m_header->sectionSize(column);
    const int room = viewport()->width();
    const int hidden = m_header->offset();
    if (hint == PositionAtCenter)
        horizontalScrollBar()->setValue(left - (room - width) / 2);
    else if (left < hidden || width > room)
        horizontalScrollBar()->setValue(left);
    else if (left + width > hidden + room)
        horizontalScrollBar()->setValue(left + width - room);
}

void UniformTableView::scrollToRow(int row, ScrollHint hint)
{
    const RowGeometry rows = rowGeometry();
    const qint64 top = rows.positionOf(row);
    if (hint == EnsureVisible && (top < 0 || m_rowHeight > rows.viewHeight))
        hint = PositionAtTop;
    else if (hint == EnsureVisible && top + m_rowHeight > rows.viewHeight)
        hint = PositionAtBottom;
    const int half = std::max(1, rows.viewHeight / 2 / m_rowHeight);
    if (hint == PositionAtTop)
        verticalScrollBar()->setValue(row);
    else if (hint == PositionAtBottom)
        verticalScrollBar()->setValue(row - rows.rowsInView() + 1);
    else if (hint == PositionAtCenter)
        verticalScrollBar()->setValue(row - half + 1);
}

int UniformTableView::sizeHintForRow(int) const
{
    return m_rowHeight;
}

int UniformTableView::sizeHintForColumn(int column) const
{
    ensurePolished();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const RowGeometry rows = rowGeometry();
    int width = 0;
    for (int row = rows.rowNear(0); row >= 0 && row <= rows.lastRowInView(); ++row) {
        const QModelIndex index = model()->index(row, column);
        width = std::max(width, itemDelegateForIndex(index)->sizeHint(option, index).width());
    }
    return width;
}

void UniformTableView::reset()
{
    m_sinceClick.stop();
    QAbstractItemView::reset();
    executeDelayedItemsLayout(); // those who answer the reset too may scroll at once
}

void UniformTableView::updateGeometries()
{
    if (m_isLayingOut)
        return;
    {
        const QScopedValueRollback guard(m_isLayingOut, true);
        constexpr int turns = 3; // a scroll bar that comes or goes takes or leaves room, and so may bring the other one
        QSize before;
        for (int turn = 0; turn < turns && before != viewport()->size(); ++turn) {
            before = viewport()->size();
            layOutHeader();
            layOutScrollBars();
        }
    }
    followScrollBars();
    QAbstractItemView::updateGeometries();
}

void UniformTableView::layOutHeader()
{
    const int wanted = std::max(m_header->minimumHeight(), m_header->sizeHint().height());
    const int height = m_header->isHidden() ? 0 : std::min(wanted, m_header->maximumHeight());
    setViewportMargins(0, height, 0, 0);
    const QRect below = viewport()->geometry();
    m_header->setGeometry(below.left(), below.top() - height, below.width(), height);
}

void UniformTableView::layOutScrollBars()
{
    RowGeometry rows = rowGeometry();
    int width = viewport()->width();
    const QSize most = maximumViewportSize(); // without scroll bars
    if (m_header->length() <= most.width() && qint64(rows.rowCount) * m_rowHeight <= most.height()) {
        rows.viewHeight = most.height();
        width = most.width();
    }
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setRange(0, std::max(0, m_header->length() - width));
    horizontalScrollBar()->setSingleStep(std::max(2, width / (lastColumnsIn(width) + 1)));
    verticalScrollBar()->setPageStep(rows.rowsInView());
    verticalScrollBar()->setRange(0, rows.maximumScroll());
}

/// How many of the last columns fit in @p width; 1 at least.
int UniformTableView::lastColumnsIn(int width) const
{
    int count = 0;
    for (const int column : shownColumns() | std::views::reverse) {
        width -= m_header->sectionSize(column);
        if (width < 0)
            break;
        ++count;
    }
    return std::max(1, count);
}

/// Moves what is painted to where the scroll bars are.
void UniformTableView::followScrollBars()
{
    const int columnsBefore = m_header->offset();
    m_header->setOffset(horizontalScrollBar()->value());
    const qint64 rowsBefore = std::exchange(m_offset, rowGeometry().offset());
    const int dx = (columnsBefore - m_header->offset()) * (isRightToLeft() ? -1 : 1);
    const qint64 dy = rowsBefore - m_offset;
    if (std::abs(dy) >= viewport()->height()) {
        viewport()->update();
    } else if (dx != 0 || dy != 0) {
        scrollDirtyRegion(dx, int(dy));
        viewport()->scroll(dx, int(dy));
    }
}

void UniformTableView::scrollContentsBy(int, int)
{
    m_sinceClick.stop(); // a person who scrolls on does not want to go back
    if (!m_isLayingOut)
        followScrollBars();
}

void UniformTableView::rowsInserted(const QModelIndex& parent, int first, int last)
{
    QAbstractItemView::rowsInserted(parent, first, last);
    updateGeometries();
    if (first <= rowGeometry().lastRowInView())
        viewport()->update();
}

void UniformTableView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    // The base class looks up where each cell is.
    const RowGeometry rows = rowGeometry();
    const int top = std::max(topLeft.row(), rows.rowNear(0));
    const int bottom = std::min(bottomRight.row(), rows.lastRowInView());
    if (!topLeft.isValid() || !bottomRight.isValid())
        QAbstractItemView::dataChanged(topLeft, bottomRight, roles); // everything
    else if (top <= bottom)
        QAbstractItemView::dataChanged(topLeft.siblingAtRow(top), bottomRight.siblingAtRow(bottom), roles);
}

void UniformTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (hasFocus())
        tellScreenReader(QAccessible::Focus, current);
}

void UniformTableView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    if (!selected.isEmpty())
        tellScreenReader(QAccessible::SelectionAdd, selected.first().topLeft());
    if (!deselected.isEmpty())
        tellScreenReader(QAccessible::SelectionRemove, deselected.first().topLeft());
}

void UniformTableView::tellScreenReader(QAccessible::Event event, const QModelIndex& index)
{
    if (!QAccessible::isActive() || !index.isValid())
        return;
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(this);
    QAccessibleEvent news(table->tableInterface()->cellAt(index.row(), index.column()), event);
    QAccessible::updateAccessibility(&news);
}

/// The column on screen that is @p step columns to the right of @p column; -1 if there is none.
int UniformTableView::columnBeside(int column, int step) const
{
    int visual = m_header->visualIndex(column) + step;
    while (m_header->logicalIndex(visual) >= 0 && m_header->isSectionHidden(m_header->logicalIndex(visual)))
        visual += step;
    return m_header->logicalIndex(visual);
}

QModelIndex UniformTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const std::vector<int> columns = shownColumns();
    const RowGeometry rows = rowGeometry();
    const int lastRow = rows.rowCount - 1;
    if (columns.empty() || lastRow < 0)
        return {};
    int row = currentIndex().row();
    if (!currentIndex().isValid())
        return model()->index(0, columns.front());
    int column = isIndexHidden(currentIndex()) ? columns.front() : currentIndex().column();
    const int step = isRightToLeft() ? -1 : 1;
    switch (action) {
    case MoveUp:
        --row;
        break;
    case MoveDown:
        ++row;
        break;
    case MoveLeft:
        column = columnBeside(column, -step);
        break;
    case MoveRight:
        column = columnBeside(column, step);
        break;
    case MovePrevious:
        row = column == columns.front() ? (row + lastRow) % rows.rowCount : row;
        column = column == columns.front() ? columns.back() : columnBeside(column, -1);
        break;
    case MoveNext:
        row = column == columns.back() ? (row + 1) % rows.rowCount : row;
        column = column == columns.back() ? columns.front() : columnBeside(column, 1);
        break;
    case MoveHome:
        row = modifiers.testFlag(Qt::ControlModifier) ? 0 : row;
        column = columns.front();
        break;
    case MoveEnd:
        row = modifiers.testFlag(Qt::ControlModifier) ? lastRow : row;
        column = columns.back();
        break;
    case MovePageUp:
        row = rows.rowNear(rows.positionOf(row) + m_rowHeight - 1 - rows.viewHeight);
        break;
    case MovePageDown:
        row = rows.rowNear(rows.positionOf(row) + rows.viewHeight);
        break;
    }
    return model()->index(row, column); // not valid beyond the edges
}

int UniformTableView::horizontalOffset() const
{
    return m_header->offset();
}

int UniformTableView::verticalOffset() const
{
    return toInt(m_offset);
}

bool UniformTableView::isIndexHidden(const QModelIndex& index) const
{
    return m_header->isSectionHidden(index.column());
}

void UniformTableView::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command)
{
    const auto [top, bottom] = std::minmax({rect.top(), rect.bottom()});
    const RowGeometry rows = rowGeometry();
    const QItemSelection selection(model()->index(rows.rowNear(top), 0), model()->index(rows.rowNear(bottom), 0));
    selectionModel()->select(selection, command | QItemSelectionModel::Rows);
}

QRegion UniformTableView::visualRegionForSelection(const QItemSelection& selection) const
{
    const RowGeometry rows = rowGeometry();
    QRegion region;
    for (const QItemSelectionRange& range : selection) {
        const int top = std::max(range.top(), rows.rowNear(0));
        const int bottom = std::min(range.bottom(), rows.lastRowInView());
        if (range.isValid() && top <= bottom)
            region += QRect(0, int(rows.positionOf(top)), viewport()->width(), (bottom - top + 1) * m_rowHeight);
    }
    return region;
}

void UniformTableView::initViewItemOption(QStyleOptionViewItem* option) const
{
    QAbstractItemView::initViewItemOption(option);
    option->showDecorationSelected = true;
}

void UniformTableView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const RowGeometry rows = rowGeometry();
    const int last = rows.rowNear(event->rect().bottom());
    for (int row = rows.rowNear(event->rect().top()); row >= 0 && row <= last; ++row)
        paintRow(&painter, row, option, event->region());
}

/// Paints the cells of a row that touch @p region, each once: a tint over a tint would be another.
void UniformTableView::paintRow(QPainter* painter, int row, QStyleOptionViewItem option, const QRegion& region)
{
    // A row is selected as a whole, and to ask takes as long as there are ranges in the selection.
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(model()->index(row, 0)));
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const QModelIndex index = model()->index(row, m_header->logicalIndex(visual));
        option.rect = visualRect(index);
        if (region.intersects(option.rect))
            paintCell(painter, index, option);
    }
}

void UniformTableView::paintCell(QPainter* painter, const QModelIndex& index, QStyleOptionViewItem option)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled) && index.flags().testFlag(Qt::ItemIsEnabled);
    option.state.setFlag(QStyle::State_Enabled, isEnabled);
    option.state.setFlag(QStyle::State_MouseOver, option.rect.contains(m_pointer));
    option.state.setFlag(QStyle::State_HasFocus, index == currentIndex() && hasFocus());
    option.palette.setCurrentColorGroup(isEnabled ? QPalette::Normal : QPalette::Disabled);
    style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, painter, this);
    itemDelegateForIndex(index)->paint(painter, option, index);
}

void UniformTableView::mousePressEvent(QMouseEvent* event)
{
    // The base class has such a timer too, but not one that scrolling could stop.
    setAutoScroll(false);
    QAbstractItemView::mousePressEvent(event);
    setAutoScroll(true);
    if (currentIndex().isValid() && currentIndex() == indexAt(event->position().toPoint()))
        m_sinceClick.start(QApplication::doubleClickInterval() + 100);
    else
        m_sinceClick.stop();
}

void UniformTableView::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_sinceClick.stop();
    QAbstractItemView::mouseDoubleClickEvent(event);
}

bool UniformTableView::viewportEvent(QEvent* event)
{
    // The base class repaints the row under the pointer, but keeps to itself which it is.
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverMove)
        m_pointer = static_cast<QHoverEvent*>(event)->position().toPoint();
    else if (event->type() == QEvent::HoverLeave)
        m_pointer = {-1, -1};
    return QAbstractItemView::viewportEvent(event);
}

} // namespace TmgLens
