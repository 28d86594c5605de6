// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"
#include "model/filter/filterexpression.h"
#include "model/index/columnset.h"
#include "model/load/scanlog.h"

#include <QCommandLineOption>

#include <expected>
#include <functional>
#include <optional>

namespace TmgLens {

/// What came of reading logs, from bad to good.
enum class Reading {
    Failed, ///< Nothing could be read; why has been said.
    Flawed, ///< Something is malformed or was skipped; that has been said.
    Clean,
};

/// Receives the blocks of a log in their order, with the records that the filter lets through, if there is a filter.
using LogSink = std::function<void(const ScannedBlock& scanned)>;

/**
 * Reads a whole log, `-` being standard input, as @p choices say, judges its records by @p filter and hands all to
 * @p sink; at least one
 * block, which has no records if the log has none. Tells standard error how it goes, what is malformed and what was
 * skipped.
 */
[[nodiscard]] Reading readLog(const QString& path, const ScanChoices& choices, const FilterExpression& filter,
                              const LogSink& sink);

/// The parsed value of `--filter`, or the status to exit with; the mistake has been shown where it is.
[[nodiscard]] std::expected<FilterExpression, ExitStatus> parseFilter(const QString& text);

/// The option `--date-order` of the verbs that read logs.
[[nodiscard]] QCommandLineOption dateOrderOption();

/// What `--date-order` says, which @p text is the value of, or the status to exit with after saying what is wrong.
[[nodiscard]] std::expected<ScanChoices, ExitStatus> parseDateOrder(const QString& text);

/// Nothing if a log with @p columns has all fields that @p filter asks for; else the status to exit with, after saying
/// which it lacks.
[[nodiscard]] std::optional<ExitStatus> refuseMissingFields(const FilterExpression& filter, const ColumnSet& columns);

} // namespace TmgLens
