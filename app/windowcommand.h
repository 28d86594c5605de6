// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"

namespace TmgLens {

/**
 * `tmglens [FILE…]`: goes over into the program `tmglens-window`, which stands beside this one. Answers help, version
 * and what keeps a window from being shown by itself.
 *
 * Two programs, because a verb would spend most of its time on loading the libraries of a window that it never shows.
 */
[[nodiscard]] ExitStatus openWindows(int argc, char* argv[]);

} // namespace TmgLens
