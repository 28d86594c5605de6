// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timestrip/timecounter.h"

namespace TmgLens {

void TimeCounter::count(const RecordIndex& index, const RowsPointer& rows, const TimeBins& bins)
{
    auto work = [index, rows, bins, before = m_all](const std::stop_token& stop) -> Answer {
        const auto all = std::make_shared<const TimeHistogram>(countTimes(index, bins, stop, before.get()));
        if (rows->size() == index.recordCount())
            return Counts{.all = all, .shown = all};
        return Counts{.all = all, .shown = std::make_shared<const TimeHistogram>(countTimes(index, *rows, bins, stop))};
    };
    m_task.start(this, std::move(work), [this](const Answer& answer) {
        if (!answer || m_task.isCancelled()) // without memory for some counts, those on screen have to do
            return;
        m_all = answer->all;
        m_shown = answer->shown;
        Q_EMIT counted();
    });
}

void TimeCounter::clear()
{
    m_task.cancel();
    m_all.reset();
    m_shown.reset();
}

} // namespace TmgLens
