// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filtermatcher.h"
#include "model/index/timeorder.h"
#include "model/table/logtablemodel.h"
#include "model/table/recordrows.h"

#include <QAbstractProxyModel>
#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QTimer>

namespace TmgLens {

/**
 * The visible records: which, and in which order.
 *
 * A filter by category alone is applied at once. Other rows are computed off the GUI thread and swapped in at once; the
 * last request wins. While one is under way the old rows stay. Records that are added to the source are looked at as
 * they come, but with pauses where that is work, so that it does not take the processors from the loading. GUI thread
 * only.
 */
class ResultFilterModel : public QAbstractProxyModel
{
    Q_OBJECT

public:
    explicit ResultFilterModel(LogTableModel* source, QObject* parent = nullptr);
    /// Cancels. A job that hangs in a read is left behind; it shares nothing with anybody.
    ~ResultFilterModel() override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& sourceIndex) const override;

    /// Starts to apply @p filter; updated() or failed() follows, the first perhaps before the function returns.
    void setFilter(const RecordFilter& filter);
    [[nodiscard]] const RecordFilter& filter() const { return m_wanted.filter; }

    /**
     * Whether records stand in the order of their times where no column is sorted by, instead of that of their logs:
     * for logs that are looked at as one. Takes effect as a filter does.
     */
    void setTimeOrder(bool isByTime);

    /// Starts to sort by @p column, stably; a column below 0 gives back the order of time, or that of the logs.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sortColumn() const { return m_wanted.sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_wanted.sortOrder; }

    /// Stops what is under way; the rows stay as they are, and so filter() and sortColumn() are again what they show.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_watcher != nullptr; }

    /// Whether the numbers of the records ascend with the rows: they do but for the order of a column or of time.
    [[nodiscard]] bool areRowsAscending() const { return isOrderOfFiles(m_shown); }
    /// The rows as they are now, also for jobs on other threads.
    [[nodiscard]] const RowsPointer& rows() const { return m_rows; }

Q_SIGNALS:
    void busyChanged(bool busy);
    /// 0 to 100, of the running job.
    void progressChanged(int percent);
    /// Rows are what filter and order ask for, of the records that were there when they were looked for.
    void updated();
    void failed(const TmgLens::LoadError& error);

private:
    /// What the rows are to be.
    struct View
    {
        RecordFilter filter = {};
        int sortColumn = -1;
        Qt::SortOrder sortOrder = Qt::AscendingOrder;
        bool isByTime = false; ///< Where no column is sorted by.
    };

    /// What a job found.
    struct Answer
    {
        std::expected<RowsPointer, LoadError> rows;
        TimeOrderPointer timeOrder = {}; ///< Null if it was not needed.
        bool isContinued = false; ///< The rows begin with those that were there.
        quint32 end = 0; ///< The job looked at records up to here.
    };
    struct Request;

    static std::expected<SharedNumbers, LoadError> findNumbers(const Request& request, const TimeOrderPointer& order,
                                                               const std::function<void(int)>& progress);
    static void computeRows(const Request& request, Answer& answer, const std::function<void(int)>& progress);
    static void runJob(QPromise<Answer>& promise, const Request& request);
    [[nodiscard]] bool isOrderOfFiles(const View& view) const;
    [[nodiscard]] bool isByCategory(const View& view) const;
    void refresh();
    void startJob(const RowsPointer& before = {});
    void abandonJob();
    void takeAnswer();
    void returnToShown();
    [[nodiscard]] RowsPointer categoryRows() const;
    void replaceRows(const RowsPointer& rows);
    void continueRows(const RowsPointer& rows);
    void connectSource();
    void moveSortColumns(int first, int count);
    void leaveDerivedOrder();
    void growWithSource();

    LogTableModel* m_log;
    View m_wanted; // what the last request asked for
    View m_shown; // what the rows answer

    RowsPointer m_rows;
    TimeOrderPointer m_timeOrder; // null until it is needed
    quint32 m_examined = 0; // records that the rows speak of

    std::unique_ptr<QFutureWatcher<Answer>> m_watcher; // of the running job
    std::stop_source m_stop;
    QElapsedTimer m_clock; // since the running job began
    QTimer m_pause; // before the next look at records that have been added
};

} // namespace TmgLens
