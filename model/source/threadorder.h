// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThreadPool>
#include <QtConcurrentRun>

namespace TmgLens {

/**
 * Who gets the processor where there is not enough of it for all: first the main thread, which a window answers with,
 * then the threads that do what somebody waits for, then those that do what nobody has asked for.
 *
 * A thread that steps back takes those with it, but on Windows, that it starts afterwards. It cannot be undone.
 */

/// Lets the main thread go first. Does nothing on the main thread itself.
void letMainThreadGoFirst();

/// Lets others that let the main thread go first go first as well. Does nothing on a thread that does not let it, as in
/// a program without a window.
void letAwaitedWorkGoFirst();

/// Does @p work, which nobody has asked for, on a thread of its own behind work that somebody waits for; returns what
/// it returns.
template <typename Work> auto doBehindAwaitedWork(Work work)
{
    QThreadPool ownThread;
    const auto done = [&work] {
        letAwaitedWorkGoFirst();
        return work();
    };
    return QtConcurrent::run(&ownThread, done).takeResult();
}

} // namespace TmgLens
