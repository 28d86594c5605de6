// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/filter/foundrecords.h"
#include "model/filter/pickedrecords.h"
#include "model/filter/resultselection.h"
#include "model/index/recordchooser.h"
#include "model/index/recordindex.h"

#include <functional>
#include <stop_token>

namespace TmgLens {

/// Everything that decides whether a record is visible: all of it must let the record through.
struct RecordFilter
{
    ResultSelection selection = {};
    FilterExpression expression = {};
    bool onlyMalformed = false;
    QStringList hiddenFiles = {}; ///< Paths of logs, as ByteSource::path() gives them.
    FoundRecordsPointer found = {}; ///< What the expression means by `finding:`; without it that lets nothing through.
    PickedRecordsPointer picked = {}; ///< Nothing but these; nullptr for no such limit.

    [[nodiscard]] bool isEmpty() const
    {
        return selection.showsAll() && expression.isEmpty() && !onlyMalformed && hiddenFiles.isEmpty() && !picked;
    }
    /// Whether records of @p source can be visible.
    [[nodiscard]] bool showsFile(const ByteSource& source) const
    {
        return hiddenFiles.isEmpty() || !hiddenFiles.contains(source.path());
    }
};

/// Chooses the records that @p filter lets through, while a log is being read, and so nobody can have picked any. Times
/// that are written without a zone are by the clock of the log: UTC, or @p serverClock, that of its server.
[[nodiscard]] RecordChooser recordChooser(const RecordFilter& filter, const ZoneClock& serverClock = {});

/**
 * The records of @p index from @p first on (all from 0) that @p filter lets through, ascending. Times that are written
 * without a zone are by index.clock().
 *
 * Runs on all processors and blocks the caller. @p progress gets 0 to 100 now and then, from any thread. When @p stop
 * is requested the result is incomplete and to be thrown away. The error says that the source could not be read, or
 * that a regular expression gave up on a record (LoadError::Kind::PatternGaveUp).
 *
 * A comparison with a field that a record lacks lets nothing through; missingFields() tells beforehand.
 */
[[nodiscard]] std::expected<std::vector<quint32>, LoadError>
matchRecords(const RecordIndex& index, const RecordFilter& filter, quint32 first, const std::stop_token& stop,
             const std::function<void(int)>& progress = {});

} // namespace TmgLens
