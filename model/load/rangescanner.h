// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/zoneclock.h"
#include "model/load/scanlog.h"

namespace TmgLens {

/// What all tasks of a scan have in common.
struct ScanJob
{
    SourcePointer source;
    quint64 dataStart = 0;
    quint64 dataEnd = 0; ///< Where the log ends; the last line of a range may reach up to there.
    RecordChooser chooser;
    RowMaker rowMaker;
    ZoneClock serverClock; ///< For logs that tell local times alone.
};

/// Which bytes of the source a task looks after: the records that start in them. Not empty.
struct ScanRange
{
    quint64 begin = 0;
    quint64 end = 0;
    bool isAtRecord = false; ///< It is known that a record starts at the begin; else it starts after a line end.
};

/// A range, parsed and looked through.
struct ScannedRange
{
    std::vector<ScannedBlock> blocks;
    LayoutPointer layoutAtStart;
    LayoutPointer layoutAtEnd;
    // In logs with quotes, where records can have several lines: where the first record was taken to start, and where
    // the next one does; nothing where that is not known.
    std::optional<quint64> recordsBegin = {};
    std::optional<quint64> recordsEnd = {};
    std::optional<LoadError> failure = {}; ///< Why there are no records up to the end of the range.
};

/**
 * Reads and scans the records that start in @p range, the first of them under @p layout: to the end of the last one, or
 * as far as a record may go. Where the source fails, there are the whole records before. Fails as the chooser does, and
 * with LoadError::Kind::NoMemory. Thread-safe.
 */
[[nodiscard]] std::expected<ScannedRange, LoadError> scanRange(const ScanJob& job, const ScanRange& range,
                                                               const LayoutPointer& layout);

} // namespace TmgLens
