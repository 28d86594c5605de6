// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/resultfiltermodel.h"

#include "model/source/lentplace.h"
#include "model/table/recordsorter.h"

#include <QPromise>
#include <QtConcurrentRun>

#include <stop_token>

namespace TmgLens {

namespace {

constexpr int pauseShare = 2; // a look at added records may take so much less time than the pause after it

} // namespace

/// Everything a job needs, so that it shares nothing that can change.
struct ResultFilterModel::Request
{
    RecordIndex index;
    View view;
    quint32 first = 0; ///< Nobody has looked at the records from here on.
    RowsPointer before; ///< What was found up to there under the same view; null if all is to be looked at.
    TimeOrderPointer timeOrder; ///< The last one known.
    ClientGapsPointer clientGaps; ///< The same.
    std::stop_token stop;
};

ResultFilterModel::ResultFilterModel(LogTableModel* source, QObject* parent)
    : QAbstractProxyModel(parent)
    , m_log(source)
    , m_rows(categoryRows())
    , m_examined(source->records().recordCount())
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!isBusy())
            growWithSource();
    });
    setSourceModel(source);
    connectSource();
}

ResultFilterModel::~ResultFilterModel()
{
    abandonJob();
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
    return parent.isValid() ? 0 : int(m_rows->size());
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
    return m_log->index(int(qToUnderlying(m_rows->recordAt(proxyIndex.row()))), proxyIndex.column());
}

QModelIndex ResultFilterModel::mapFromSource(const QModelIndex& sourceIndex) const
{
    if (!sourceIndex.isValid())
        return {};
    const int row = m_rows->rowOf(RecordNumber(quint32(sourceIndex.row())));
    return row < 0 ? QModelIndex() : createIndex(row, sourceIndex.column());
}

void ResultFilterModel::setFilter(const RecordFilter& filter)
{
    m_wanted.filter = filter;
    refresh();
}

void ResultFilterModel::setTimeOrder(bool isByTime)
{
    if (m_wanted.isByTime == isByTime)
        return;
    m_wanted.isByTime = isByTime;
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
    const bool isByTime = m_wanted.isByTime; // is what the logs are, not what a person asked for
    m_wanted = m_shown;
    m_wanted.isByTime = isByTime;
    // Records that came in the meantime need no job here. Another job would have to be stopped again, or fail again.
    if (isByCategory(m_wanted))
        growWithSource();
}

/// True if rows under @p view ascend.
bool ResultFilterModel::isOrderOfFiles(const View& view) const
{
    if (view.sortColumn >= 0 || !view.isByTime)
        return view.sortColumn < 0;
    return m_timeOrder && m_timeOrder->end == m_log->records().recordCount() && m_timeOrder->isOrderOfFiles();
}

/// True if CategoryRows can show @p view.
bool ResultFilterModel::isByCategory(const View& view) const
{
    return view.filter.expression.isEmpty() && !view.filter.onlyMalformed && !view.filter.picked
        && isOrderOfFiles(view);
}

void ResultFilterModel::refresh()
{
    if (!isByCategory(m_wanted)) {
        startJob();
        return;
    }
    abandonJob();
    const quint32 count = m_log->records().recordCount();
    const bool isShown = isByCategory(m_shown) && m_shown.filter.selection == m_wanted.filter.selection
        && m_shown.filter.hiddenFiles == m_wanted.filter.hiddenFiles && m_shown.isByTime == m_wanted.isByTime;
    if (!isShown || m_examined != count)
        replaceRows(categoryRows());
    m_examined = count;
    Q_EMIT busyChanged(false);
    Q_EMIT updated();
}

/// Looks for the rows anew, or for those that follow @p before.
void ResultFilterModel::startJob(const RowsPointer& before)
{
    abandonJob();
    m_stop = std::stop_source();
    m_watcher = std::make_unique<QFutureWatcher<Answer>>();
    connect(m_watcher.get(), &QFutureWatcherBase::progressValueChanged, this, &ResultFilterModel::progressChanged);
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this, &ResultFilterModel::takeAnswer);
    Request request{.index = m_log->records(),
                    .view = m_wanted,
                    .first = m_examined,
                    .before = before,
                    .timeOrder = m_timeOrder,
                    .clientGaps = m_log->clientGaps(),
                    .stop = m_stop.get_token()};
    m_clock.start();
    m_watcher->setFuture(QtConcurrent::run(runJob, std::move(request)));
    Q_EMIT busyChanged(true);
}

