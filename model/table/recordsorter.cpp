// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/recordsorter.h"

#include "model/table/clientgaps.h"
#include "model/table/derivedcolumn.h"
#include "model/table/sortvalues.h"
#include "model/table/valueranker.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace TmgLens {

namespace {

/// For each record the rank of its value, from 1 on; 0 where it has none.
std::vector<quint32> ranksOf(const std::vector<SortValues>& blocks, std::size_t recordCount,
                             const std::stop_token& stop)
{
    std::vector<std::string_view> values;
    for (const SortValues& block : blocks) {
        for (std::size_t number = 1; number <= block.size(); ++number)
            values.push_back(block.at(number));
    }
    const std::vector<quint32> rankOfValue = rankValues(values, stop);
    std::vector<quint32> ranks;
    ranks.reserve(recordCount);
    std::size_t before = 0; // values of earlier blocks
    for (const SortValues& block : blocks) {
        for (const quint32 value : block.valueOfRecord)
            ranks.push_back(value == 0 ? 0 : rankOfValue[before + value - 1] + 1);
        before += block.size();
    }
    return ranks;
}

/// @p ranks, one for each of @p records, which ascend, in the order of @p arranged, which holds the same records.
std::vector<quint32> arrangedRanks(const std::vector<quint32>& records, const std::vector<quint32>& ranks,
                                   const std::vector<quint32>& arranged)
{
    std::vector<quint32> rankOf(records.empty() ? 0 : std::size_t(records.back()) + 1);
    for (std::size_t i = 0; i < records.size(); ++i)
        rankOf[records[i]] = ranks[i];
    std::vector<quint32> result(arranged.size());
    std::ranges::transform(arranged, result.begin(), [&rankOf](quint32 record) { return rankOf[record]; });
    return result;
}

/// Counting sort: as many places as there are ranks, each for all the records that have it.
std::vector<quint32> sortByRank(const std::vector<quint32>& records, const std::vector<quint32>& ranks,
                                Qt::SortOrder order)
{
    std::vector<quint32> places(ranks.empty() ? 0 : std::size_t(std::ranges::max(ranks)) + 1);
    for (const quint32 rank : ranks)
        ++places[rank];
    quint32 place = 0;
    const auto settle = [&place](quint32& count) { count = std::exchange(place, place + count); };
    if (order == Qt::AscendingOrder)
        std::ranges::for_each(places, settle);
    else
        std::ranges::for_each(places | std::views::reverse, settle);
    std::vector<quint32> sorted(records.size());
    for (std::size_t i = 0; i < records.size(); ++i)
        sorted[places[ranks[i]]++] = records[i];
    return sorted;
}

void sortByGap(std::vector<quint32>& records, const ClientGaps& gaps, Qt::SortOrder order)
{
    const auto gapOf = [&gaps](quint32 record) { return gaps[record]; };
    if (order == Qt::AscendingOrder)
        std::ranges::stable_sort(records, std::ranges::less(), gapOf);
    else
        std::ranges::stable_sort(records, std::ranges::greater(), gapOf);
}

} // namespace

std::expected<std::vector<quint32>, LoadError> sortRecords(const RecordIndex& index, std::vector<quint32> records,
                                                           int column, Qt::SortOrder order, const std::stop_token& stop,
                                                           const std::function<void(int)>& progress,
                                                           const ClientGapsPointer& gaps,
                                                           const TimeOrderPointer& timeOrder)
{
    if (derivedColumn(index.columns(), column) == DerivedColumn::ClientGap) {
        const bool areKnown = gaps && gaps->size() == index.recordCount();
        const auto read = areKnown ? std::expected<ClientGaps, LoadError>() : clientGaps(index, stop, progress);
        if (!read)
            return std::unexpected(read.error());
        if (timeOrder)
            records = inOrder(*timeOrder, std::move(records));
        if (!stop.stop_requested())
            sortByGap(records, areKnown ? *gaps : *read, order);
        return records;
    }
    const auto values = readSortValues(index, records, column, stop, progress);
    if (!values)
        return std::unexpected(values.error());
    if (stop.stop_requested())
        return records;
    const std::vector<quint32> ranks = ranksOf(*values, records.size(), stop);
    if (!timeOrder || timeOrder->isOrderOfFiles())
        return sortByRank(records, ranks, order);
    const std::vector<quint32> arranged = inOrder(*timeOrder, records);
    return sortByRank(arranged, arrangedRanks(records, ranks, arranged), order);
}

} // namespace TmgLens
