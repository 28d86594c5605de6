// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/savedfiltermodel.h"

namespace TmgLens {

namespace {

/// What @p column shows of a filter.
QString& part(SavedFilter& filter, int column)
{
    switch (column) {
    case SavedFilterModel::Name:
        return filter.name;
    case SavedFilterModel::Filter:
        return filter.filter;
    default:
        return filter.notes;
    }
}

} // namespace

void SavedFilterModel::setFilters(const QList<SavedFilter>& filters)
{
    beginResetModel();
    m_filters = filters;
    endResetModel();
}

int SavedFilterModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_filters.size());
}

int SavedFilterModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant SavedFilterModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    SavedFilter filter = m_filters[index.row()];
    return part(filter, index.column());
}

QVariant SavedFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Filter:
        return tr("Filter");
    default:
        return tr("Notes");
    }
}

Qt::ItemFlags SavedFilterModel::flags(const QModelIndex& index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

bool SavedFilterModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    SavedFilter filter = m_filters[index.row()];
    const QString text = value.toString();
    part(filter, index.column()) = index.column() == Filter ? text.trimmed() : text.simplified();
    if (const QString sentence = mistakeIn(filter, index.row()); !sentence.isEmpty()) {
        Q_EMIT refused(sentence);
        return false;
    }
    m_filters[index.row()] = filter;
    Q_EMIT dataChanged(index, index);
    return true;
}

QString SavedFilterModel::mistakeIn(const SavedFilter& filter, int row) const
{
    if (filter.name.isEmpty())
        return tr("A filter needs a name.");
    for (qsizetype other = 0; other < m_filters.size(); ++other) {
        if (other != row && m_filters[other].name == filter.name)
            return tr("Another filter is called “%1”.").arg(filter.name);
    }
    return filter.filter.isEmpty() ? tr("A filter needs an expression.") : describeFirstMistake({filter});
}

bool SavedFilterModel::removeRows(int row, int count, const QModelIndex& parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > m_filters.size())
        return false;
    beginRemoveRows(parent, row, row + count - 1);
    m_filters.remove(row, count);
    endRemoveRows();
    return true;
}

void SavedFilterModel::moveFilter(int row, int step)
{
    const int target = row + step;
    if (step == 0 || row < 0 || row >= rowCount() || target < 0 || target >= rowCount())
        return;
    beginMoveRows({}, row, row, {}, step > 0 ? target + 1 : target);
    m_filters.move(row, target);
    endMoveRows();
}

} // namespace TmgLens
