// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <functional>
#include <stop_token>
#include <string_view>

namespace TmgLens {

/**
 * What a record is sorted by: a number of 128 bits, then perhaps text. Numbers, times, codes and addresses fit the
 * number; of text it holds the first bytes, so that most comparisons end there.
 */
struct SortKey
{
    quint64 high = 0;
    quint64 low = 0;
    std::string_view rest = {}; ///< In SortKeys::texts; text beyond the first 16 bytes.
    quint32 record = 0;

    auto operator<=>(const SortKey& other) const
    {
        if (const auto order = high <=> other.high; order != 0)
            return order;
        if (const auto order = low <=> other.low; order != 0)
            return order;
        return rest <=> other.rest;
    }
    bool operator==(const SortKey& other) const { return (*this <=> other) == 0; }
};

/// Keys in the order of the records, and the text that they point into.
struct SortKeys
{
    std::vector<SortKey> keys;
    std::vector<std::shared_ptr<const std::vector<char>>> texts; ///< Never moved while keys point into them.
};

/**
 * The keys of @p records (ascending) for @p column, read on all processors. No value sorts before every value; text
 * goes without regard to case, as far as its first 128 bytes.
 */
[[nodiscard]] std::expected<SortKeys, LoadError> readSortKeys(const RecordIndex& index,
                                                              const std::vector<quint32>& records, int column,
                                                              const std::stop_token& stop,
                                                              const std::function<void(int)>& progress);

} // namespace TmgLens
