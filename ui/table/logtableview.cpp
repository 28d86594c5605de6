// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/logtableview.h"

#include "model/keeping/bookmarkmodel.h"
#include "model/table/resultfiltermodel.h"
#include "ui/find/foundtext.h"
#include "ui/look/quietcolors.h"
#include "ui/table/columnlayout.h"
#include "ui/table/logheaderview.h"
#include "ui/table/recorddelegate.h"
#include "ui/table/tablestyle.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <ranges>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// The base class selects the row under the pointer with any button; these two go back and forward.
bool isForTheWindow(const QMouseEvent& event)
{
    return event.button() == Qt::BackButton || event.button() == Qt::ForwardButton;
}

} // namespace

LogTableView::LogTableView(const LogTableModel* log, ResultFilterModel* records, QWidget* parent)
    : UniformTableView(new LogHeaderView, parent)
    , m_log(log)
    , m_records(records)
    , m_delegate(new RecordDelegate(log, this))
{
    setObjectName(u"logRecords"_s);
    setAccessibleName(tr("Log records"));
    setModel(records);
    setItemDelegate(m_delegate);
    setupRows();
    setupHeader();
    m_columns = new ColumnLayout(log, this);
    keepPlaceOverResets(log);
}

void LogTableView::setupRows()
{
    auto* style = new TableStyle;
    style->setParent(this);
    setStyle(style);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
    QFont digits = font();
    digits.setFeature(QFont::Tag("tnum"), 1); // numbers stand under each other
    setFont(digits);
}

void LogTableView::setupHeader()
{
    QHeaderView* header = horizontalHeader();
    header->setStyle(style());
    connect(header, &QHeaderView::sortIndicatorChanged, m_records, &QAbstractItemModel::sort);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint& position) {
        QMenu menu;
        m_columns->fillMenu(&menu);
        menu.exec(header->mapToGlobal(position));
    });
    // The header takes the columns of a log that is loaded again for new ones, and moves its arrow away from them.
    connect(header, &QHeaderView::sectionCountChanged, this, [this, header] {
        const QSignalBlocker quiet(header); // the rows are in this order already
        header->setSortIndicator(m_records->sortColumn(), m_records->sortOrder());
    });
}

void LogTableView::keepPlaceOverResets(const LogTableModel* log)
{
    connect(m_records, &QAbstractItemModel::modelAboutToBeReset, this, &LogTableView::rememberPlace);
    // Queued after the view's own slot for the reset, which forgets selection and scroll position.
    connect(m_records, &QAbstractItemModel::modelReset, this, [this] {
        goTo(m_placeBeforeReset);
        m_rowsBeforeReset.reset();
    });
    // The records of another log have nothing to do with these.
    connect(log, &QAbstractItemModel::modelReset, this, [this] {
        m_placeBeforeReset = {};
        m_standIn.reset();
    });
}

void LogTableView::rememberPlace()
{
    TablePlace now = place();
    if (now.current && now.current != m_standIn) {
        m_placeBeforeReset = std::move(now);
    } else if (now.anchor && now.anchor != m_standIn) {
        // The record that a filter hides is not forgotten: it is current again when a later filter shows it.
        m_placeBeforeReset.anchor = now.anchor;
        m_placeBeforeReset.rowsAbove = now.rowsAbove;
    }
    if (!m_records->areRowsAscending())
        m_rowsBeforeReset = m_records->rows();
}

/// The row of @p record; where that is hidden, the next one below of those that are shown, else the last; -1 for none.
int LogTableView::rowNear(RecordNumber record) const
{
    const RecordRows& shown = *m_records->rows();
    const int lastRow = int(shown.size()) - 1;
    if (const int row = shown.rowOf(record); row >= 0 || lastRow < 0)
        return row;
    if (m_records->areRowsAscending()) {
        const auto rows = std::views::iota(0, lastRow); // without the last: it is the answer if no other is
        const auto recordAt = [&](int row) { return shown.recordAt(row); };
        return int(std::ranges::lower_bound(rows, record, {}, recordAt) - rows.begin());
    }
    if (m_rowsBeforeReset) {
        const int before = m_rowsBeforeReset->rowOf(record);
        for (int next = before; before >= 0 && next < int(m_rowsBeforeReset->size()); ++next)
            if (const int row = shown.rowOf(m_rowsBeforeReset->recordAt(next)); row >= 0)
                return row;
    }
    return lastRow;
}

std::vector<quint32> LogTableView::selectedRecords() const
{
    std::vector<quint32> selected;
    for (const auto& [first, last] : selectedRows())
        for (int row = first; row <= last; ++row)
            selected.push_back(qToUnderlying(recordAt(row)));
    return selected;
}

qint64 LogTableView::selectedCount() const
{
    qint64 count = 0;
    for (const auto& [first, last] : selectedRows())
        count += last - first + 1;
    return count;
}

