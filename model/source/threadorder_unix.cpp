// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/threadorder.h"

#include <QtSystemDetection>

#ifdef Q_OS_LINUX // where threads can be told apart, and those of normal scheduling by this alone
#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

namespace TmgLens {

namespace {

// A step of nice(1) is a tenth of the processor.
constexpr int behindMainThread = 5;
constexpr int behindAwaitedWork = 15;

int niceOfThread(pid_t thread)
{
    return getpriority(PRIO_PROCESS, id_t(thread));
}

void stepBack(int distance)
{
    const int nice = std::max(niceOfThread(gettid()), niceOfThread(getpid()) + distance);
    setpriority(PRIO_PROCESS, id_t(gettid()), nice);
}

} // namespace

void letMainThreadGoFirst()
{
    if (gettid() != getpid())
        stepBack(behindMainThread);
}

void letAwaitedWorkGoFirst()
{
    if (niceOfThread(gettid()) > niceOfThread(getpid()))
        stepBack(behindAwaitedWork);
}

} // namespace TmgLens

#else

namespace TmgLens {

void letMainThreadGoFirst() {}
void letAwaitedWorkGoFirst() {}

} // namespace TmgLens

#endif
