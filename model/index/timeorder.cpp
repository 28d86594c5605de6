// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/timeorder.h"

#include <algorithm>

namespace TmgLens {

namespace {

/// Gives those records of @p times that have none the time of the one before, and the first ones that of the one after.
void fillGaps(std::span<LogTime> times)
{
    const auto first = std::ranges::find_if(times, [](LogTime time) { return time != invalidTime; });
    if (first == times.end())
        return;
    LogTime last = *first;
    for (LogTime& time : times) {
        if (time == invalidTime)
            time = last;
        last = time;
    }
}

/// By record number: the time that the record is placed by.
std::vector<LogTime> placingTimes(const RecordIndex& index)
{
    std::vector<LogTime> times;
    times.reserve(index.recordCount());
    std::size_t fileBegin = 0;
    const ByteSource* file = nullptr;
    for (const RecordIndex::Part& part : index.parts()) {
        if (part.block->source.get() != file) {
            fillGaps(std::span(times).subspan(fileBegin));
            fileBegin = times.size();
            file = part.block->source.get();
        }
        for (std::size_t i = 0; i < part.block->size(); ++i)
            times.push_back(part.block->time(i));
    }
    fillGaps(std::span(times).subspan(fileBegin));
    return times;
}

} // namespace

std::vector<quint32> inTimeOrder(const RecordIndex& index, std::vector<quint32> records)
{
    const std::vector<LogTime> times = placingTimes(index);
    const auto timeOf = [&times](quint32 record) { return times[record]; };
    if (!std::ranges::is_sorted(records, {}, timeOf))
        std::ranges::stable_sort(records, {}, timeOf);
    return records;
}

} // namespace TmgLens
