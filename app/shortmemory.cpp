// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shortmemory.h"

#include "app/console.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

QtMessageHandler usualHandler = nullptr;

void lookForMissingThread(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    static std::atomic_flag isEnding;
    if (!message.startsWith("QThread::start: Thread creation error"_L1)) {
        usualHandler(type, context, message);
    } else if (!isEnding.test_and_set()) { // several threads may miss one
        complain(CommandLine::tr("There is not enough memory for another thread, or the system allows no more of them. "
                                 "Close other programs."));
        std::_Exit(qToUnderlying(ExitStatus::Failed)); // nobody can be waited for
    }
}

bool isShortMemory(const std::exception_ptr& thrown)
try {
    if (thrown)
        std::rethrow_exception(thrown);
    return false;
} catch (const std::bad_alloc&) {
    return true;
} catch (...) {
    return false;
}

/// Takes no memory where there is none. What else is thrown is a mistake of ours, of which a dump tells most.
void tellOfShortMemory()
{
    if (!isShortMemory(std::current_exception()))
        std::abort();
    std::fputs("tmglens: There is not enough memory to do this. Close other programs, or split the logs by day or "
               "hour.\n",
               stderr);
    std::_Exit(qToUnderlying(ExitStatus::Failed));
}

} // namespace

void endInASentence()
{
    qputenv("QT_NO_GLIB", "1");
    std::set_terminate(tellOfShortMemory);
    usualHandler = qInstallMessageHandler(lookForMissingThread);
}

} // namespace TmgLens
