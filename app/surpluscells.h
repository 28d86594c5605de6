// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/load/scanlog.h"

namespace TmgLens {

/// How many records that are written, those of @p scanned that @p filter lets through, have cells beyond those that a
/// CSV file has columns for.
[[nodiscard]] quint64 surplusCount(const ScannedBlock& scanned, const FilterExpression& filter);

/// Says on standard error that so many records had such cells, if any had.
void complainOfSurplusCells(quint64 recordCount);

} // namespace TmgLens
