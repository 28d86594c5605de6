// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/recordattime.h"

namespace TmgLens {

std::optional<RecordNumber> firstRecordFrom(const RecordIndex& index, const RecordRows& rows, LogTime time)
{
    std::optional<RecordNumber> found;
    LogTime foundTime = LogTime::max();
    for (const auto& part : index.parts()) {
        const IndexBlock& block = *part.block;
        if (block.firstTime == invalidTime || block.lastTime < time || block.firstTime >= foundTime)
            continue;
        for (const quint32 number : rows.numbersWithin(RecordNumber(part.firstRecord), quint32(block.size()))) {
            const LogTime candidate = block.time(number - part.firstRecord);
            if (candidate >= time && candidate < foundTime) {
                found = RecordNumber(number);
                foundTime = candidate;
            }
        }
    }
    return found;
}

} // namespace TmgLens
