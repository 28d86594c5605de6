// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <span>
#include <string_view>

namespace TmgLens {

/// The tag of a syslog prefix that most of @p rows have; empty if most have none.
[[nodiscard]] QByteArray commonRelayTag(std::span<const std::string_view> rows);

/**
 * Finds out the layout of rows that have no header from what their cells look like.
 *
 * Each known field order is laid along the cells, fields left out where that fits better; the best fit wins. Needs a
 * date, a time, a result and an address; nothing if no order fits.
 *
 * @param rows some records without line ends, directives left out
 * @param fileName settles the order of native dates that the rows leave open, if it holds `YYYYMMDD`
 */
[[nodiscard]] std::optional<LogLayout> guessLayout(std::span<const std::string_view> rows, QStringView fileName);

} // namespace TmgLens
