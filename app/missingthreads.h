// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace TmgLens {

/**
 * Ends the program with a sentence from here on when the system gives it no further thread, for which memory is short
 * more often than not. Work that was meant for the thread would be waited for without an end: Qt tells nobody but its
 * message handler.
 */
void endWithoutThreads();

} // namespace TmgLens
