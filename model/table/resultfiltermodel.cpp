// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/resultfiltermodel.h"

#include "model/table/recordsorter.h"

#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>
#include <numeric>
#include <stop_token>

namespace TmgLens {

/// Everything a job needs, so that it shares nothing that can change.
struct ResultFilterModel::Request
{
    RecordIndex index;
    View view;
    quint32 first = 0;
    std::stop_token stop;
};

ResultFilterModel::ResultFilterModel(LogTableModel* source, QObject* parent)
    : QAbstractProxyModel(parent)
    , m_log(source)
    , m_shownCount(source->records().recordCount())
    , m_examined(m_shownCount)
{
    setSourceModel(source);
    connectSource();
}

ResultFilterModel::~ResultFilterModel()
{
    abandonJob();
    for (QFuture<Rows>& job : m_abandoned)
        job.waitForFinished();
}

QModelIndex ResultFilterModel::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex ResultFilterModel::parent(const QModelIndex&) const
{
    return {};
}

int ResultFilterModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return int(m_visible ? m_visible->size() : m_shownCount);
}

int ResultFilterModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_log->columnCount();
}

QVariant ResultFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // The base class goes through the first row, and so knows no columns while there are no rows.
    if (orientation == Qt::Horizontal)
        return m_log->headerData(section, orientation, role);
    const QModelIndex source = mapToSource(index(section, 0));
    return source.isValid() ? m_log->headerData(source.row(), orientation, role) : QVariant();
}

QModelIndex ResultFilterModel::mapToSource(const QModelIndex& proxyIndex) const
{
    if (!proxyIndex.isValid())
        return {};
    const auto row = std::size_t(proxyIndex.row());
    return m_log->index(m_visible ? int((*m_visible)[row]) : int(row), proxyIndex.column());
}

QModelIndex ResultFilterModel::mapFromSource(const QModelIndex& sourceIndex) const
{
    if (!sourceIndex.isValid())
        return {};
    const int row = rowOf(RecordNumber(quint32(sourceIndex.row())));
    return row < 0 ? QModelIndex() : createIndex(row, sourceIndex.column());
}

void ResultFilterModel::setFilter(const RecordFilter& filter)
{
    m_wanted.filter = filter;
    refresh();
}

void ResultFilterModel::sort(int column, Qt::SortOrder order)
{
    m_wanted.sortColumn = column;
    m_wanted.sortOrder = order;
    refresh();
}

void ResultFilterModel::cancel()
{
    if (!isBusy())
        return;
    abandonJob();
    Q_EMIT busyChanged(false);
    returnToShown();
}

void ResultFilterModel::returnToShown()
{
    m_wanted = m_shown;
    // Records that came in the meantime need no job here. Another job would have to be stopped again, or fail again.
    if (m_wanted.isPlain())
        growWithSource();
}

std::shared_ptr<const std::vector<quint32>> ResultFilterModel::visibleRecords() const
{
    if (m_visible) {
        m_visibleIsShared = true;
        return m_visible;
    }
    auto all = std::make_shared<std::vector<quint32>>(m_shownCount);
    std::ranges::iota(*all, 0U);
    return all;
}

int ResultFilterModel::rowOf(RecordNumber record) const
{
    const quint32 number = qToUnderlying(record);
    if (!m_visible)
        return number < m_shownCount ? int(number) : -1;
    if (m_shown.sortColumn < 0) {
        const auto at = std::ranges::lower_bound(*m_visible, number);
        return at != m_visible->end() && *at == number ? int(at - m_visible->begin()) : -1;
    }
    if (m_rowOfRecord.empty()) {
        m_rowOfRecord.assign(m_log->records().recordCount(), -1);
        for (std::size_t row = 0; row < m_visible->size(); ++row)
            m_rowOfRecord[(*m_visible)[row]] = qint32(row);
    }
    return number < m_rowOfRecord.size() ? m_rowOfRecord[number] : -1;
}

void ResultFilterModel::refresh()
{
    if (m_wanted.isPlain()) {
        abandonJob();
        showAll();
        Q_EMIT busyChanged(false);
        Q_EMIT updated();
        return;
    }
    startJob(0);
}

void ResultFilterModel::startJob(quint32 first)
{
    abandonJob();
    m_stop = std::stop_source();
    m_watcher = std::make_unique<QFutureWatcher<Rows>>();
    connect(m_watcher.get(), &QFutureWatcherBase::progressValueChanged, this, &ResultFilterModel::progressChanged);
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this, &ResultFilterModel::takeRows);
    Request request{.index = m_log->records(), .view = m_wanted, .first = first, .stop = m_stop.get_token()};
    m_watcher->setFuture(QtConcurrent::run(computeRows, std::move(request)));
    Q_EMIT busyChanged(true);
}

