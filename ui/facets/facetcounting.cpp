// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/facets/facetcounting.h"

#include "model/table/resultfiltermodel.h"
#include "ui/facets/facetterm.h"

namespace TmgLens {

FacetCounting::FacetCounting(const LogTableModel* log, const ResultFilterModel* records, QObject* parent)
    : QObject(parent)
    , m_log(log)
    , m_records(records)
    , m_pace(records)
{
    connect(&m_pace, &CountingPace::due, this, &FacetCounting::start);
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
    m_pace.setWatched(isWatched);
    if (!isWatched)
        m_task.cancel();
}

void FacetCounting::refresh()
{
    m_pace.refresh();
}

void FacetCounting::start()
{
    auto work = [index = m_log->records(), rows = m_records->rows(), query = query()](const std::stop_token& stop) {
        const auto visible = sortedNumbers(*rows, index);
        return countFacets(index, visible ? &*visible : nullptr, query, stop);
    };
    auto done = [this, fields = m_fields](const FacetAnswer& answer) {
        if (!answer)
            Q_EMIT failed(answer.error());
        else if (!m_task.isCancelled())
            Q_EMIT counted(fields, *answer);
        m_pace.finish();
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
