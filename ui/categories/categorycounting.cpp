// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/categories/categorycounting.h"

#include "model/table/resultfiltermodel.h"

namespace TmgLens {

CategoryCounting::CategoryCounting(const LogTableModel* log, const ResultFilterModel* records)
    : m_log(log)
    , m_records(records)
    , m_pace(records)
{
    connect(&m_pace, &CountingPace::due, this, &CategoryCounting::start);
    m_pace.refresh();
}

void CategoryCounting::setWatched(bool isWatched)
{
    m_pace.setWatched(isWatched);
    if (!isWatched)
        m_task.cancel();
}

void CategoryCounting::start()
{
    const RecordFilter& filter = m_records->filter();
    if (filter.expression.isEmpty() && !filter.onlyMalformed && filter.hiddenFiles.isEmpty() && !filter.picked) {
        m_task.cancel();
        Q_EMIT counted(std::nullopt);
        m_pace.finish();
        return;
    }
    auto work = [index = m_log->records(), rows = m_records->rows()](const std::stop_token& stop) {
        return std::expected<CodeCounts, LoadError>(countCodes(index, *rows, stop));
    };
    auto done = [this](const std::expected<CodeCounts, LoadError>& counts) {
        if (!m_task.isCancelled())
            Q_EMIT counted(counts ? std::optional(*counts) : std::nullopt);
        m_pace.finish();
    };
    m_task.start(this, std::move(work), std::move(done));
}

} // namespace TmgLens
