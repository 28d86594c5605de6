// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

namespace TmgLens::Test {

/**
 * Measures for how long the event loop of its thread answers nobody: a timer asks for its turn each millisecond, and
 * what it waits longer than that somebody has kept the loop.
 */
class EventLoopProbe
{
public:
    using Clock = std::chrono::steady_clock;
    using Milliseconds = std::chrono::duration<double, std::milli>;

    /// For how long nobody was answered, each time.
    class Stalls
    {
    public:
        explicit Stalls(std::vector<Milliseconds> sorted) : m_sorted(std::move(sorted)) {}

        [[nodiscard]] Milliseconds longest() const { return m_sorted.empty() ? Milliseconds(0) : m_sorted.back(); }
        /// At a random moment it is this likely (0 to 1) that the stall under way, if any, is no longer than that.
        [[nodiscard]] Milliseconds quantile(double likelihood) const
        {
            Milliseconds total(0);
            for (const Milliseconds stall : m_sorted)
                total += std::max(stall, interval);
            for (Milliseconds sum(0); const Milliseconds stall : m_sorted)
                if ((sum += std::max(stall, interval)) >= total * likelihood)
                    return stall;
            return longest();
        }

    private:
        std::vector<Milliseconds> m_sorted;
    };

    EventLoopProbe()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(std::chrono::milliseconds(1));
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { lookAtClock(); });
        m_timer.start();
    }

    /// The stalls since the last call, that of the running turn included; begins anew.
    [[nodiscard]] Stalls take()
    {
        lookAtClock();
        std::ranges::sort(m_stalls);
        return Stalls(std::exchange(m_stalls, {}));
    }

private:
    static constexpr Milliseconds interval{1};

    void lookAtClock()
    {
        const auto now = Clock::now();
        m_stalls.push_back(std::max(Milliseconds(0), Milliseconds(now - m_last) - interval));
        m_last = now;
    }

    QTimer m_timer;
    Clock::time_point m_last = Clock::now();
    std::vector<Milliseconds> m_stalls;
};

} // namespace TmgLens::Test
