// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/index/zoneclock.h"

#include <optional>

namespace TmgLens::Filter {

/**
 * A point in time as people write it: `2010`, `2010-05`, `2010-05-12`, `2010-05-12T10`, `2010-05-12T10:30`,
 * `2010-05-12 10:30:15`. What is left out makes the span longer. Behind a time of day may stand its zone: `Z`,
 * `+02:00`. Nothing for dates that do not exist.
 */
[[nodiscard]] std::optional<Times> parseTimes(QStringView text);

/// The moments from the first at which @p clock shows the begin of @p times, to the last at which it shows their end.
[[nodiscard]] Times momentsOf(const Times& times, const ZoneClock& clock);

/// The value of a comparison whose moments by @p clock are @p moments: as timesText(), with the zone behind the times
/// where the clock shows them twice.
[[nodiscard]] Value timesValue(const Times& moments, const ZoneClock& clock);

/**
 * The text that parses to @p times as the value of a comparison: one time where it says all, `2010-05-12`, else a range
 * of minutes or seconds, of which the last one is part: `2010-05-12T10:00..2010-05-12T10:29` ends at half past ten.
 * Both ends must lie in years of four digits, and be no moments.
 */
[[nodiscard]] QString timesText(const Times& times);

/// The moments that compare with @p moments as @p op asks for; those of NotEqual are the ones to be left out.
[[nodiscard]] Times compared(const Times& moments, Operator op);

/// A time of day: `10:30` (a minute) or `10:30:15` (a second).
[[nodiscard]] std::optional<DayTimes> parseDayTimes(QStringView text);

} // namespace TmgLens::Filter
