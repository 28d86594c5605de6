// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <chrono>
#include <string_view>

namespace TmgLens {

/// Years outside are damage: the first of the products is from 2000, and a time has to fit into the index.
inline constexpr std::chrono::year firstLogYear(1980);
inline constexpr std::chrono::year lastLogYear(2115);

/**
 * The date that @p cell holds: three numbers between `/`, `.` or `-`, zeros or not, in @p order. Nothing for a date
 * that does not exist or is of another century. A part of four digits is the year wherever it stands. Thread-safe, no
 * locale.
 */
[[nodiscard]] std::optional<std::chrono::sys_days> parseDate(std::string_view cell, LogLayout::DateOrder order);

/// The time of day that @p cell holds: `H:MM:SS`, with or without fractions (dropped) and AM or PM.
[[nodiscard]] std::optional<std::chrono::seconds> parseTimeOfDay(std::string_view cell);

/// Date and time in one cell, with blanks, a tab or a T between.
[[nodiscard]] std::optional<std::chrono::sys_seconds> parseDateTime(std::string_view cell, LogLayout::DateOrder order);

/// True for something of the shape of a date or a time, whether it exists or not.
[[nodiscard]] bool looksLikeDate(std::string_view cell);
[[nodiscard]] bool looksLikeTime(std::string_view cell);

} // namespace TmgLens
