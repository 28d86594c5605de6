// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/database/logtable.h"
#include "model/filter/filterexpression.h"
#include "model/source/bytesource.h"

#include <functional>

namespace TmgLens {

/// What is to be read of a database.
struct TableRequest
{
    DatabaseLogin login;
    LogTable table;
    std::optional<TimeSpan> span = {}; ///< Without it, all rows, also those without a time.
    FilterExpression filter = {}; ///< Rows that it cannot let through may be left out.
};

/// Told on the thread that reads: how many rows have come, of how many.
using TableProgress = std::function<void(quint64 rows, quint64 totalRows)>;

/**
 * Reads the rows that @p request asks for into a temporary file: a CSV under titles, in the order of time.
 *
 * Rows come by stretches of time, each a question of its own, so that neither the driver nor the server has to hold
 * many at once. Fails if nothing can be read; if the connection breaks later, or @p stop is requested, the rows up to
 * there are in the file, and ByteSource::damage() says why there are no more. Blocks the caller.
 */
[[nodiscard]] std::expected<SourcePointer, LoadError>
readTable(const TableRequest& request, const std::stop_token& stop, const TableProgress& progress = {});

} // namespace TmgLens
