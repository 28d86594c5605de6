// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

namespace TmgLens::Test {

/// Any number of rows that take no memory; tells how often it was asked for anything.
class NumbersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit NumbersModel(int rows, int columns = 5) : m_rows(rows), m_columns(columns) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        ++calls;
        return parent.isValid() ? 0 : m_rows;
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override
    {
        ++calls;
        return parent.isValid() ? 0 : m_columns;
    }
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override
    {
        ++calls;
        return QAbstractTableModel::index(row, column, parent);
    }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override
    {
        ++calls;
        return QAbstractTableModel::flags(index);
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override
    {
        ++calls;
        return role == Qt::DisplayRole ? QStringLiteral("%1 × %2").arg(index.row()).arg(index.column()) : QVariant();
    }

    void append(int rows)
    {
        beginInsertRows({}, m_rows, m_rows + rows - 1);
        m_rows += rows;
        endInsertRows();
    }
    void remove(int first, int last)
    {
        beginRemoveRows({}, first, last);
        m_rows -= last - first + 1;
        endRemoveRows();
    }
    void replace(int rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    void changeEverything() { Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, m_columns - 1)); }

    mutable qint64 calls = 0;

private:
    int m_rows;
    int m_columns;
};

} // namespace TmgLens::Test
