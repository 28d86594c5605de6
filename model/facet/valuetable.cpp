// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facet/valuetable.h"

#include <QHashFunctions>

#include <algorithm>

namespace TmgLens {

namespace {

constexpr std::size_t fewestPlaces = 256;

} // namespace

std::size_t valueHash(std::string_view value)
{
    return qHashBits(value.data(), value.size(), QHashSeed::globalSeed());
}

std::size_t ValueTable::add(std::string_view value, std::size_t hash, quint64 count)
{
    if (2 * (m_entries.size() + 1) > m_places.size())
        growPlaces();
    const std::size_t mask = m_places.size() - 1;
    std::size_t place = hash & mask;
    for (; m_places[place] != 0; place = (place + 1) & mask) {
        Entry& entry = m_entries[m_places[place] - 1];
        if (entry.hash == hash && valueOf(entry) == value) {
            entry.count += count;
            return m_places[place] - 1;
        }
    }
    m_entries.push_back({.hash = hash, .begin = m_bytes.size(), .length = value.size(), .count = count});
    m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    m_places[place] = quint32(m_entries.size());
    return m_entries.size() - 1;
}

std::size_t ValueTable::memory() const
{
    return m_entries.size() * sizeof(Entry) + m_bytes.size() + m_places.size() * sizeof(quint32);
}

void ValueTable::dropAbove(std::size_t last)
{
    ValueTable kept;
    for (const Entry& entry : m_entries)
        if (entry.hash <= last)
            kept.add(valueOf(entry), entry.hash, entry.count);
    *this = std::move(kept);
}

void ValueTable::clear()
{
    m_entries.clear();
    m_bytes.clear();
    std::ranges::fill(m_places, 0U);
}

void ValueTable::growPlaces()
{
    m_places.assign(std::max(fewestPlaces, 2 * m_places.size()), 0);
    const std::size_t mask = m_places.size() - 1;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        std::size_t place = m_entries[i].hash & mask;
        while (m_places[place] != 0)
            place = (place + 1) & mask;
        m_places[place] = quint32(i + 1);
    }
}

} // namespace TmgLens
