// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"

#include <QStringList>

namespace TmgLens {

/// `tmglens decode CODE…`: what result codes mean, as text or as one JSON object a line.
/// @p arguments are what to call the program and what stands behind the verb.
[[nodiscard]] ExitStatus runDecode(const QStringList& arguments);

} // namespace TmgLens
