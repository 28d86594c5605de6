// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/finding.h"
#include "model/output/summarywording.h"

/// The words that all forms of a report share.
namespace TmgLens {

/// Context of the sentences for translators.
struct FindingText
{
    Q_DECLARE_TR_FUNCTIONS(FindingText)
};

/// `Alarm`.
[[nodiscard]] QString severityTitle(FindingSeverity severity);
/// The class whose colour stands for @p severity.
[[nodiscard]] ResultClass colourOf(FindingSeverity severity);
/// From when to when, in UTC.
[[nodiscard]] QString spanText(const Finding& finding);
/// That there were more findings than are kept; empty if there were not.
[[nodiscard]] QString leftOutText(const Findings& found);
/// `2 alarms, 1 warning`, or that there is nothing.
[[nodiscard]] QString countsText(const std::vector<const Finding*>& findings);

} // namespace TmgLens
