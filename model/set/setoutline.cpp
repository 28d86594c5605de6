// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/set/setoutline.h"

#include <algorithm>
#include <numeric>

namespace TmgLens {

namespace {

std::shared_ptr<IndexBlock> withoutRecords(const IndexBlock& block)
{
    auto empty = std::make_shared<IndexBlock>();
    empty->source = block.source;
    empty->layout = block.layout;
    empty->clockReading = block.clockReading;
    return empty;
}

/// Adds to @p outline a record at the time of record @p i of @p block.
void addTime(IndexBlock& outline, const IndexBlock& block, std::size_t i)
{
    outline.starts.push_back(0);
    outline.codesAndFlags.push_back(0);
    outline.times.push_back(block.times[i]);
    if (!block.loggedTimes.empty())
        outline.loggedTimes.push_back(block.loggedTimes[i]);
    outline.reach(block.time(i));
}

/// A block with the earliest and the latest record of @p block that have a time. They stay these whatever the zone of
/// the server is, since what clocks show does not go back where moments go on, but for the hour that is shown twice,
/// and of that the first one is meant.
BlockPointer outlineOf(const IndexBlock& block)
{
    const auto outline = withoutRecords(block);
    outline->serverZone = block.serverZone;
    for (const LogTime moment : {block.firstTime, block.lastTime}) {
        const auto record = std::ranges::find(block.times, IndexBlock::packedTime(moment));
        if (moment != invalidTime && record != block.times.end())
            addTime(*outline, block, std::size_t(record - block.times.begin()));
    }
    return outline;
}

} // namespace

void SetOutline::add(const IndexBlock& block)
{
    m_index.append(outlineOf(block));
}

std::vector<std::vector<std::size_t>> SetOutline::groups() const
{
    const std::vector<RecordIndex::File>& files = m_index.files();
    std::vector<std::size_t> byTime(files.size());
    std::iota(byTime.begin(), byTime.end(), std::size_t(0));
    std::ranges::stable_sort(byTime, {}, [&files](std::size_t file) { return files[file].firstTime; });
    std::vector<std::vector<std::size_t>> groups;
    LogTime end = invalidTime;
    for (const std::size_t file : byTime) {
        if (groups.empty() || files[file].firstTime > end)
            groups.emplace_back();
        groups.back().push_back(file);
        end = std::max(end, files[file].lastTime);
    }
    for (std::vector<std::size_t>& group : groups)
        std::ranges::sort(group);
    return groups;
}

RecordIndex SetOutline::emptyIndex() const
{
    RecordIndex empty;
    empty.chooseServerZone(m_index.serverZone().zone);
    empty.setClock(m_index.clock());
    for (const RecordIndex::Part& part : m_index.parts())
        empty.append(withoutRecords(*part.block));
    return empty;
}

} // namespace TmgLens
