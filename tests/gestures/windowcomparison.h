// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gestures/plainview.h"
#include "tests/ui/window/windowdriver.h"

namespace TmgLens::Test {

/**
 * What a window shows otherwise than @p view says, in words; empty if there is nothing.
 *
 * Looks at the rows and their cells, the status bar, the categories, and the values, the summary and the time strip if
 * they are on screen. What is still being counted differs, so ask again until it does not.
 */
[[nodiscard]] QString differenceInWindow(const PlainView& view, const WindowDriver& driver);

} // namespace TmgLens::Test
