// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/logposition.h"

#include <algorithm>

namespace TmgLens {

LogPosition positionOf(const RecordIndex& index, RecordNumber record)
{
    const RecordIndex::Place place = index.place(record);
    const IndexBlock& block = *place.part->block;
    return {.log = block.source->path(), .offset = block.begin + block.starts[place.record]};
}

std::optional<RecordNumber> findRecord(const RecordIndex& index, const LogPosition& position)
{
    // Where logs grow, blocks of others stand between those of one.
    for (const RecordIndex::Part& part : index.parts()) {
        const IndexBlock& block = *part.block;
        if (position.offset < block.begin || position.offset >= block.end || block.source->path() != position.log)
            continue;
        const auto start = quint32(position.offset - block.begin);
        const auto found = std::ranges::lower_bound(block.starts, start);
        if (found != block.starts.end() && *found == start)
            return RecordNumber(part.firstRecord + quint32(found - block.starts.begin()));
    }
    return {};
}

} // namespace TmgLens
