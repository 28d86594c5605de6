// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessible>
#include <QPointer>

namespace TmgLens {

class UniformTableView;

/// What screen readers see of one place in a UniformTableView. The column is one of the model.
class AccessibleTablePart : public QAccessibleInterface
{
public:
    /// The row of all titles.
    static constexpr int titleRow = -1;

    AccessibleTablePart(UniformTableView* view, int row, int column);

    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] int column() const { return m_column; }

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override;
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}

protected:
    /// Only of use while isValid().
    [[nodiscard]] UniformTableView* view() const { return m_view; }

private:
    QPointer<UniformTableView> m_view;
    int m_row;
    int m_column;
};

/// The title of a column.
class AccessibleTitle final : public AccessibleTablePart
{
public:
    AccessibleTitle(UniformTableView* view, int column) : AccessibleTablePart(view, titleRow, column) {}

    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ColumnHeader; }
    [[nodiscard]] QString text(QAccessible::Text part) const override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::State state() const override;
};

/// A cell; what can be done with it is to select its row.
class AccessibleCell final : public AccessibleTablePart,
                             public QAccessibleTableCellInterface,
                             public QAccessibleActionInterface
{
public:
    using AccessibleTablePart::AccessibleTablePart;

    void* interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Cell; }
    [[nodiscard]] QString text(QAccessible::Text part) const override;
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::State state() const override;

    [[nodiscard]] bool isSelected() const override;
    [[nodiscard]] QList<QAccessibleInterface*> columnHeaderCells() const override;
    [[nodiscard]] QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    [[nodiscard]] int rowIndex() const override { return row(); }
    [[nodiscard]] int columnIndex() const override { return column(); }
    [[nodiscard]] int rowExtent() const override { return 1; }
    [[nodiscard]] int columnExtent() const override { return 1; }
    [[nodiscard]] QAccessibleInterface* table() const override { return parent(); }

    [[nodiscard]] QStringList actionNames() const override { return {toggleAction()}; }
    void doAction(const QString& name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    [[nodiscard]] QModelIndex index() const;
};

} // namespace TmgLens
