// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"

namespace TmgLens {

/// `tmglens [FILE…]`: a window for each file, or an empty one. Returns when the last one has been closed. Answers help,
/// version and wrong options without a display.
[[nodiscard]] ExitStatus openWindows(int argc, char* argv[]);

} // namespace TmgLens
