// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"

#include <QStringList>

namespace TmgLens {

/// `tmglens explain FILE…`: what the records of logs mean together, the worst first. @p arguments begins with the
/// program.
[[nodiscard]] ExitStatus runExplain(const QStringList& arguments);

} // namespace TmgLens
