// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/summary/summarycounting.h"

#include "model/output/summarizing.h"
#include "model/table/resultfiltermodel.h"

namespace TmgLens {

SummaryCounting::SummaryCounting(const LogTableModel* log, const ResultFilterModel* records, QObject* parent)
    : QObject(parent)
    , m_log(log)
    , m_records(records)
    , m_pace(records)
{
    connect(&m_pace, &CountingPace::due, this, &SummaryCounting::start);
    connect(log, &LogTableModel::foldedChanged, &m_pace, &CountingPace::refresh);
    m_pace.refresh();
}

void SummaryCounting::setWatched(bool isWatched)
{
    m_pace.setWatched(isWatched);
    if (!isWatched)
        m_task.cancel();
}

void SummaryCounting::start()
{
    auto work = [index = m_log->records(), rows = m_records->rows(), filter = m_records->filter(),
                 folded = m_log->folded()](const std::stop_token& stop) {
        const auto visible = sortedNumbers(*rows, index);
        auto summary = summarizeRecords(index, visible ? &*visible : nullptr, stop);
        if (!summary)
            return summary;
        summary->setScope(describeFilter(filter, index.codes()));
        if (folded)
            summary->setFolded(
                foldedNotes(visible ? countFolded(*folded, index, *visible) : folded->counts, index.codes()));
        return summary;
    };
    auto done = [this](const std::expected<LogSummary, LoadError>& summary) {
        if (!summary)
            Q_EMIT failed(summary.error());
        else if (!m_task.isCancelled())
            Q_EMIT counted(*summary);
        m_pace.finish();
    };
    Q_EMIT started(); // first: a small log may be counted when start() returns
    m_task.start(this, std::move(work), std::move(done));
}

} // namespace TmgLens
