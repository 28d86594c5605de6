// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"
#include "app/console.h"

#include <exception>
#include <new>

int main(int argc, char* argv[])
{
    using namespace TmgLens;
    ExitStatus status = ExitStatus::Failed;
    try {
        status = runCommandLine(argc, argv);
    } catch (const std::bad_alloc&) {
        complain(CommandLine::tr("There is not enough memory for this."));
    } catch (const std::exception& error) {
        complain(QString::fromUtf8(error.what()));
    }
    return qToUnderlying(status);
}
