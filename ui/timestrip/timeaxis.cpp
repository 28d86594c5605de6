// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timestrip/timeaxis.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;
using std::chrono::seconds;

namespace TmgLens {

namespace {

seconds scaled(seconds time, double factor)
{
    return seconds(std::llround(double(time.count()) * factor));
}

} // namespace

TimeAxis::TimeAxis(const TimeRange& range, int width) : m_range(range), m_width(width) {}

double TimeAxis::position(LogTime time) const
{
    return double((time - m_range.begin).count()) * m_width / double(span().count());
}

LogTime TimeAxis::time(double position) const
{
    return m_range.begin + seconds(qint64(std::floor(position * double(span().count()) / m_width)));
}

TimeRange roomFor(LogTime first, LogTime last)
{
    const LogTime minute = std::chrono::floor<std::chrono::minutes>(first);
    return last < minute + 1min ? TimeRange{minute, minute + 1min} : TimeRange{first, last + 1s};
}

TimeRange zoomed(const TimeRange& view, double factor, LogTime fixed, const TimeRange& whole)
{
    const seconds span = std::clamp(scaled(view.end - view.begin, factor), 10s, whole.end - whole.begin);
    const double share = double((fixed - view.begin).count()) / double((view.end - view.begin).count());
    const LogTime begin = fixed - scaled(span, share);
    return moved({begin, begin + span}, 0s, whole);
}

TimeRange moved(const TimeRange& view, seconds distance, const TimeRange& whole)
{
    const seconds span = std::min(view.end - view.begin, whole.end - whole.begin);
    const LogTime begin = std::clamp(view.begin + distance, whole.begin, whole.end - span);
    return {begin, begin + span};
}

} // namespace TmgLens