void ResultFilterModel::computeRows(QPromise<Rows>& promise, const Request& request)
{
    promise.setProgressRange(0, 100);
    const auto progress = [&promise](int percent) { promise.setProgressValue(percent); };
    Rows rows{.records = {}, .first = request.first, .end = request.index.recordCount()};
    try {
        rows.records = matchRecords(request.index, request.view.filter, request.first, request.stop, progress);
        if (rows.records && request.view.sortColumn >= 0) {
            rows.records = sortRecords(request.index, std::move(*rows.records), request.view.sortColumn,
                                       request.view.sortOrder, request.stop, progress);
        }
    } catch (const std::exception&) { // only memory can be short; Qt may have wrapped it
        rows.records = std::unexpected(LoadError{.kind = LoadError::Kind::NoMemory});
    }
    promise.addResult(std::move(rows));
}

void ResultFilterModel::abandonJob()
{
    if (!m_watcher)
        return;
    m_stop.request_stop();
    m_watcher->disconnect(this);
    // Not waited for here: sorting looks at the stop token too seldom for the GUI thread.
    std::erase_if(m_abandoned, [](const QFuture<Rows>& job) { return job.isFinished(); });
    m_abandoned.push_back(m_watcher->future());
    m_watcher.release()->deleteLater();
}

void ResultFilterModel::takeRows()
{
    Rows rows = m_watcher->future().takeResult();
    m_watcher.release()->deleteLater();
    Q_EMIT busyChanged(false);
    if (!rows.records) {
        returnToShown();
        Q_EMIT failed(rows.records.error());
        return;
    }
    m_examined = rows.end;
    if (rows.first == 0)
        replaceRows(std::move(*rows.records));
    else
        appendRows(*rows.records);
    // Records may have come while the job ran.
    growWithSource();
    if (!isBusy())
        Q_EMIT updated();
}

void ResultFilterModel::showAll()
{
    m_shown = m_wanted;
    m_examined = m_log->records().recordCount();
    if (!m_visible && m_shownCount == m_examined)
        return;
    beginResetModel();
    m_visible.reset();
    m_rowOfRecord.clear();
    m_shownCount = m_examined;
    endResetModel();
}

void ResultFilterModel::replaceRows(std::vector<quint32> records)
{
    beginResetModel();
    m_visible = std::make_shared<std::vector<quint32>>(std::move(records));
    m_visibleIsShared = false;
    m_shown = m_wanted;
    m_rowOfRecord.clear();
    endResetModel();
}

void ResultFilterModel::appendRows(const std::vector<quint32>& records)
{
    if (records.empty())
        return;
    if (m_visibleIsShared) {
        m_visible = std::make_shared<std::vector<quint32>>(*m_visible);
        m_visibleIsShared = false;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + int(records.size()) - 1);
    m_visible->insert(m_visible->end(), records.begin(), records.end());
    endInsertRows();
}

void ResultFilterModel::connectSource()
{
    connect(m_log, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!isBusy())
            growWithSource();
    });
    connect(m_log, &QAbstractItemModel::columnsAboutToBeInserted, this,
            [this](const QModelIndex&, int first, int last) { beginInsertColumns({}, first, last); });
    connect(m_log, &QAbstractItemModel::columnsInserted, this, [this] { endInsertColumns(); });
    connect(m_log, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        cancel();
        beginResetModel();
    });
    connect(m_log, &QAbstractItemModel::modelReset, this, [this] {
        m_visible.reset();
        m_rowOfRecord.clear();
        m_shownCount = m_examined = m_log->records().recordCount();
        endResetModel();
    });
    connect(m_log, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) {
                // Changes come for whole columns, in which the order of rows plays no part.
                if (rowCount() > 0)
                    Q_EMIT dataChanged(index(0, topLeft.column()), index(rowCount() - 1, bottomRight.column()), roles);
            });
}

/// Looks at the records that the rows do not speak of yet.
void ResultFilterModel::growWithSource()
{
    const quint32 count = m_log->records().recordCount();
    if (m_examined == count)
        return;
    if (m_wanted.isPlain()) {
        beginInsertRows({}, int(m_examined), int(count) - 1);
        m_shownCount = m_examined = count;
        endInsertRows();
        return;
    }
    // Under a column's order, and before the first answer to the filter, all rows are computed anew.
    const bool canAppend = m_visible && m_wanted.sortColumn < 0 && m_shown.sortColumn < 0;
    startJob(canAppend ? m_examined : 0);
}

} // namespace TmgLens