std::vector<int> LogTableView::shownFields() const
{
    std::vector<int> columns = shownColumns();
    std::erase_if(columns,
                  [this](int column) { return derivedColumn(m_log->records().columns(), column).has_value(); });
    return columns;
}

bool LogTableView::showsFile() const
{
    return std::ranges::contains(shownColumns(), m_log->records().columns().size() + int(DerivedColumn::File));
}

RecordNumber LogTableView::recordAt(int row) const
{
    return m_records->rows()->recordAt(row);
}

std::optional<RecordNumber> LogTableView::currentRecord() const
{
    return currentIndex().isValid() ? std::optional(recordAt(currentIndex().row())) : std::nullopt;
}

TablePlace LogTableView::place() const
{
    constexpr qint64 maximumSelection = 1000; // a selection of thousands of ranges makes painting slow
    TablePlace place;
    if (selectedCount() <= maximumSelection)
        place.selected = selectedRecords();
    place.current = currentRecord();
    place.currentColumn = currentIndex().column();
    const RowGeometry rows = rowGeometry();
    const int top = rows.rowAt(0);
    const qint64 position = place.current ? rows.positionOf(currentIndex().row()) : -1;
    if (position >= 0 && position < rows.viewHeight) {
        place.anchor = place.current;
        place.rowsAbove = currentIndex().row() - top;
    } else if (top > 0) {
        place.anchor = recordAt(top);
    }
    return place;
}

void LogTableView::goTo(const TablePlace& place)
{
    QItemSelection selection;
    const int lastColumn = std::max(0, m_records->columnCount() - 1);
    for (const quint32 record : place.selected)
        if (const int row = m_records->rows()->rowOf(RecordNumber(record)); row >= 0)
            selection.select(m_records->index(row, 0), m_records->index(row, lastColumn));
    const int currentRow = place.current ? rowNear(*place.current) : -1;
    if (currentRow >= 0) {
        const QModelIndex current =
            m_records->index(currentRow, std::min(place.currentColumn, lastColumn)); // of a log that was there before
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        const bool isStandIn = recordAt(currentRow) != *place.current;
        m_standIn = isStandIn ? currentRecord() : std::nullopt;
        if (isStandIn && selection.isEmpty())
            selection.select(m_records->index(currentRow, 0), m_records->index(currentRow, lastColumn));
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const int anchorRow = place.anchor ? rowNear(*place.anchor) : -1;
    const int horizontal = horizontalScrollBar()->value();
    if (anchorRow >= 0)
        scrollTo(m_records->index(std::max(0, anchorRow - place.rowsAbove), shownColumn()),
                 QAbstractItemView::PositionAtTop);
    else if (currentRow >= 0)
        scrollTo(m_records->index(currentRow, shownColumn()), QAbstractItemView::PositionAtCenter);
    horizontalScrollBar()->setValue(horizontal);
    Q_EMIT currentRecordChanged();
}

KeptPlace LogTableView::keptPlace() const
{
    const RecordIndex& index = m_log->records();
    const auto position = [&index](RecordNumber record) { return positionOf(index, record); };
    const TablePlace here = place();
    KeptPlace kept{.selected = {},
                   .current = here.current.transform(position),
                   .currentColumn = here.currentColumn,
                   .anchor = here.anchor.transform(position),
                   .rowsAbove = here.rowsAbove};
    for (const quint32 record : here.selected)
        kept.selected.push_back(position(RecordNumber(record)));
    return kept;
}

void LogTableView::goTo(const KeptPlace& place)
{
    const RecordIndex& index = m_log->records();
    const auto find = [&index](const LogPosition& position) { return findRecord(index, position); };
    TablePlace there{.selected = {},
                     .current = place.current.and_then(find),
                     .currentColumn = place.currentColumn,
                     .anchor = place.anchor.and_then(find),
                     .rowsAbove = place.rowsAbove};
    for (const LogPosition& position : place.selected) {
        if (const auto record = find(position))
            there.selected.push_back(qToUnderlying(*record));
    }
    goTo(there);
}

bool LogTableView::isAtEnd() const
{
    return verticalScrollBar()->value() == verticalScrollBar()->maximum();
}

int LogTableView::shownColumn() const
{
    const std::vector<int> columns = shownColumns();
    return columns.empty() ? 0 : columns.front();
}

bool LogTableView::showRecord(RecordNumber record)
{
    const int row = m_records->rows()->rowOf(record);
    if (row < 0)
        return false;
    const QModelIndex current = currentIndex();
    const bool hasColumn = current.isValid() && !isIndexHidden(current); // with other logs it may have been hidden
    setCurrentIndex(m_records->index(row, hasColumn ? current.column() : shownColumn()));
    scrollTo(currentIndex());
    return true;
}

void LogTableView::setBookmarks(const BookmarkModel* bookmarks)
{
    m_bookmarks = bookmarks;
    m_delegate->setBookmarks(bookmarks);
    const auto repaint = [this] { viewport()->update(); };
    connect(bookmarks, &BookmarkModel::countChanged, this, repaint);
}

void LogTableView::markText(const FoundText& text)
{
    m_delegate->setMarkedText(text);
    viewport()->update();
}

void LogTableView::markRecords(const RowsPointer& marked)
{
    m_delegate->setMarkedRecords(marked);
    viewport()->update();
}

std::optional<int> LogTableView::showCellWith(const FoundText& text)
{
    // A cell shows more than the log holds: a code with its title. And less: the start of a long value.
    const auto holdsText = [&](int column) {
        const QModelIndex cell = m_records->index(currentIndex().row(), column);
        return text.isIn(cell.data(RawTextRole).toString()) || text.isIn(cell.data(Qt::DisplayRole).toString());
    };
    const std::vector<int> shown = shownColumns();
    if (std::ranges::contains(shown, currentIndex().column()) && holdsText(currentIndex().column())) {
        scrollTo(currentIndex());
        return currentIndex().column();
    }
    if (const auto column = std::ranges::find_if(shown, holdsText); column != shown.end()) {
        setCurrentIndex(m_records->index(currentIndex().row(), *column));
        scrollTo(currentIndex());
        return *column;
    }
    for (int column = 0; column < m_records->columnCount(); ++column)
        if (holdsText(column))
            return column;
    return std::nullopt;
}

void LogTableView::showFirstRecord()
{
    if (!currentIndex().isValid())
        goToFirstRow();
}

void LogTableView::goToFirstRow()
{
    if (m_records->rowCount() > 0)
        showRecord(recordAt(0));
}

void LogTableView::fillColumnMenu(QMenu* menu)
{
    m_columns->fillMenu(menu);
}

void LogTableView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void LogTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    UniformTableView::currentChanged(current, previous);
    if (current.row() == previous.row())
        return;
    m_standIn.reset();
    Q_EMIT currentRecordChanged();
    if (m_isStepping || state() == DragSelectingState)
        Q_EMIT stepped();
    else if (current.isValid() && previous.isValid())
        Q_EMIT jumped(recordAt(previous.row()), recordAt(current.row()));
}

