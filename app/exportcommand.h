// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"

#include <QStringList>

namespace TmgLens {

/// `tmglens export FILE…`: records of logs as CSV, to standard output or to a file that is replaced only when whole.
/// @p arguments are what to call the program and what stands behind the verb.
[[nodiscard]] ExitStatus runExport(const QStringList& arguments);

} // namespace TmgLens
