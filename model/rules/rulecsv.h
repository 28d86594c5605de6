// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/rules/ruletotals.h"

#include <QByteArray>

#include <span>

namespace TmgLens {

/**
 * @p rules as CSV: a header, then a row each, in their order, with line ends as RFC 4180 wants them.
 *
 * Names and codes are as the log has them, but for cells that a spreadsheet would run, which get an apostrophe (see
 * isFormula()). Moments are in UTC. What nobody has counted to its end stands as `>1000000`.
 */
[[nodiscard]] QByteArray rulesAsCsv(std::span<const RuleTotals> rules);

} // namespace TmgLens
