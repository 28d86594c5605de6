// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/timeorder.h"

#include <algorithm>
#include <numeric>

namespace TmgLens {

namespace {

using Records = std::span<quint32>;

constexpr quint32 none = 0;
static_assert(IndexBlock::packedTime(invalidTime) + 1 == none);

/// By record number: the packed moment of the record and 1, so that none is before all others.
std::vector<quint32> moments(const RecordIndex& index)
{
    std::vector<quint32> times;
    times.reserve(index.recordCount());
    for (const RecordIndex::Part& part : index.parts())
        std::ranges::transform(part.block->times, std::back_inserter(times), [](quint32 time) { return time + 1; });
    return times;
}

/// Places the records without a time where the one before in their log stands, the first ones where the one after does.
void fillGaps(const RecordIndex& index, std::vector<quint32>& times)
{
    std::vector<quint32> first(index.files().size(), none);
    std::vector<quint32> last(index.files().size(), none);
    for (const RecordIndex::Part& part : index.parts()) {
        for (quint32& time : std::span(times).subspan(part.firstRecord, part.block->size())) {
            if (first[part.file] == none)
                first[part.file] = time;
            if (time == none)
                time = last[part.file];
            last[part.file] = time;
        }
    }
    for (const RecordIndex::Part& part : index.parts())
        std::ranges::replace(std::span(times).subspan(part.firstRecord, part.block->size()), none, first[part.file]);
}

/// Where each stretch of records of one log begins.
std::vector<quint32> stretches(const RecordIndex& index)
{
    std::vector<quint32> begins;
    const RecordIndex::Part* before = nullptr;
    for (const RecordIndex::Part& part : index.parts()) {
        if (!before || before->file != part.file)
            begins.push_back(part.firstRecord);
        before = &part;
    }
    return begins;
}

/// Sorts @p records, which are those of stretches that begin at @p begins.
void sortStretches(Records records, std::span<const quint32> begins, const std::vector<quint32>& times,
                   const std::stop_token& stop)
{
    if (stop.stop_requested())
        return;
    const auto timeOf = [&times](quint32 record) { return times[record]; };
    if (begins.size() <= 1) {
        if (!std::ranges::is_sorted(records, {}, timeOf))
            std::ranges::stable_sort(records, {}, timeOf);
        return;
    }
    const std::span<const quint32> second = begins.subspan(begins.size() / 2);
    const auto middle = records.begin() + (second.front() - begins.front());
    sortStretches({records.begin(), middle}, begins.first(begins.size() / 2), times, stop);
    sortStretches({middle, records.end()}, second, times, stop);
    const bool areApart =
        middle == records.begin() || middle == records.end() || timeOf(*std::prev(middle)) <= timeOf(*middle);
    if (!areApart)
        std::ranges::inplace_merge(records, middle, {}, timeOf);
}

} // namespace

TimeOrder timeOrder(const RecordIndex& index, const std::stop_token& stop)
{
    TimeOrder order{.records = {}, .end = index.recordCount()};
    std::vector<quint32> times = moments(index);
    fillGaps(index, times);
    if (std::ranges::is_sorted(times))
        return order;
    order.records.resize(order.end);
    std::iota(order.records.begin(), order.records.end(), 0U);
    sortStretches(order.records, stretches(index), times, stop);
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
