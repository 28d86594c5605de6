// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/load/scanlog.h"
#include "model/output/csvoptions.h"
#include "model/output/targetfile.h"
#include "model/set/setoutline.h"

namespace TmgLens {

/// How the logs of a set are read: as they were read for its outline.
struct SetReading
{
    RecordChooser chooser = {}; ///< Chooses the records to be written; all, if there is none.
    ScanChoices choices = {};
};

/**
 * Writes the records of the set that @p outline is of as CSV to @p device, in the order of time: what writeCsv() makes
 * of timeOrder() over an index of the whole set.
 *
 * Logs whose times overlap are read together and let go when they are written, so that memory is that of the most
 * records that overlap, whatever the size of the set. @p progress gets the number of logs written so far, again and
 * again, on the calling thread. Blocks the caller. Records that were added to a log since the outline was made may
 * stand out of order.
 */
[[nodiscard]] Written writeSetCsv(QIODevice& device, const SetOutline& outline, const CsvOptions& options,
                                  const SetReading& reading, const std::stop_token& stop,
                                  const std::function<void(std::size_t)>& progress = {});

} // namespace TmgLens
