// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/filter/verdict.h"
#include "model/index/codetable.h"

namespace TmgLens::Filter {

/**
 * What @p comparison says about each code of a document, by CodeIndex. Operator::NotEqual is the caller's: this answers
 * for Operator::Equal.
 *
 * @p comparison must be about class, family, severity, area or code.
 */
[[nodiscard]] std::vector<Verdict> judgeCodes(const Comparison& comparison, const CodeTable& codes);

} // namespace TmgLens::Filter
