// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/missingthreads.h"

#include "app/console.h"

#include <atomic>
#include <cstdlib>

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

} // namespace

void endWithoutThreads()
{
    usualHandler = qInstallMessageHandler(lookForMissingThread);
}

} // namespace TmgLens
