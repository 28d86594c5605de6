// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"
#include "model/filter/filterexpression.h"
#include "model/index/recordindex.h"
#include "model/load/scanlog.h"

#include <expected>
#include <optional>

namespace TmgLens {

/// A log that has been read to its end.
struct ReadLog
{
    std::vector<ScannedBlock> blocks; ///< With the records that the filter lets through, if there is a filter.
    bool isClean = true; ///< False if something is malformed or was skipped; that has been said.
};

/**
 * Reads a whole log, `-` being standard input, and judges its records by @p filter. Tells standard error how it goes,
 * what is malformed and what was skipped.
 *
 * Nothing if it could not be read; why has been said.
 */
[[nodiscard]] std::optional<ReadLog> readLog(const QString& path, const FilterExpression& filter);

/// The parsed value of `--filter`, or the status to exit with; the mistake has been shown where it is.
[[nodiscard]] std::expected<FilterExpression, ExitStatus> parseFilter(const QString& text);

/// Nothing if a log with @p columns has all fields that @p filter asks for; else the status to exit with, after saying
/// which it lacks.
[[nodiscard]] std::optional<ExitStatus> refuseMissingFields(const FilterExpression& filter, const ColumnSet& columns);

/// Appends @p log to @p index, and to @p chosen the numbers that those of its records get which @p filter, with which
/// the log was read, lets through.
void appendLog(const ReadLog& log, const FilterExpression& filter, RecordIndex& index, std::vector<quint32>& chosen);

} // namespace TmgLens
