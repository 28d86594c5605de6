// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/codecounts.h"

namespace TmgLens {

CodeCounts countCodes(const RecordIndex& index, const RecordRows& rows, const std::stop_token& stop)
{
    CodeCounts counts(index.codes().size());
    for (const RecordIndex::Part& part : index.parts()) {
        if (stop.stop_requested())
            break;
        CodeCounts ofBlock(part.codes.size());
        for (const quint32 record : rows.numbersWithin(RecordNumber(part.firstRecord), quint32(part.block->size())))
            ++ofBlock[qToUnderlying(part.block->code(record - part.firstRecord))];
        for (std::size_t code = 0; code < ofBlock.size(); ++code)
            counts[qToUnderlying(part.codes[code])] += ofBlock[code];
    }
    return counts;
}

} // namespace TmgLens
