// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/output/logsummary.h"
#include "model/output/texttable.h"

namespace TmgLens {

/// The summary as one JSON object, by the contract of `tmglens summary --json`.
[[nodiscard]] QByteArray summaryJson(const LogSummary& summary);

/// The summary for people: the logs, the classes, the codes with their meaning.
[[nodiscard]] QString summaryText(const LogSummary& summary, TextStyle style);

} // namespace TmgLens
