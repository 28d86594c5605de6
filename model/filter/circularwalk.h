// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <algorithm>

namespace TmgLens {

/// The order in which positions 0 to count - 1 are looked at from a start on: step 0 is next to it, the last step is
/// the start itself. A value, for any thread.
class CircularWalk
{
public:
    /// A @p from below 0 stands before the first position, or behind the last one if @p backwards.
    CircularWalk(std::size_t count, qint64 from, bool backwards)
        : m_count(qint64(count))
        , m_from(from >= 0 ? std::min(from, m_count - 1) : (backwards ? m_count : -1))
        , m_backwards(backwards)
    {
    }

    [[nodiscard]] qint64 count() const { return m_count; }

    /// The position of @p step, which is below count().
    [[nodiscard]] quint32 position(qint64 step) const
    {
        const qint64 position = m_backwards ? m_from - 1 - step : m_from + 1 + step;
        return quint32((position % m_count + m_count) % m_count);
    }

private:
    qint64 m_count;
    qint64 m_from;
    bool m_backwards;
};

} // namespace TmgLens
