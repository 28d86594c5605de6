// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <span>
#include <string_view>

namespace TmgLens {

/**
 * The order of the parts in native dates, which follow the server's locale.
 *
 * A part above 12 settles it, or a year in front; then the date in the file name (`YYYYMMDD`); then that days must not
 * jump. Where all of it leaves the order open, month first, as on a server in English (United States).
 */
[[nodiscard]] LogLayout::DateOrder guessDateOrder(std::span<const std::string_view> dates, QStringView fileName);

} // namespace TmgLens