void LogTableView::paintEvent(QPaintEvent* event)
{
    UniformTableView::paintEvent(event);
    if (m_bookmarks && m_bookmarks->rowCount() > 0) {
        QPainter painter(viewport());
        paintBookmarks(&painter, event->rect());
    }
    if (model()->rowCount() == 0 && !m_emptyText.isEmpty()) {
        QPainter painter(viewport());
        painter.setPen(quietTextColor(palette()));
        painter.drawText(viewport()->rect().adjusted(16, 16, -16, -16), int(Qt::AlignCenter) | int(Qt::TextWordWrap),
                         m_emptyText);
    }
}

/// A wedge in the colour of the text, which no result has; it stands out before a bar at the same edge.
void LogTableView::paintBookmarks(QPainter* painter, const QRect& area) const
{
    constexpr double width = 7; // about what lies before the text of a cell
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const RowGeometry rows = rowGeometry();
    const int last = rows.rowNear(area.bottom());
    for (int row = rows.rowNear(area.top()); row >= 0 && row <= last; ++row) {
        if (m_bookmarks->rowOf(recordAt(row)) < 0)
            continue;
        const bool isSelected = selectionModel()->isSelected(model()->index(row, 0));
        const double middle = double(rows.positionOf(row)) + rows.rowHeight / 2.0;
        painter->setBrush(palette().color(isSelected ? QPalette::HighlightedText : QPalette::Text));
        painter->drawPolygon(QPolygonF{{0, middle - width}, {width, middle}, {0, middle + width}});
    }
}

void LogTableView::changeEvent(QEvent* event)
{
    UniformTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setRowHeight(fontMetrics().height() + 6);
}

void LogTableView::keyPressEvent(QKeyEvent* event)
{
    // A table takes Home and End for the row's ends; in a log people mean its first and last record.
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)) {
        const int row = event->key() == Qt::Key_Home ? 0 : model()->rowCount() - 1;
        if (row >= 0)
            showRecord(recordAt(row));
        return;
    }
    const QScopedValueRollback guard(m_isStepping, true);
    UniformTableView::keyPressEvent(event);
}

void LogTableView::mousePressEvent(QMouseEvent* event)
{
    if (isForTheWindow(*event))
        event->ignore();
    else
        UniformTableView::mousePressEvent(event);
}

void LogTableView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (isForTheWindow(*event)) // pressed twice in quick succession
        event->ignore();
    else
        UniformTableView::mouseDoubleClickEvent(event);
}

} // namespace TmgLens
