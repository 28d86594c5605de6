// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

namespace TmgLens {

/// The order of the parts in native dates, and whether anything settled it.
struct DateOrderGuess
{
    LogLayout::DateOrder order = LogLayout::DateOrder::MonthDayYear;
    bool isSettled = true;
};

/**
 * Finds out the order of the parts in native dates, which follow the server's locale.
 *
 * A part above 12 settles it, or a year in front; then the day of the first one by another clock, or the date in the
 * file name (`YYYYMMDD`); then dots, which no locale of Windows puts behind a month in front; then that days must not
 * jump. Where all of it leaves the order open,
 * month first, as on a server in English (United States).
 *
 * @param dates cells in the order of the file, some of them from its end
 * @param firstDay UTC day of the first one, if the record tells it
 */
[[nodiscard]] DateOrderGuess guessDateOrder(std::span<const std::string_view> dates, QStringView fileName,
                                            std::optional<std::chrono::sys_days> firstDay = {});

} // namespace TmgLens
