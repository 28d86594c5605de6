// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/rulecounting.h"

#include "model/rules/rulecounts.h"
#include "model/table/resultfiltermodel.h"

namespace TmgLens {

RuleCounting::RuleCounting(const LogTableModel* log, const ResultFilterModel* records, QObject* parent)
    : QObject(parent)
    , m_log(log)
    , m_records(records)
    , m_pace(records)
{
    connect(&m_pace, &CountingPace::due, this, &RuleCounting::start);
    m_pace.refresh();
}

void RuleCounting::setWatched(bool isWatched)
{
    m_pace.setWatched(isWatched);
    if (!isWatched)
        m_task.cancel();
}

void RuleCounting::start()
{
    auto work = [index = m_log->records(), rows = m_records->rows()](const std::stop_token& stop) {
        const auto visible = sortedNumbers(*rows, index);
        return countRules(index, visible ? &*visible : nullptr, RuleLimits(), stop);
    };
    auto done = [this](const std::expected<RuleReport, LoadError>& report) {
        if (!report)
            Q_EMIT failed(report.error());
        else if (!m_task.isCancelled())
            Q_EMIT counted(*report);
        m_pace.finish();
    };
    Q_EMIT started(); // first: a small log may be counted when start() returns
    m_task.start(this, std::move(work), std::move(done));
}

} // namespace TmgLens
