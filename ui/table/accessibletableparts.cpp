// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/accessibletableparts.h"

#include "ui/table/uniformtableview.h"

#include <QHeaderView>

namespace TmgLens {

AccessibleTablePart::AccessibleTablePart(UniformTableView* view, int row, int column)
    : m_view(view)
    , m_row(row)
    , m_column(column)
{
}

bool AccessibleTablePart::isValid() const
{
    return m_view && m_view->model() && m_row < m_view->model()->rowCount()
        && m_column < m_view->model()->columnCount();
}

QAccessibleInterface* AccessibleTablePart::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QString AccessibleTitle::text(QAccessible::Text part) const
{
    if (!isValid() || part != QAccessible::Name)
        return {};
    return view()->model()->headerData(column(), Qt::Horizontal).toString();
}

QRect AccessibleTitle::rect() const
{
    if (!isValid())
        return {};
    const QHeaderView* header = view()->horizontalHeader();
    const QPoint corner(header->sectionViewportPosition(column()), 0);
    return {header->viewport()->mapToGlobal(corner), QSize(header->sectionSize(column()), header->height())};
}

QAccessible::State AccessibleTitle::state() const
{
    QAccessible::State state;
    state.invisible = !isValid() || view()->horizontalHeader()->isSectionHidden(column());
    return state;
}

void* AccessibleCell::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface*>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface*>(this);
    return nullptr;
}

QModelIndex AccessibleCell::index() const
{
    return isValid() ? view()->model()->index(row(), column()) : QModelIndex();
}

QString AccessibleCell::text(QAccessible::Text part) const
{
    if (part != QAccessible::Name)
        return {};
    const QVariant spoken = index().data(Qt::AccessibleTextRole);
    return spoken.isValid() ? spoken.toString() : index().data().toString();
}

QRect AccessibleCell::rect() const
{
    if (!isValid())
        return {};
    const QRect inViewport = view()->visualRect(index());
    return {view()->viewport()->mapToGlobal(inViewport.topLeft()), inViewport.size()};
}

QAccessible::State AccessibleCell::state() const
{
    QAccessible::State state;
    state.invisible = !isValid() || !view()->viewport()->rect().intersects(view()->visualRect(index()));
    state.selected = isSelected();
    state.selectable = isValid();
    state.focusable = isValid();
    state.focused = isValid() && view()->currentIndex() == index();
    state.multiSelectable = isValid() && view()->selectionMode() == QAbstractItemView::MultiSelection;
    state.extSelectable = isValid() && view()->selectionMode() == QAbstractItemView::ExtendedSelection;
    return state;
}

bool AccessibleCell::isSelected() const
{
    return isValid() && view()->selectionModel()->isSelected(index());
}

QList<QAccessibleInterface*> AccessibleCell::columnHeaderCells() const
{
    return isValid() ? QList<QAccessibleInterface*>{parent()->child(column())} : QList<QAccessibleInterface*>();
}

void AccessibleCell::doAction(const QString& name)
{
    if (isValid() && name == toggleAction())
        view()->selectionModel()->select(index(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

} // namespace TmgLens
