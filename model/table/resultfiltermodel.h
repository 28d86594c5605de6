// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filtermatcher.h"
#include "model/table/logtablemodel.h"

#include <QAbstractProxyModel>

namespace TmgLens {

/**
 * The visible records: which, and in which order.
 *
 * Rows are computed off the GUI thread and swapped in at once; the last request wins. While one is under way the old
 * rows stay. GUI thread only.
 */
class ResultFilterModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit ResultFilterModel(LogTableModel* source, QObject* parent = nullptr);
    /// Cancels and waits.
    ~ResultFilterModel() override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& sourceIndex) const override;

    /// Starts to apply @p filter; updated() or failed() follows.
    void setFilter(const RecordFilter& filter);
    [[nodiscard]] const RecordFilter& filter() const { return m_filter; }

    /// Starts to sort by @p column, stably; a column below 0 gives back the order of the file.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

    /// Stops what is under way; the rows stay as they are.
    void cancel();
    [[nodiscard]] bool isBusy() const;

    /// Record numbers of the visible rows, in view order; a shared, immutable copy for jobs.
    [[nodiscard]] std::shared_ptr<const std::vector<quint32>> visibleRecords() const;
    /// The row that shows @p record, or -1.
    [[nodiscard]] int rowOf(RecordNumber record) const;

Q_SIGNALS:
    void busyChanged(bool busy);
    /// 0 to 100, of the running job.
    void progressChanged(int percent);
    /// Rows are what filter and order ask for.
    void updated();
    void failed(const TmgLens::LoadError& error);

private:
    RecordFilter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace TmgLens
