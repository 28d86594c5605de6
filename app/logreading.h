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

class QCommandLineParser;

namespace TmgLens {

/// What came of reading logs, from bad to good.
enum class Reading {
    Failed, ///< Nothing could be read; why has been said.
    Flawed, ///< Something is malformed or was skipped; that has been said.
    Clean,
};

/// What the arguments say about how logs are read.
struct ReadingOptions
{
    ScanChoices choices;
    FilterExpression filter;
    std::optional<quint64> maximumUnpacked; ///< As UnpackOptions::maximum.
    RowMaker rowMaker = {}; ///< As scanLog() has it.
};

/// Chooses the records that the filter of @p options lets through while logs are read; null if there is no filter.
[[nodiscard]] RecordChooser chooserOf(const ReadingOptions& options);

/// Receives the blocks of a log in their order, with the records that the filter lets through, if there is a filter.
/// @p path is that of the log, as it was given or within an archive.
using LogSink = std::function<void(const QString& path, const ScannedBlock& scanned)>;

/**
 * Reads the whole log at @p path, `-` being standard input, or one by one the logs in an archive or a database, judges
 * their records and hands all to @p sink; at least one block of each log, which has no records if the log has none.
 * Tells standard error how it goes, what is malformed and what was skipped.
 */
[[nodiscard]] Reading readLogs(const QString& path, const ReadingOptions& options, const LogSink& sink);

/// Reads one log at @p path, or in an archive there.
using LogReader = std::function<Reading(const QString& path, const SourcePointer& source)>;

/// As readLogs(), with @p readOne for each log in its turn. It may tell standard error what it likes.
[[nodiscard]] Reading visitEach(const QString& path, const ReadingOptions& options, const LogReader& readOne);

/// The part of readLogs() for one log. Where @p stop is requested, there is no telling how it is.
[[nodiscard]] Reading readLog(const QString& path, const SourcePointer& source, const ReadingOptions& options,
                              const LogSink& sink, const std::stop_token& stop = {});

/// The option `--max-unpacked` of the verbs that read logs.
[[nodiscard]] QCommandLineOption maximumUnpackedOption();

/// Its value; the status to exit with if that is no size, after saying so.
[[nodiscard]] std::expected<std::optional<quint64>, ExitStatus> parseMaximumUnpacked(const QCommandLineParser& parser);

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
