// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/recordsorter.h"

#include "model/table/sortkey.h"

#include <algorithm>
#include <span>

namespace TmgLens {

namespace {

/// Stable merge sort that looks at @p stop now and then; what it leaves behind when stopped is of no use.
template <typename Before> void sortStoppable(std::span<SortKey> keys, Before before, const std::stop_token& stop)
{
    constexpr std::size_t sortedAtOnce = 64 * 1024; // some ms
    if (stop.stop_requested())
        return;
    if (keys.size() <= sortedAtOnce) {
        std::ranges::stable_sort(keys, before);
        return;
    }
    const auto middle = keys.size() / 2;
    sortStoppable(keys.first(middle), before, stop);
    sortStoppable(keys.subspan(middle), before, stop);
    std::ranges::inplace_merge(keys, keys.begin() + std::ptrdiff_t(middle), before);
}

} // namespace

std::expected<std::vector<quint32>, LoadError> sortRecords(const RecordIndex& index, std::vector<quint32> records,
                                                           int column, Qt::SortOrder order, const std::stop_token& stop,
                                                           const std::function<void(int)>& progress)
{
    auto keys = readSortKeys(index, records, column, stop, progress);
    if (!keys)
        return std::unexpected(keys.error());
    if (order == Qt::AscendingOrder)
        sortStoppable(keys->keys, std::ranges::less(), stop);
    else
        sortStoppable(keys->keys, std::ranges::greater(), stop);
    std::ranges::transform(keys->keys, records.begin(), &SortKey::record);
    return records;
}

} // namespace TmgLens
