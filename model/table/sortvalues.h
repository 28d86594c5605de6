// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <functional>
#include <stop_token>
#include <string_view>

namespace TmgLens {

/**
 * What the records of one block are sorted by: bytes, each distinct ones kept once, since most columns have few.
 *
 * The bytes compare as what they stand for: numbers, times, codes and addresses by value, text without regard to case.
 */
struct SortValues
{
    std::vector<quint32> valueOfRecord; ///< Numbers of values, from 1 on; 0 where the record has none.
    std::vector<char> bytes; ///< Of all values.
    std::vector<quint32> ends = {0}; ///< Where each value ends in them; 0 before the first.

    [[nodiscard]] std::size_t size() const { return ends.size() - 1; }
    /// Value @p number, from 1 to size().
    [[nodiscard]] std::string_view at(std::size_t number) const
    {
        return {bytes.data() + ends[number - 1], ends[number] - ends[number - 1]};
    }
};

/**
 * The values of @p records (ascending) in @p column of the table, but for DerivedColumn::ClientGap, which has no values
 * of its own, block by block, read on all processors. Of text its first 128
 * bytes count. Incomplete when @p stop is requested; @p progress gets 0 to 100, from any thread.
 */
[[nodiscard]] std::expected<std::vector<SortValues>, LoadError>
readSortValues(const RecordIndex& index, const std::vector<quint32>& records, int column, const std::stop_token& stop,
               const std::function<void(int)>& progress);

} // namespace TmgLens