void ResultFilterModel::runJob(QPromise<Answer>& promise, const Request& request)
{
    const LentPlace lent;
    promise.setProgressRange(0, 100);
    const auto progress = [&promise](int percent) { promise.setProgressValue(percent); };
    Answer answer{.rows = {}, .end = request.index.recordCount()};
    try {
        computeRows(request, answer, progress);
    } catch (const std::exception&) { // only memory can be short; Qt may have wrapped it
        answer.rows = std::unexpected(LoadError{.kind = LoadError::Kind::NoMemory});
    }
    promise.addResult(std::move(answer));
}

/// The numbers of the records in the order of their rows, where @p order is that of time.
std::expected<SharedNumbers, LoadError> ResultFilterModel::findNumbers(const Request& request,
                                                                       const TimeOrderPointer& order,
                                                                       const std::function<void(int)>& progress)
{
    const auto& [index, view, examined, before, knownOrder, gaps, stop] = request;
    const bool isSorted = view.sortColumn >= 0;
    const bool isByTime = !isSorted && view.isByTime;
    if (isByTime && view.filter.isEmpty() && !order->isOrderOfFiles())
        return SharedNumbers(order, &order->records);
    const bool isAdded = before && !isSorted;
    auto found = matchRecords(index, view.filter, isAdded ? examined : 0, stop, progress);
    if (found && isSorted)
        found = sortRecords(index, std::move(*found), view.sortColumn, view.sortOrder, stop, progress, gaps, order);
    if (!found)
        return std::unexpected(found.error());
    if (isAdded) {
        std::vector<quint32> numbers = before->numbers();
        if (isByTime)
            std::ranges::sort(numbers);
        numbers.insert(numbers.end(), found->begin(), found->end());
        *found = std::move(numbers);
    }
    if (isByTime)
        *found = inOrder(*order, std::move(*found));
    return std::make_shared<const std::vector<quint32>>(std::move(*found));
}

void ResultFilterModel::computeRows(const Request& request, Answer& answer, const std::function<void(int)>& progress)
{
    const auto& [index, view, examined, before, knownOrder, gaps, stop] = request;
    if (view.isByTime)
        answer.timeOrder = knownOrder && knownOrder->end == index.recordCount()
            ? knownOrder
            : std::make_shared<const TimeOrder>(timeOrder(index, stop));
    const auto numbers = findNumbers(request, answer.timeOrder, progress);
    if (!numbers) {
        answer.rows = std::unexpected(numbers.error());
        return;
    }
    const bool isSorted = view.sortColumn >= 0;
    const bool isOrderOfFiles = !isSorted && (!view.isByTime || answer.timeOrder->isOrderOfFiles());
    answer.isContinued = before && !isSorted && before->size() <= (*numbers)->size()
        && std::ranges::equal(before->numbers(), std::span(**numbers).first(before->size()));
    answer.rows = isOrderOfFiles ? std::make_shared<const ListedRows>(*numbers)
                                 : std::make_shared<const ListedRows>(*numbers, index.recordCount());
}

void ResultFilterModel::abandonJob()
{
    if (!m_watcher)
        return;
    m_stop.request_stop();
    m_watcher->disconnect(this);
    // Not waited for: until a job has seen the stop token is longer than the GUI thread may take.
    m_watcher.release()->deleteLater();
}

