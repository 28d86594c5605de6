// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/facets/facetcounting.h"

#include "model/table/resultfiltermodel.h"
#include "ui/facets/facetterm.h"

#include <algorithm>

namespace TmgLens {

using namespace std::chrono_literals;

namespace {

constexpr auto changeDelay = 20ms; // several changes come at once
constexpr auto growthDelay = 1000ms;
constexpr int growthShare = 4; // pauses while a log grows are so many times as long as the counting

/// Off the GUI thread: the numbers of millions of rows take a while.
FacetAnswer countVisible(const RecordIndex& index, const RowsPointer& rows, const FacetQuery& query,
                         const std::stop_token& stop)
{
    if (rows->size() == index.recordCount())
        return countFacets(index, nullptr, query, stop);
    std::vector<quint32> visible = rows->numbers();
    if (!std::ranges::is_sorted(visible)) // in a column's order
        std::ranges::sort(visible);
    return countFacets(index, &visible, query, stop);
}

} // namespace

FacetCounting::FacetCounting(const LogTableModel* log, const ResultFilterModel* records, QObject* parent)
    : QObject(parent)
    , m_log(log)
    , m_records(records)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &FacetCounting::start);
    connect(records, &QAbstractItemModel::modelReset, this, &FacetCounting::refresh);
    connect(records, &ResultFilterModel::updated, this, &FacetCounting::follow);
    connect(records, &QAbstractItemModel::rowsInserted, this, &FacetCounting::follow);
    connect(records, &ResultFilterModel::busyChanged, this, [this](bool isBusy) {
        if (!isBusy && m_isWaiting)
            refresh();
    });
}

void FacetCounting::setFields(const Fields& fields)
{
    if (fields == m_fields)
        return;
    m_fields = fields;
    refresh();
}

void FacetCounting::setWords(const QString& words)
{
    if (words == m_words)
        return;
    m_words = words;
    refresh();
}

void FacetCounting::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    if (!isWatched) {
        m_pause.stop();
        m_isStale = m_isStale || m_task.isRunning();
        m_task.cancel();
    } else if (m_isStale) {
        refresh();
    }
}

void FacetCounting::refresh()
{
    request(changeDelay);
}

/// Records have been added to what is visible, perhaps.
void FacetCounting::follow()
{
    m_isStale = true;
    if (!m_pause.isActive() && !m_task.isRunning())
        request(std::max<std::chrono::milliseconds>(growthDelay, growthShare * m_lastDuration));
}

void FacetCounting::request(std::chrono::milliseconds delay)
{
    m_isStale = true;
    if (m_isWatched)
        m_pause.start(delay);
}

void FacetCounting::start()
{
    m_isWaiting = m_records->isBusy(); // other rows are about to come
    if (m_isWaiting)
        return;
    m_isStale = false;
    m_clock.start();
    auto work = [index = m_log->records(), rows = m_records->rows(), query = query()](const std::stop_token& stop) {
        return countVisible(index, rows, query, stop);
    };
    auto done = [this, fields = m_fields](const FacetAnswer& answer) {
        m_lastDuration = std::chrono::milliseconds(m_clock.elapsed());
        if (!answer)
            Q_EMIT failed(answer.error());
        else if (!m_task.isCancelled())
            Q_EMIT counted(fields, *answer);
        if (m_isStale)
            follow();
    };
    m_task.start(this, std::move(work), std::move(done));
    Q_EMIT started();
}

FacetQuery FacetCounting::query() const
{
    const RecordFilter& filter = m_records->filter();
    FacetQuery query{.facets = {}, .words = m_words};
    for (const Filter::FieldName& field : m_fields) {
        FacetRequest& request = query.facets.emplace_back(field);
        const FacetTerm ticked = facetTerm(filter.expression, field);
        if (ticked.values.isEmpty())
            continue;
        request.filter = filter;
        request.filter->expression = withoutTerm(filter.expression, ticked.term);
        request.pinned = ticked.values;
    }
    return query;
}

} // namespace TmgLens
