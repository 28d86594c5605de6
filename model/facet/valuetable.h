// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <string_view>
#include <vector>

namespace TmgLens {

/// Even over all numbers, and not to be foretold by who writes a log.
[[nodiscard]] std::size_t valueHash(std::string_view value);

/// Counts by value: a hash table with open addressing that keeps each distinct value once. For one thread at a time.
class ValueTable
{
public:
    struct Entry
    {
        std::size_t hash = 0;
        std::size_t begin = 0; ///< Of the value's bytes.
        std::size_t length = 0;
        quint64 count = 0;
    };

    /// @p hash is the valueHash() of @p value. Returns its place in entries().
    std::size_t add(std::string_view value, std::size_t hash, quint64 count);
    std::size_t add(std::string_view value, quint64 count) { return add(value, valueHash(value), count); }

    /// In the order in which they came.
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] std::string_view valueOf(const Entry& entry) const
    {
        return {m_bytes.data() + entry.begin, entry.length};
    }
    /// What it holds, in bytes.
    [[nodiscard]] std::size_t memory() const;

    /// Drops the values with a hash above @p last, and gives their memory back.
    void dropAbove(std::size_t last);
    /// Drops all values, but keeps the memory for others.
    void clear();

private:
    void growPlaces();

    std::vector<Entry> m_entries;
    std::vector<char> m_bytes;
    std::vector<quint32> m_places; // number of an entry, from 1 on; at most half of them are taken
};

} // namespace TmgLens
