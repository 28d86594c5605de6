// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/output/texttable.h"
#include "model/report/findingreport.h"

namespace TmgLens {

/// The findings for people, the worst first; of a pattern that was found often, the first few. Text of the log is made
/// harmless.
[[nodiscard]] QString findingText(const FindingReport& report, TextStyle style);

/// The findings as one JSON object, all of them.
[[nodiscard]] QByteArray findingJson(const FindingReport& report);

} // namespace TmgLens
