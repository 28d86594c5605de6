// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/table/recordrows.h"

namespace TmgLens {

/**
 * Of the records that are @p rows, the earliest at or after @p time; of several at that moment, the first in the order
 * of the file. Nothing if there is none. Looks into blocks only that can hold it: fast enough for the GUI thread.
 */
[[nodiscard]] std::optional<RecordNumber> firstRecordFrom(const RecordIndex& index, const RecordRows& rows,
                                                          LogTime time);

} // namespace TmgLens
