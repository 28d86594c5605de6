// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/query/timehistogram.h"

namespace TmgLens {

/// Classes from the foot of a bar to its top: what is rare and bad first.
inline constexpr std::array stackedClasses = {
    ResultClass::Attack,  ResultClass::Limit, ResultClass::Failed,     ResultClass::Denied, ResultClass::Dropped,
    ResultClass::Unknown, ResultClass::Info,  ResultClass::Redirected, ResultClass::Closed, ResultClass::Allowed,
};
static_assert(stackedClasses.size() == resultClassCount);

/// Whether records of the class did not get what they wanted: what a person looks for in a strip.
[[nodiscard]] bool isProblem(ResultClass resultClass);

/**
 * Where the parts of a bar end, in pixels above its foot, by place in stackedClasses; each starts where the one below
 * ends.
 *
 * The line beside the bar is a scale of square roots, on which @p top records are as high as @p height: 3 % of failures
 * at the foot of a full bar take 17 % of it, and 60 % take 77 %; a night with a hundredth of the noon's traffic can be
 * seen. A problem has one pixel at least, a bar that is not empty two. Bars for more than @p top are cut off.
 */
[[nodiscard]] std::array<int, resultClassCount> stackHeights(const ClassCounts& counts, quint32 top, int height);

} // namespace TmgLens
