// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/filter/filternode.h"
#include "model/index/zoneclock.h"

#include <optional>

namespace TmgLens {

/**
 * The stretch of time in which @p expression lets records through, as its comparisons with dates say that stand side by
 * side at the top; nothing if none does. Times of day, lists, and what stands in parentheses or behind `NOT` play no
 * part. Its ends are moments, for times that are written by @p clock; an end that is open is the least or the greatest
 * of all times; the stretch can be empty.
 */
[[nodiscard]] std::optional<Filter::Times> timeRange(const FilterExpression& expression, const ZoneClock& clock);

/// @p expression with @p range, which is not empty, in the place of the comparisons that timeRange() reads, or without
/// them.
[[nodiscard]] FilterExpression withTimeRange(const FilterExpression& expression,
                                             const std::optional<Filter::Times>& range, const ZoneClock& clock);

} // namespace TmgLens
