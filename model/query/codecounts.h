// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/table/recordrows.h"

#include <stop_token>

namespace TmgLens {

/// Counts of records by CodeIndex.
using CodeCounts = std::vector<quint32>;

/**
 * Counts those records of @p index that are @p rows.
 *
 * Takes some nanoseconds a record and reads nothing; from any thread. When @p stop is requested the result is
 * incomplete and to be thrown away.
 */
[[nodiscard]] CodeCounts countCodes(const RecordIndex& index, const RecordRows& rows, const std::stop_token& stop);

} // namespace TmgLens
