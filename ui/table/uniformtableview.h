// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/table/rowgeometry.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QTimer>

#include <utility>
#include <vector>

class QHeaderView;

namespace TmgLens {

/**
 * A table for models of any number of rows: all rows have one height, so that layout, scrolling, painting, new rows and
 * a reset cost what the rows on screen cost.
 *
 * To a person and to screen readers it is a QTableView that selects rows, scrolls down by rows and sideways by pixels,
 * and has no grid, no headers of rows and no rows that are hidden. It shows the top level of its model.
 *
 * Selecting with mouse or keys works on positions in int, as in any item view of Qt: it reaches 2^31 pixels far, which
 * are some 89 million rows.
 */
class UniformTableView : public QAbstractItemView
{
    Q_OBJECT

public:
    /// Takes @p header, whose sections are the columns.
    UniformTableView(QHeaderView* header, QWidget* parent);
    ~UniformTableView() override;

    void setModel(QAbstractItemModel* model) override;

    [[nodiscard]] QHeaderView* horizontalHeader() const { return m_header; }
    /// The columns on screen, in their order.
    [[nodiscard]] std::vector<int> shownColumns() const;
    /// The selected rows as ranges, first and last of each, ascending and apart from each other.
    [[nodiscard]] std::vector<std::pair<int, int>> selectedRows() const;
    /// Makes a column as wide as its title and its rows on screen need.
    void resizeColumnToContents(int column);

    /// Gives each row @p height pixels, 1 at least.
    void setRowHeight(int height);
    /// Where the rows are in the viewport.
    [[nodiscard]] RowGeometry rowGeometry() const;

    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] int sizeHintForRow(int row) const override;
    /// The width that the rows on screen need.
    [[nodiscard]] int sizeHintForColumn(int column) const override;
    void reset() override;
    /// Does nothing: to find what begins with the letters typed, every row of the model would have to be read.
    void keyboardSearch(const QString&) override {}

protected:
    void updateGeometries() override;
    void rowsInserted(const QModelIndex& parent, int first, int last) override;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex& index) const override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection& selection) const override;

    void initViewItemOption(QStyleOptionViewItem* option) const override;
    void paintEvent(QPaintEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    void layOutHeader();
    void layOutScrollBars();
    [[nodiscard]] int lastColumnsIn(int width) const;
    void followScrollBars();
    void paintRow(QPainter* painter, int row, QStyleOptionViewItem option, const QRegion& region);
    void paintCell(QPainter* painter, const QModelIndex& index, QStyleOptionViewItem option);
    void scrollToColumn(int column, ScrollHint hint);
    void scrollToRow(int row, ScrollHint hint);
    [[nodiscard]] int columnBeside(int column, int step) const;
    void tellScreenReader(QAccessible::Event event, const QModelIndex& index);

    QHeaderView* m_header;
    int m_rowHeight = 1;
    qint64 m_offset = 0; // of the rows that are painted
    QPoint m_pointer = {-1, -1}; // outside where it points at nothing
    bool m_isLayingOut = false;
    QTimer m_sinceClick; // a cell that is clicked comes on screen as a whole once it can be no double click
};

} // namespace TmgLens
