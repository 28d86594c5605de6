// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace TmgLens {

/**
 * Has the program end with a sentence from here on where memory is so short that nobody can be asked to give up work:
 * where the system gives it no further thread, or an exception has nowhere to go.
 *
 * Work that was meant for a thread would be waited for without an end: Qt tells nobody but its message handler. For
 * before the application object, since GLib, which Qt uses for its event loop if it may, ends programs itself.
 */
void endInASentence();

} // namespace TmgLens
