// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timestrip/rangedrag.h"

#include <algorithm>

namespace TmgLens {

namespace {

TimeRange binWith(const TimeBins& bins, LogTime time)
{
    const int bin = bins.binAt(time);
    return {bins.beginOf(bin), bins.beginOf(bin + 1)};
}

} // namespace

RangeDrag::RangeDrag(const TimeBins& bins, LogTime time) : m_fixed(binWith(bins, time)), m_range(m_fixed) {}

RangeDrag::RangeDrag(const TimeRange& range, LogTime time) : m_range(range)
{
    const bool isBegin = time - range.begin < range.end - time;
    const LogTime border = isBegin ? range.end : range.begin;
    m_fixed = {border, border};
}

void RangeDrag::moveTo(const TimeBins& bins, LogTime time)
{
    const TimeRange bin = binWith(bins, time);
    m_range = {std::min(m_fixed.begin, bin.begin), std::max(m_fixed.end, bin.end)};
}

} // namespace TmgLens
