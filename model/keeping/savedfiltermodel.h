// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/savedfilters.h"

#include <QAbstractTableModel>

namespace TmgLens {

/// Saved filters as rows of name, expression and notes, to be edited and put in order. GUI thread only.
class SavedFilterModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Filter, Notes };

    explicit SavedFilterModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    [[nodiscard]] const QList<SavedFilter>& filters() const { return m_filters; }
    void setFilters(const QList<SavedFilter>& filters);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Refuses empty names, names that another filter has, and what is no expression.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    bool removeRows(int row, int count, const QModelIndex& parent = {}) override;

    /// Puts the filter of @p row @p step rows further down, if there are as many.
    void moveFilter(int row, int step);

Q_SIGNALS:
    /// What was written was refused, for the reason that @p sentence gives.
    void refused(const QString& sentence);

private:
    [[nodiscard]] QString mistakeIn(const SavedFilter& filter, int row) const;

    QList<SavedFilter> m_filters;
};

} // namespace TmgLens
