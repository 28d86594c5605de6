// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/rules/ruletotals.h"

#include <QSet>

#include <mutex>
#include <span>

namespace TmgLens {

/**
 * Counts different values for many counters, in bounded memory: some 16 bytes for each value of each counter.
 *
 * Exact as far as the limits go, but for an accident of one in 2^64. add() may be called from several threads at once;
 * everything else while nobody calls it.
 */
class DistinctCounter
{
public:
    /// A value on its way to its counter.
    struct Sighting
    {
        std::size_t counter = 0;
        quint64 key = 0; ///< See keyOf().
    };

    /// Each counter takes @p mostOfEach values, and all together take @p mostInAll.
    DistinctCounter(std::size_t mostOfEach, std::size_t mostInAll) : m_mostOfEach(mostOfEach), m_mostInAll(mostInAll) {}

    /// Stands for @p value at @p counter, and for no other value at any.
    [[nodiscard]] static quint64 keyOf(std::size_t counter, std::string_view value);

    void add(std::span<const Sighting> sightings);

    [[nodiscard]] DistinctCount count(std::size_t counter) const;

private:
    const std::size_t m_mostOfEach;
    const std::size_t m_mostInAll;
    std::mutex m_mutex;
    QSet<quint64> m_keys;
    std::vector<DistinctCount> m_counts;
};

} // namespace TmgLens