void ResultFilterModel::takeAnswer()
{
    const Answer answer = m_watcher->future().takeResult();
    m_watcher.release()->deleteLater();
    Q_EMIT busyChanged(false);
    if (!answer.rows) {
        returnToShown();
        Q_EMIT failed(answer.rows.error());
        return;
    }
    m_examined = answer.end;
    if (answer.timeOrder)
        m_timeOrder = answer.timeOrder;
    if (answer.isContinued)
        continueRows(*answer.rows);
    else
        replaceRows(*answer.rows);
    m_pause.start(std::chrono::milliseconds(pauseShare * m_clock.elapsed()));
    growWithSource(); // records may have come while the job ran
    if (!isBusy())
        Q_EMIT updated();
}

RowsPointer ResultFilterModel::categoryRows() const
{
    return std::make_shared<const CategoryRows>(m_log->records(), m_wanted.filter.selection,
                                                m_wanted.filter.hiddenFiles);
}

void ResultFilterModel::replaceRows(const RowsPointer& rows)
{
    beginResetModel();
    m_rows = rows;
    m_shown = m_wanted;
    endResetModel();
}

void ResultFilterModel::continueRows(const RowsPointer& rows)
{
    if (rows->size() == m_rows->size()) {
        m_rows = rows;
        return;
    }
    beginInsertRows({}, int(m_rows->size()), int(rows->size()) - 1);
    m_rows = rows;
    endInsertRows();
}

void ResultFilterModel::connectSource()
{
    connect(m_log, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!isBusy())
            growWithSource();
    });
    connect(m_log, &QAbstractItemModel::columnsAboutToBeInserted, this,
            [this](const QModelIndex&, int first, int last) {
                beginInsertColumns({}, first, last);
                if (first > 0) // else it is the log that is read again, with the columns that it had
                    moveSortColumns(first, last - first + 1);
            });
    connect(m_log, &QAbstractItemModel::columnsInserted, this, [this] { endInsertColumns(); });
    connect(m_log, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (isBusy()) {
            abandonJob();
            Q_EMIT busyChanged(false);
        }
        leaveDerivedOrder();
        beginResetModel();
    });
    connect(m_log, &QAbstractItemModel::modelReset, this, [this] {
        m_timeOrder.reset();
        m_rows = categoryRows();
        m_shown = m_wanted; // no row is any filter's answer, and any order
        m_examined = m_log->records().recordCount();
        endResetModel();
    });
    connect(m_log, &LogTableModel::timesChanged, this, [this] {
        m_timeOrder.reset();
        if (m_log->rowCount() > 0 && !isByCategory(m_wanted))
            startJob();
    });
    connect(m_log, &QAbstractItemModel::headerDataChanged, this, &QAbstractItemModel::headerDataChanged);
    connect(m_log, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) {
                // Changes come for one record, or for whole columns, in which the order of rows plays no part.
                if (topLeft.row() == bottomRight.row()) {
                    if (const QModelIndex first = mapFromSource(topLeft); first.isValid())
                        Q_EMIT dataChanged(first, mapFromSource(bottomRight), roles);
                } else if (rowCount() > 0)
                    Q_EMIT dataChanged(index(0, topLeft.column()), index(rowCount() - 1, bottomRight.column()), roles);
            });
}

/// Follows a sort column that moves on before @p count new ones.
void ResultFilterModel::moveSortColumns(int first, int count)
{
    for (View* view : {&m_wanted, &m_shown})
        view->sortColumn += view->sortColumn >= first ? count : 0;
}

/// Where the derived columns stand in a log that is read again, is known only when all its columns are.
void ResultFilterModel::leaveDerivedOrder()
{
    for (View* view : {&m_wanted, &m_shown})
        view->sortColumn = derivedColumn(m_log->records().columns(), view->sortColumn) ? -1 : view->sortColumn;
}

/// Looks at the records that the rows do not speak of yet.
void ResultFilterModel::growWithSource()
{
    const quint32 count = m_log->records().recordCount();
    if (m_examined == count)
        return;
    if (isByCategory(m_wanted)) {
        m_examined = count;
        continueRows(categoryRows());
        return;
    }
    if (m_pause.isActive())
        return;
    // Under a column's order all rows are computed anew.
    startJob(m_wanted.sortColumn < 0 && m_examined > 0 ? m_rows : nullptr);
}

} // namespace TmgLens
