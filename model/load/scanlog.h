// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordchooser.h"

#include <functional>
#include <limits>
#include <optional>
#include <stop_token>

namespace TmgLens {

/// Records that a table can number: rows of a Qt model are `int`.
inline constexpr quint64 maximumRecords = std::numeric_limits<int>::max();

/// What follows the last record of a log that was copied while the service held it: the file is preallocated.
struct LogTail
{
    quint64 offset = 0; ///< Where the NUL bytes begin.
    quint64 nulBytes = 0; ///< How many there are, up to the end of the file.
};

/// How a scan ended, if nothing failed.
struct ScanOutcome
{
    LayoutPointer layout = {}; ///< At the start of the log; also there if no record follows the header.
    quint64 bytesScanned = 0;
    std::optional<LogTail> tail = {};
    std::optional<LoadError> damage = {}; ///< As the source tells it.
    bool isComplete = true; ///< False if it was stopped.
};

/// How far a scan is.
struct ScanProgress
{
    quint64 bytes = 0;
    quint64 totalBytes = 0;
    quint64 records = 0;
};

/// A block as a scan hands it over.
struct ScannedBlock
{
    BlockPointer block = {};
    std::vector<quint32> chosen = {}; ///< What the chooser returned for it.
    std::string rows = {}; ///< What was made of those; of all of its records, if there is no chooser.
};

/**
 * Receives sealed blocks in file order, called on the thread that called scanLog(). Small first (a screenful), then as
 * they are ready.
 */
using BlockSink = std::function<void(const ScannedBlock& scanned, const ScanProgress& progress)>;

/// What somebody says about a log that does not tell it itself.
struct ScanChoices
{
    std::optional<LogLayout::DateOrder> dateOrder = {}; ///< Of dates in the server's locale.
    std::optional<LogLayout::DateOrder> guessedDateOrder = {}; ///< The same, for logs that do not tell it themselves.
    std::optional<QTimeZone> serverZone = {}; ///< Of local times; else this computer's, as long as logs show no other.
};

/**
 * Reads @p source from start to end: finds out the format, parses stretches of it in parallel and hands the blocks to
 * @p sink in order, with the records that @p chooser chooses, whose error ends the scan, and what @p rowMaker makes of
 * them.
 *
 * Blocks the caller, so the window runs it through LogLoader. Ends early, without an error, when @p stop is requested.
 */
[[nodiscard]] std::expected<ScanOutcome, LoadError>
scanLog(const SourcePointer& source, const BlockSink& sink, const std::stop_token& stop,
        const RecordChooser& chooser = {}, const ScanChoices& choices = {}, const RowMaker& rowMaker = {});

} // namespace TmgLens
