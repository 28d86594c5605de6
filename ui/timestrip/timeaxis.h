// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/index/indexblock.h"

namespace TmgLens {

using TimeRange = Filter::Times;

/// A stretch of time along a line of pixels. A value.
class TimeAxis
{
public:
    /// One without length.
    TimeAxis() = default;
    /// @p range along @p width pixels; neither may be empty.
    TimeAxis(const TimeRange& range, int width);

    [[nodiscard]] bool isEmpty() const { return m_width == 0; }
    [[nodiscard]] const TimeRange& range() const { return m_range; }
    [[nodiscard]] std::chrono::seconds span() const { return m_range.end - m_range.begin; }
    [[nodiscard]] int width() const { return m_width; }

    /// Pixels from the left, also for times that are not on the axis.
    [[nodiscard]] double position(LogTime time) const;
    /// The second at @p position pixels from the left.
    [[nodiscard]] LogTime time(double position) const;

private:
    TimeRange m_range = {};
    int m_width = 0;
};

/// The times from @p first to @p last, and more if that is less than a minute, so that a record has a place of its own.
[[nodiscard]] TimeRange roomFor(LogTime first, LogTime last);

/// @p view, @p factor times as long, with @p fixed at the same place in it; within @p whole, and not below ten seconds.
[[nodiscard]] TimeRange zoomed(const TimeRange& view, double factor, LogTime fixed, const TimeRange& whole);

/// @p view, later by @p distance, as far as @p whole goes.
[[nodiscard]] TimeRange moved(const TimeRange& view, std::chrono::seconds distance, const TimeRange& whole);

} // namespace TmgLens
