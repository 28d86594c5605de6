// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/indexblock.h"

namespace TmgLens {

/// Stretches of time of equal length, one after the other, by the clock of a log.
struct TimeBins
{
    LogTime begin{};
    std::chrono::seconds width{1};
    int count = 0;

    [[nodiscard]] LogTime beginOf(int bin) const { return begin + bin * width; }
    [[nodiscard]] LogTime end() const { return beginOf(count); }
    /// The bin that @p time is in; those that do not exist lie before 0 and from count on.
    [[nodiscard]] int binAt(LogTime time) const;

    bool operator==(const TimeBins&) const = default;
};

/**
 * Bins that cover the times from @p begin up to @p end, at most @p most of them and two that stick out.
 *
 * Of the lengths that people count in, from a second to a week, the shortest that will do, and multiples of a week
 * beyond. Bins begin where a clock does that is ahead of the log's by @p offset: at the full minute, at midnight, on
 * Monday.
 */
[[nodiscard]] TimeBins sensibleBins(LogTime begin, LogTime end, int most, std::chrono::seconds offset);

} // namespace TmgLens
