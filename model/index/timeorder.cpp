// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/timeorder.h"

#include "model/index/serverclock.h"

#include <algorithm>
#include <numeric>

namespace TmgLens {

namespace {

using Records = std::span<quint32>;

/// The places of the records of a file, in seconds; those without a time stand where the one before does, the first
/// ones where the one after does.
void fillGaps(std::span<qint64> times)
{
    constexpr qint64 none = invalidTime.time_since_epoch().count();
    const auto first = std::ranges::find_if(times, [](qint64 time) { return time != none; });
    if (first == times.end())
        return;
    qint64 last = *first;
    for (qint64& time : times) {
        if (time == none)
            time = last;
        last = time;
    }
}

/// By record number: the moment that the record is placed by, in seconds.
std::vector<qint64> placingTimes(const RecordIndex& index)
{
    std::vector<qint64> times;
    times.reserve(index.recordCount());
    ServerClock clock(index.serverZone());
    for (const RecordIndex::Part& part : index.parts()) {
        const IndexBlock& block = *part.block;
        const bool isLocal = block.layout->clock == LogLayout::Clock::ServerLocal;
        for (std::size_t i = 0; i < block.size(); ++i)
            times.push_back((isLocal ? clock.toUtc(block.time(i)) : block.time(i)).time_since_epoch().count());
    }
    for (const RecordIndex::File& file : index.files())
        fillGaps(std::span(times).subspan(file.firstRecord, file.recordCount));
    return times;
}

/// Sorts @p records, which are those of @p files one after the other.
void sortFiles(Records records, std::span<const RecordIndex::File> files, const std::vector<qint64>& times)
{
    const auto timeOf = [&times](quint32 record) { return times[record]; };
    if (files.size() <= 1) {
        if (!std::ranges::is_sorted(records, {}, timeOf))
            std::ranges::stable_sort(records, {}, timeOf);
        return;
    }
    const std::span<const RecordIndex::File> second = files.subspan(files.size() / 2);
    const auto middle = records.begin() + (second.front().firstRecord - files.front().firstRecord);
    sortFiles({records.begin(), middle}, files.first(files.size() / 2), times);
    sortFiles({middle, records.end()}, second, times);
    const bool areApart =
        middle == records.begin() || middle == records.end() || timeOf(*std::prev(middle)) <= timeOf(*middle);
    if (!areApart)
        std::ranges::inplace_merge(records, middle, {}, timeOf);
}

} // namespace

TimeOrder timeOrder(const RecordIndex& index)
{
    TimeOrder order{.records = {}, .end = index.recordCount()};
    const std::vector<qint64> times = placingTimes(index);
    if (std::ranges::is_sorted(times))
        return order;
    order.records.resize(order.end);
    std::iota(order.records.begin(), order.records.end(), 0U);
    sortFiles(order.records, index.files(), times);
    return order;
}

std::vector<quint32> inOrder(const TimeOrder& order, std::vector<quint32> records)
{
    if (order.isOrderOfFiles())
        return records;
    if (records.size() == order.records.size())
        return order.records;
    std::vector<bool> isWanted(order.end);
    for (const quint32 record : records)
        isWanted[record] = true;
    std::ranges::copy_if(order.records, records.begin(), [&isWanted](quint32 record) { return isWanted[record]; });
    return records;
}

} // namespace TmgLens
