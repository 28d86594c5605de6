// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"
#include "model/filter/filterexpression.h"
#include "model/index/recordindex.h"

#include <expected>
#include <optional>

namespace TmgLens {

/// A log that has been read to its end.
struct ReadLog
{
    std::vector<BlockPointer> blocks;
    bool isClean = true; ///< False if something is malformed or was skipped; that has been said.
};

/**
 * Reads a whole log, `-` being standard input. Tells standard error how it goes, what is malformed and what was
 * skipped.
 *
 * Nothing if it could not be read; why has been said.
 */
[[nodiscard]] std::optional<ReadLog> readLog(const QString& path);

/// The parsed value of `--filter`, or the status to exit with; the mistake has been shown where it is.
[[nodiscard]] std::expected<FilterExpression, ExitStatus> parseFilter(const QString& text);

/// Nothing if a log with @p columns has all fields that @p filter asks for; else the status to exit with, after saying
/// which it lacks.
[[nodiscard]] std::optional<ExitStatus> refuseMissingFields(const FilterExpression& filter, const ColumnSet& columns);

/// The records of @p index that @p filter lets through, ascending; nothing if they could not be read, which has been
/// said.
[[nodiscard]] std::optional<std::vector<quint32>> chosenRecords(const RecordIndex& index,
                                                                const FilterExpression& filter);

} // namespace TmgLens
