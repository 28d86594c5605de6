// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/table/timedisplay.h"

namespace TmgLens {

/// The clock by which a window shows the times of a log. A value.
struct ShownClock
{
    LogLayout::Clock ofLog = LogLayout::Clock::Utc;
    TimeDisplay display = TimeDisplay::AsLogged;

    /// What the clock shows at @p time, which must exist.
    [[nodiscard]] QDateTime at(LogTime time) const { return shownTime(time, ofLog, display); }
    /// How far it is ahead of the clock of the log.
    [[nodiscard]] std::chrono::seconds offset(LogTime time) const;
    /// The moment at which it shows @p wall; where summer time begins or ends, one near it.
    [[nodiscard]] LogTime timeOf(LogTime wall) const;
    /// For people: `UTC`, the name of a zone, or the words for that of the server.
    [[nodiscard]] QString zone(LogTime time) const;

    bool operator==(const ShownClock&) const = default;
};

} // namespace TmgLens
