// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"
#include "app/console.h"

#include <QUnhandledException>

#include <exception>
#include <new>

namespace {

using TmgLens::CommandLine;

/// What ended the program, in one sentence.
QString describe(const std::exception_ptr& thrown)
{
    try {
        std::rethrow_exception(thrown);
    } catch (const QUnhandledException& wrapper) { // how Qt Concurrent hands over what a worker has thrown
        if (wrapper.exception())
            return describe(wrapper.exception());
    } catch (const std::bad_alloc&) {
        return CommandLine::tr("There is not enough memory to do this. Close other programs, or split the logs by day "
                               "or hour.");
    } catch (const std::exception& error) {
        return CommandLine::tr("The work had to be given up (%1).").arg(QString::fromUtf8(error.what()));
    }
    return CommandLine::tr("The work had to be given up for a reason that is not known.");
}

} // namespace

int main(int argc, char* argv[])
{
    using namespace TmgLens;
    ExitStatus status = ExitStatus::Failed;
    try {
        status = runCommandLine(argc, argv);
    } catch (const std::exception&) {
        complain(describe(std::current_exception()));
    }
    return qToUnderlying(status);
}
