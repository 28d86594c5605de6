// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facet/exactcounter.h"

#include "model/format/fieldcutter.h"

#include <algorithm>

namespace TmgLens {

ExactCounter::ExactCounter(std::size_t memoryLimit, std::size_t mostKept, const QStringList& pinned)
    : m_memoryLimit(memoryLimit)
    , m_mostKept(mostKept)
{
    for (const QString& value : pinned)
        m_pinned.push_back({.value = value.toStdString(), .count = 0});
}

void ExactCounter::add(std::span<const Portion> portions)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto& [value, count] : portions) {
        const std::size_t hash = valueHash(value);
        if (hash < m_first || hash > m_last)
            continue;
        m_table.add(value, hash, count);
        while (m_table.memory() > m_memoryLimit && m_table.entries().size() > 1 && m_last > m_first) {
            m_last = m_first + (m_last - m_first) / 2;
            m_table.dropAbove(m_last);
        }
    }
}

void ExactCounter::endPass()
{
    m_distinct += m_table.entries().size();
    for (const ValueTable::Entry& entry : m_table.entries()) {
        const std::string_view value = m_table.valueOf(entry);
        if (const auto pinned = std::ranges::find(m_pinned, value, &Kept::value); pinned != m_pinned.end())
            pinned->count = entry.count;
        else
            m_top.push_back({.value = std::string(value), .count = entry.count});
        if (m_top.size() > 2 * m_mostKept)
            keepTop();
    }
    keepTop();
    m_isComplete = m_last == std::numeric_limits<std::size_t>::max();
    m_first = m_last + 1;
    m_last = std::numeric_limits<std::size_t>::max();
    m_table = {};
}

std::vector<FacetValue> ExactCounter::values() const
{
    std::vector<Kept> all = m_top;
    all.insert(all.end(), m_pinned.begin(), m_pinned.end());
    std::ranges::sort(all, isBefore);
    std::vector<FacetValue> values;
    values.reserve(all.size());
    for (const auto& [value, count] : all)
        values.push_back({.text = cellText(value), .count = count});
    return values;
}

bool ExactCounter::isBefore(const Kept& one, const Kept& other)
{
    return one.count != other.count ? one.count > other.count : one.value < other.value;
}

void ExactCounter::keepTop()
{
    if (m_top.size() <= m_mostKept)
        return;
    std::ranges::nth_element(m_top, m_top.begin() + std::ptrdiff_t(m_mostKept), isBefore);
    m_top.resize(m_mostKept);
}

} // namespace TmgLens
