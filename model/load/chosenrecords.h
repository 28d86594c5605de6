// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"
#include "model/load/scanlog.h"

namespace TmgLens {

/// Appends the block of @p scanned to @p index, and to @p chosen the numbers that its chosen records have there; those
/// of all its records, unless it @p isChosen from.
void appendChosen(const ScannedBlock& scanned, bool isChosen, RecordIndex& index, std::vector<quint32>& chosen);

} // namespace TmgLens
