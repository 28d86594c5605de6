// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include "app/console.h"
#include "app/decodecommand.h"
#include "app/explaincommand.h"
#include "app/exportcommand.h"
#include "app/shortmemory.h"
#include "app/summarycommand.h"
#include "app/verifycommand.h"
#include "app/windowcommand.h"

#include <QCoreApplication>

#include <csignal>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

using VerbFunction = ExitStatus (*)(const QStringList& arguments);

VerbFunction verbFunction(std::string_view word)
{
    if (word == "decode")
        return runDecode;
    if (word == "summary")
        return runSummary;
    if (word == "explain")
        return runExplain;
    if (word == "export")
        return runExport;
    if (word == "verify")
        return runVerify;
    return nullptr;
}

/// `tmglens … | head` shall end quietly, also where the caller has told its children to ignore closed pipes.
void dieOfClosedPipes()
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_DFL);
#endif
}

} // namespace

ExitStatus runCommandLine(int argc, char* argv[])
{
    const VerbFunction verb = argc > 1 ? verbFunction(argv[1]) : nullptr;
    if (!verb)
        return openWindows(argc, argv);

    dieOfClosedPipes();
    endInASentence();
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const QString word = arguments.takeAt(1);
    arguments.front() = u"tmglens "_s + word;
    return verb(arguments);
}

} // namespace TmgLens
