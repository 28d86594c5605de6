// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"

namespace TmgLens {

/**
 * The whole program: runs the verb that the first argument names, or opens windows.
 *
 * Verbs, help and version make no GUI application, so that they need no display and start quickly.
 */
[[nodiscard]] ExitStatus runCommandLine(int argc, char* argv[]);

} // namespace TmgLens
