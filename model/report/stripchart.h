// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/report/findingreport.h"

namespace TmgLens {

/// How many records of each class came when, and when the alarms and warnings of @p report were, as a drawing (SVG)
/// that stands in a page; empty if no record has a time. Reads the index alone.
[[nodiscard]] QString stripChart(const FindingReport& report);

} // namespace TmgLens
