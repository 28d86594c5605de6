// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/indexblock.h"

#include <algorithm>

namespace TmgLens {

quint64 IndexBlock::line(std::size_t i) const
{
    const auto before = std::ranges::upper_bound(skippedLines, quint32(i));
    return quint64(i) + quint64(before - skippedLines.begin());
}

} // namespace TmgLens
