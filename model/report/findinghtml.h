// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/report/findingreport.h"

namespace TmgLens {

/**
 * The report as one page of HTML 5 that needs no other file and runs no script: counts, a chart over time, the findings
 * with the first records they rest on.
 *
 * Text of the log is escaped and made harmless; of a pattern that was found often, the first findings are told.
 */
[[nodiscard]] QString findingHtml(const FindingReport& report);

} // namespace TmgLens
