// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/timebins.h"

#include <algorithm>
#include <array>

using namespace std::chrono;
using namespace std::chrono_literals;

namespace TmgLens {

namespace {

constexpr std::array<seconds, 19> sensibleWidths = {1s,    2s,    5s, 10s, 15s, 30s, 1min, 2min,    5min,   10min,
                                                    15min, 30min, 1h, 2h,  3h,  6h,  12h,  days(1), days(7)};

/// The quotient of @p time and @p width, rounded down.
qint64 wholeWidths(seconds time, seconds width)
{
    const qint64 quotient = time / width;
    return time % width < 0s ? quotient - 1 : quotient;
}

seconds sensibleWidth(seconds span, int most)
{
    const auto fits = [span, most](seconds width) { return span <= width * most; };
    const auto known = std::ranges::find_if(sensibleWidths, fits);
    seconds width = known != sensibleWidths.end() ? *known : sensibleWidths.back();
    while (!fits(width))
        width *= 2;
    return width;
}

} // namespace

int TimeBins::binAt(LogTime time) const
{
    constexpr qint64 furthest = 1 << 30; // a stray date can be a century of seconds away
    return int(std::clamp(wholeWidths(time - begin, width), -furthest, furthest));
}

TimeBins sensibleBins(LogTime begin, LogTime end, int most, seconds offset)
{
    const seconds width = sensibleWidth(end - begin, std::max(1, most));
    const LogTime monday = sys_days(1970y / January / 5) - offset;
    TimeBins bins{.begin = monday + wholeWidths(begin - monday, width) * width, .width = width, .count = 0};
    bins.count = bins.binAt(end - 1s) + 1;
    return bins;
}

} // namespace TmgLens
