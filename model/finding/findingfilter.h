// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filtermatcher.h"
#include "model/finding/finding.h"

/// What the filter language knows of findings: `finding:A1`, `finding:alarm`.
namespace TmgLens {

/// The words that can be asked for: ids of patterns, in their order, and severities.
[[nodiscard]] QStringList findingWords();

/// What those words stand for in a document in which @p found was found.
[[nodiscard]] FoundRecordsPointer foundRecords(const Findings& found);

/// True if what @p expression lets through depends on what is found.
[[nodiscard]] bool asksForFindings(const FilterExpression& expression);

/// The values that @p expression compares findings with and that are none of findingWords(), as they were written.
[[nodiscard]] QStringList unknownFindings(const FilterExpression& expression);

} // namespace TmgLens
