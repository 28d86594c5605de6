// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace TmgLens {

/**
 * A number below their count for each of @p values, so that the numbers compare as the values do, byte by byte; equal
 * ones have the same. A value that is shorter compares as if NUL bytes followed.
 *
 * Sorts on all processors, and blocks the caller. When @p stop is requested the answer comes soon and is of no use.
 */
[[nodiscard]] std::vector<quint32> rankValues(std::span<const std::string_view> values, const std::stop_token& stop);

} // namespace TmgLens
