// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/valuecounting.h"

namespace TmgLens {

namespace {

constexpr std::size_t mostValues = 5000; // most fields of most logs have fewer: then they are counted once

} // namespace

std::span<const FacetValue> ValueCounting::values(const Filter::FieldName& field, const QString& typed,
                                                  const RecordIndex& index)
{
    const bool isSameLog = m_known.field == field && m_known.recordCount == index.recordCount();
    const bool hasAll = m_counts.distinct == m_counts.values.size();
    if (!isSameLog)
        count({.field = field, .words = {}, .recordCount = index.recordCount()}, index);
    else if (!hasAll || !typed.contains(m_known.words, Qt::CaseInsensitive))
        count({.field = field, .words = typed, .recordCount = index.recordCount()}, index);
    return m_known.field == field ? std::span<const FacetValue>(m_counts.values) : std::span<const FacetValue>();
}

void ValueCounting::clear()
{
    m_task.cancel();
    m_known = {};
    m_counts = {};
}

void ValueCounting::count(const Request& request, const RecordIndex& index)
{
    if (request == m_known || (request == m_requested && m_task.isRunning() && !m_task.isCancelled()))
        return;
    m_requested = request;
    auto work = [index, request](const std::stop_token& stop) {
        const FacetQuery query{.facets = {{.field = request.field}}, .words = request.words, .mostValues = mostValues};
        return countFacets(index, nullptr, query, stop);
    };
    m_task.start(this, std::move(work), [this](const FacetAnswer& answer) {
        if (!answer || m_task.isCancelled()) // suggestions are a help, not worth an error
            return;
        m_known = m_requested;
        m_counts = answer->front();
        Q_EMIT counted();
    });
}

} // namespace TmgLens
