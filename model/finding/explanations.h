// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/finding.h"

namespace TmgLens {

/**
 * Takes out of @p findings what others of the same time explain (Pattern::notDuring), and what is nothing without
 * others that are not there (Pattern::during), and what others tell more exactly (Pattern::toldBy).
 *
 * If both patterns have an attribute in their keys, it must be alike: the scan of one client explains nothing of
 * another.
 */
void removeExplained(std::vector<Finding>& findings);

} // namespace TmgLens
