// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/rules/distinctcounter.h"

#include "model/facet/valuetable.h"

#include <algorithm>

namespace TmgLens {

quint64 DistinctCounter::keyOf(std::size_t counter, std::string_view value)
{
    constexpr quint64 spread = 0x9E3779B97F4A7C15; // odd, so that no two counters are alike
    return valueHash(value) ^ (quint64(counter + 1) * spread);
}

void DistinctCounter::add(std::span<const Sighting> sightings)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto& [counter, key] : sightings) {
        if (counter >= m_counts.size())
            m_counts.resize(counter + 1);
        DistinctCount& found = m_counts[counter];
        if (found.hasMore || m_keys.contains(key))
            continue;
        found.hasMore = found.count >= m_mostOfEach || std::size_t(m_keys.size()) >= m_mostInAll;
        if (found.hasMore)
            continue;
        m_keys.insert(key);
        ++found.count;
    }
}

DistinctCount DistinctCounter::count(std::size_t counter) const
{
    return counter < m_counts.size() ? m_counts[counter] : DistinctCount();
}

} // namespace TmgLens
