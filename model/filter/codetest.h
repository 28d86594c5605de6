// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/filter/verdict.h"
#include "model/index/codetable.h"

namespace TmgLens::Filter {

/**
 * What @p comparison says about a code. Operator::NotEqual is the caller's: this answers for Operator::Equal.
 *
 * @p comparison must be about class, family, severity, area or code.
 */
[[nodiscard]] Verdict judgeCode(const Comparison& comparison, const CodeEntry& code);

} // namespace TmgLens::Filter
