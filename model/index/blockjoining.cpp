// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/blockjoining.h"

#include <algorithm>

namespace TmgLens {

namespace {

// A joined block is copied when the next one comes: in microseconds, as long as it is no larger than this.
constexpr std::size_t mostRecords = 4 * 1024; // fewer than blocks have that are read at once
constexpr quint64 mostBytes = 4 * 1024 * 1024;

bool canJoin(const IndexBlock& first, const IndexBlock& second)
{
    const bool areNeighbours = first.source == second.source && first.end == second.begin;
    const bool areSmall = first.size() + second.size() <= mostRecords && second.end - first.begin <= mostBytes;
    return areNeighbours && areSmall && *first.layout == *second.layout && first.serverZone == second.serverZone
        && first.loggedTimes.empty() == second.loggedTimes.empty();
}

/// Takes the codes of @p second into @p joined, and returns what they are there.
std::vector<LocalCode> addCodes(const IndexBlock& second, IndexBlock& joined)
{
    std::vector<LocalCode> codes;
    for (std::size_t i = 0; i < second.codeTexts.size(); ++i) {
        std::size_t known = 0;
        while (known < joined.codeTexts.size()
               && (joined.codeTexts[known] != second.codeTexts[i] || joined.codeLogs[known] != second.codeLogs[i]))
            ++known;
        if (known == joined.codeTexts.size()) {
            joined.codeTexts.push_back(second.codeTexts[i]);
            joined.codeLogs.push_back(second.codeLogs[i]);
            joined.codeCounts.push_back(0);
        }
        joined.codeCounts[known] += second.codeCounts[i];
        codes.push_back(LocalCode(known));
    }
    return codes;
}

template <typename Values> void append(const Values& values, Values& all)
{
    all.insert(all.end(), values.begin(), values.end());
}

} // namespace

std::optional<JoinedBlocks> joinBlocks(const IndexBlock& first, const IndexBlock& second)
{
    if (!canJoin(first, second))
        return {};
    JoinedBlocks joined{.block = std::make_shared<IndexBlock>(first), .codesOfSecond = {}};
    IndexBlock& block = *joined.block;
    joined.codesOfSecond = addCodes(second, block);
    block.end = second.end;
    block.lineCount += second.lineCount;
    for (const quint32 start : second.starts)
        block.starts.push_back(start + quint32(second.begin - first.begin));
    for (std::size_t i = 0; i < second.size(); ++i)
        block.codesAndFlags.push_back(qToUnderlying(joined.codesOfSecond[qToUnderlying(second.code(i))])
                                      | quint32(second.flags(i).toInt()) << 24);
    append(second.times, block.times);
    append(second.loggedTimes, block.loggedTimes);
    for (const quint32 records : second.skippedLines)
        block.skippedLines.push_back(records + quint32(first.size()));
    block.malformedCount += second.malformedCount;
    if (!block.clockReading)
        block.clockReading = second.clockReading;
    block.reach(second.firstTime);
    block.reach(second.lastTime);
    return joined;
}

} // namespace TmgLens
