// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/query/timebins.h"
#include "model/table/recordrows.h"

#include <array>
#include <stop_token>

namespace TmgLens {

/// Counts of records by ResultClass.
using ClassCounts = std::array<quint32, resultClassCount>;

/// How many records of each class fall into each of some bins.
struct TimeHistogram
{
    TimeBins bins;
    std::vector<ClassCounts> counts; ///< By bin.
    quint32 outside = 0; ///< Records before the first bin or after the last one.
    quint32 timeless = 0; ///< Records without a time.
    quint32 end = 0; ///< Records from this number on have not been looked at.
};

/// All records of a bin, whatever their class.
[[nodiscard]] quint32 total(const ClassCounts& counts);

/**
 * Counts all records of @p index.
 *
 * Goes on from @p before, if that is of the same bins and of records that @p index begins with. Runs on all processors
 * and blocks the caller. When @p stop is requested the result is incomplete and to be thrown away.
 */
[[nodiscard]] TimeHistogram countTimes(const RecordIndex& index, const TimeBins& bins, const std::stop_token& stop,
                                       const TimeHistogram* before = nullptr);

/// Counts the records that are @p rows, in the same way; those outside or without a time only as far as they are met.
[[nodiscard]] TimeHistogram countTimes(const RecordIndex& index, const RecordRows& rows, const TimeBins& bins,
                                       const std::stop_token& stop);

} // namespace TmgLens
