// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include "app/console.h"
#include "app/decodecommand.h"
#include "app/explaincommand.h"
#include "app/exportcommand.h"
#include "app/shortmemory.h"
#include "app/summarycommand.h"
#include "app/verbs.h"
#include "app/verifycommand.h"
#include "app/windowcommand.h"

#include <QCoreApplication>

#include <csignal>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

ExitStatus run(Verb verb, const QStringList& arguments)
{
    switch (verb) {
    case Verb::Decode:
        return runDecode(arguments);
    case Verb::Summary:
        return runSummary(arguments);
    case Verb::Explain:
        return runExplain(arguments);
    case Verb::Export:
        return runExport(arguments);
    case Verb::Verify:
        return runVerify(arguments);
    }
    Q_UNREACHABLE_RETURN(ExitStatus::WrongUsage);
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
    const auto verb = argc > 1 ? verbFromWord(QString::fromLocal8Bit(argv[1])) : std::nullopt;
    if (!verb)
        return openWindows(argc, argv);

    dieOfClosedPipes();
    endInASentence();
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const QString word = arguments.takeAt(1);
    arguments.front() = u"tmglens "_s + word;
    return run(*verb, arguments);
}

} // namespace TmgLens
