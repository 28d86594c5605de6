// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/indexblock.h"

#include <algorithm>

namespace TmgLens {

std::size_t IndexBlock::limit(std::size_t i) const
{
    const std::size_t next = i + 1 < size() ? starts[i + 1] : std::size_t(end - begin);
    return std::min(next, starts[i] + maximumRecordLength);
}

quint64 IndexBlock::line(std::size_t i) const
{
    const auto before = std::ranges::upper_bound(skippedLines, quint32(i));
    return quint64(i) + quint64(before - skippedLines.begin());
}

bool IndexBlock::isFollowedBySkippedLine(std::size_t i) const
{
    return !skippedLines.empty() && std::ranges::binary_search(skippedLines, quint32(i + 1));
}

} // namespace TmgLens
