// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/accessibletable.h"

#include "ui/table/accessibletableparts.h"
#include "ui/table/uniformtableview.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QHeaderView>

#include <algorithm>
#include <limits>
#include <utility>

namespace TmgLens {

namespace {

/// Nobody listens to more, and a list of all records of a log would fill the memory.
constexpr int maximumListed = 1000;

int toCount(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

/// The titles come first among its children, then the cells, row by row. Columns are those of the model.
class AccessibleTable final : public QAccessibleWidget,
                              public QAccessibleTableInterface,
                              public QAccessibleSelectionInterface
{
public:
    explicit AccessibleTable(UniformTableView* view) : QAccessibleWidget(view, QAccessible::Table) {}
    ~AccessibleTable() override { forgetChildren(); }

    void* interface_cast(QAccessible::InterfaceType type) override;

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface* child(int number) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;
    [[nodiscard]] QAccessibleInterface* focusChild() const override;

    [[nodiscard]] int rowCount() const override { return view()->rowGeometry().rowCount; }
    [[nodiscard]] int columnCount() const override { return view()->horizontalHeader()->count(); }
    [[nodiscard]] QAccessibleInterface* cellAt(int row, int column) const override;
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int row) const override;
    [[nodiscard]] QAccessibleInterface* caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* summary() const override { return nullptr; }
    void modelChange(QAccessibleTableModelChangeEvent* event) override;

    [[nodiscard]] int selectedRowCount() const override;
    [[nodiscard]] QList<int> selectedRows() const override;
    [[nodiscard]] bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool unselectRow(int row) override;

    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectColumn(int) override { return false; }

    [[nodiscard]] int selectedCellCount() const override { return selectedItemCount(); }
    [[nodiscard]] QList<QAccessibleInterface*> selectedCells() const override { return selectedItems(); }
    [[nodiscard]] int selectedItemCount() const override;
    [[nodiscard]] QList<QAccessibleInterface*> selectedItems() const override;
    [[nodiscard]] QAccessibleInterface* selectedItem(int number) const override;
    bool select(QAccessibleInterface* child) override { return selectRow(rowOf(child)); }
    bool unselect(QAccessibleInterface* child) override { return unselectRow(rowOf(child)); }
    bool selectAll() override;
    bool clear() override;

private:
    [[nodiscard]] UniformTableView* view() const { return static_cast<UniformTableView*>(widget()); }
    [[nodiscard]] QAccessibleInterface* childIn(int row, int column) const;
    [[nodiscard]] static int rowOf(const QAccessibleInterface* child);
    [[nodiscard]] bool hasRow(int row) const { return row >= 0 && row < rowCount(); }
    void forgetChildren() const;

    mutable QHash<std::pair<int, int>, QAccessible::Id> m_children; // that were asked for, by row and column
};

void* AccessibleTable::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableInterface)
        return static_cast<QAccessibleTableInterface*>(this);
    if (type == QAccessible::SelectionInterface)
        return static_cast<QAccessibleSelectionInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

int AccessibleTable::childCount() const
{
    return toCount((qint64(rowCount()) + 1) * columnCount());
}

QAccessibleInterface* AccessibleTable::child(int number) const
{
    if (number < 0 || number >= childCount())
        return nullptr;
    return childIn(number / columnCount() + AccessibleTablePart::titleRow, number % columnCount());
}

QAccessibleInterface* AccessibleTable::childIn(int row, int column) const
{
    if (const auto known = m_children.constFind({row, column}); known != m_children.cend())
        return QAccessible::accessibleInterface(*known);
    QAccessibleInterface* made = nullptr;
    if (row == AccessibleTablePart::titleRow)
        made = new AccessibleTitle(view(), column);
    else
        made = new AccessibleCell(view(), row, column);
    m_children.insert({row, column}, QAccessible::registerAccessibleInterface(made)); // which owns it
    return made;
}

void AccessibleTable::forgetChildren() const
{
    for (const QAccessible::Id child : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(child);
    m_children.clear();
}

QAccessibleInterface* AccessibleTable::childAt(int x, int y) const
{
    const QWidget* header = view()->horizontalHeader()->viewport();
    const QPoint inHeader = header->mapFromGlobal(QPoint(x, y));
    if (header->isVisible() && header->rect().contains(inHeader)) {
        const int column = view()->horizontalHeader()->logicalIndexAt(inHeader);
        return column >= 0 ? childIn(AccessibleTablePart::titleRow, column) : nullptr;
    }
    const QPoint inRows = view()->viewport()->mapFromGlobal(QPoint(x, y));
    const QModelIndex index = view()->viewport()->rect().contains(inRows) ? view()->indexAt(inRows) : QModelIndex();
    return index.isValid() ? childIn(index.row(), index.column()) : nullptr;
}

int AccessibleTable::indexOfChild(const QAccessibleInterface* child) const
{
    const auto* part = dynamic_cast<const AccessibleTablePart*>(child);
    if (!part || part->parent() != this)
        return -1;
    const qint64 number = qint64(part->row() - AccessibleTablePart::titleRow) * columnCount() + part->column();
    return number < childCount() ? int(number) : -1;
}

QAccessibleInterface* AccessibleTable::focusChild() const
{
    const QModelIndex current = view()->currentIndex();
    return current.isValid() ? childIn(current.row(), current.column()) : nullptr;
}

QAccessibleInterface* AccessibleTable::cellAt(int row, int column) const
{
    return hasRow(row) && column >= 0 && column < columnCount() ? childIn(row, column) : nullptr;
}

QString AccessibleTable::columnDescription(int column) const
{
    return view()->model() ? view()->model()->headerData(column, Qt::Horizontal).toString() : QString();
}

QString AccessibleTable::rowDescription(int row) const
{
    return hasRow(row) ? view()->model()->headerData(row, Qt::Vertical).toString() : QString();
}

void AccessibleTable::modelChange(QAccessibleTableModelChangeEvent* event)
{
    using Event = QAccessibleTableModelChangeEvent;
    const bool isAppended = event->modelChangeType() == Event::RowsInserted && event->lastRow() == rowCount() - 1;
    if (event->modelChangeType() != Event::DataChanged && !isAppended)
        forgetChildren(); // others are in their places now
}

int AccessibleTable::selectedRowCount() const
{
    qint64 count = 0;
    for (const auto& [first, last] : view()->selectedRows())
        count += last - first + 1;
    return toCount(count);
}

QList<int> AccessibleTable::selectedRows() const
{
    QList<int> rows;
    for (const auto& [first, last] : view()->selectedRows())
        for (int row = first; row <= last && rows.size() < maximumListed; ++row)
            rows += row;
    return rows;
}

bool AccessibleTable::isRowSelected(int row) const
{
    return hasRow(row) && view()->selectionModel()->isSelected(view()->model()->index(row, 0));
}

bool AccessibleTable::selectRow(int row)
{
    if (!hasRow(row))
        return false;
    view()->selectionModel()->select(view()->model()->index(row, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    return true;
}

bool AccessibleTable::unselectRow(int row)
{
    if (!hasRow(row))
        return false;
    view()->selectionModel()->select(view()->model()->index(row, 0),
                                     QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    return true;
}

int AccessibleTable::rowOf(const QAccessibleInterface* child)
{
    const auto* part = dynamic_cast<const AccessibleTablePart*>(child);
    return part ? part->row() : -1;
}

int AccessibleTable::selectedItemCount() const
{
    return toCount(qint64(selectedRowCount()) * columnCount());
}

QList<QAccessibleInterface*> AccessibleTable::selectedItems() const
{
    QList<QAccessibleInterface*> cells;
    for (int number = 0; number < std::min(selectedItemCount(), maximumListed); ++number)
        cells += selectedItem(number);
    return cells;
}

QAccessibleInterface* AccessibleTable::selectedItem(int number) const
{
    if (number < 0 || number >= selectedItemCount())
        return nullptr;
    int rowsBefore = number / columnCount();
    for (const auto& [first, last] : view()->selectedRows()) {
        if (rowsBefore <= last - first)
            return childIn(first + rowsBefore, number % columnCount());
        rowsBefore -= last - first + 1;
    }
    return nullptr;
}

bool AccessibleTable::selectAll()
{
    view()->selectAll();
    return true;
}

bool AccessibleTable::clear()
{
    view()->clearSelection();
    return true;
}

QAccessibleInterface* createInterface(const QString&, QObject* object)
{
    auto* view = qobject_cast<UniformTableView*>(object);
    return view ? new AccessibleTable(view) : nullptr;
}

} // namespace

void installAccessibleTables()
{
    QAccessible::installFactory(createInterface);
}

} // namespace TmgLens
