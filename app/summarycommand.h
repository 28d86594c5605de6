// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"

#include <QStringList>

namespace TmgLens {

/// `tmglens summary FILE…`: what logs hold, by class and by code, as text, as one JSON object, or as a page of HTML.
/// @p arguments are what to call the program and what stands behind the verb.
[[nodiscard]] ExitStatus runSummary(const QStringList& arguments);

} // namespace TmgLens
