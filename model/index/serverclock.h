// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/indexblock.h"

#include <QTimeZone>

namespace TmgLens {

/**
 * The clock of a server that writes local times.
 *
 * Fast for times that follow each other, because it remembers how far the clock was ahead last. For one thread.
 */
class ServerClock
{
public:
    explicit ServerClock(const QTimeZone& zone) : m_zone(zone) {}

    /**
     * The moment when the clock showed @p local; invalidTime for invalidTime.
     *
     * Of the hour that comes twice in autumn one is meant, and of the one that is skipped in spring the next: the log
     * does not tell.
     */
    [[nodiscard]] LogTime toUtc(LogTime local)
    {
        if (local == invalidTime)
            return local;
        if (local < m_begin || local >= m_begin + step)
            look(local);
        return local - m_ahead;
    }

    /// The moment of @p record of @p block, by whatever clock its log goes; invalidTime if it has none.
    [[nodiscard]] LogTime momentOf(const IndexBlock& block, std::size_t record)
    {
        const LogTime time = block.time(record);
        return block.layout->clock == LogLayout::Clock::ServerLocal ? toUtc(time) : time;
    }

private:
    /// Zones change their clocks at the full quarter of an hour.
    static constexpr std::chrono::minutes step{15};

    void look(LogTime local)
    {
        m_begin = std::chrono::floor<std::chrono::duration<qint64, std::ratio<900>>>(local);
        const QDateTime shown = QDateTime::fromSecsSinceEpoch(m_begin.time_since_epoch().count(), QTimeZone::UTC);
        const QDateTime there(shown.date(), shown.time(), m_zone);
        m_ahead = std::chrono::seconds(m_begin.time_since_epoch().count() - there.toSecsSinceEpoch());
    }

    QTimeZone m_zone;
    LogTime m_begin = LogTime::min() + std::chrono::days(1); // no log is of that time
    std::chrono::seconds m_ahead{};
};

} // namespace TmgLens
