// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/columnset.h"

namespace TmgLens {

/**
 * The columns of @p columns that a person wants to see first in a log of kind @p kind, the most important first: when,
 * who, what came of it, what was asked for.
 *
 * All columns, in the order of the log, where little is known about them.
 */
[[nodiscard]] std::vector<int> defaultColumns(const ColumnSet& columns, LogKind kind);

} // namespace TmgLens
