// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/finding/finding.h"
#include "model/index/recordindex.h"

#include <optional>

namespace TmgLens {

/// Looks for @p patterns in all records of @p index, and tells standard error how far it is; nothing if the logs cannot
/// be read any more, which has been said.
[[nodiscard]] FindingsPointer searchFindings(const PatternsPointer& patterns, const RecordIndex& index);

/// The same for the patterns that the program ships.
[[nodiscard]] FindingsPointer searchFindings(const RecordIndex& index);

/// The records that @p filter lets through, which asks for findings: they can only be told when all logs have been
/// read, and @p found has been found in them. Nothing after an error, which has been said.
[[nodiscard]] std::optional<std::vector<quint32>> chooseByFindings(const FilterExpression& filter,
                                                                   const RecordIndex& index, const Findings& found);

} // namespace TmgLens
