// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include "app/console.h"
#include "app/decodecommand.h"
#include "app/exportcommand.h"
#include "app/summarycommand.h"
#include "app/windowcommand.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <csignal>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

using VerbFunction = ExitStatus (*)(QStringList arguments);

VerbFunction verbFunction(std::string_view word)
{
    if (word == "decode")
        return runDecode;
    if (word == "summary")
        return runSummary;
    if (word == "export")
        return runExport;
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
    QCoreApplication::setApplicationName(u"tmglens"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TMGLENS_VERSION));
    const VerbFunction verb = argc > 1 ? verbFunction(argv[1]) : nullptr;
    if (!verb)
        return openWindows(argc, argv);

    dieOfClosedPipes();
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    arguments.removeAt(1);
    return verb(std::move(arguments));
}

std::optional<ExitStatus> parseArguments(QCommandLineParser& parser, const QStringList& arguments)
{
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const bool isRight = parser.parse(arguments);
    if (parser.isSet(help)) {
        // The parser names the program by its full path.
        QString text = parser.helpText();
        return printText(text.replace(QCoreApplication::arguments().constFirst(), u"tmglens"_s));
    }
    if (parser.isSet(version))
        return printText(u"tmglens "_s + QCoreApplication::applicationVersion() + u'\n');
    if (!isRight)
        return refuseUsage(parser.errorText());
    return {};
}

ExitStatus refuseUsage(const QString& sentence)
{
    complain(sentence);
    complain(CommandLine::tr("tmglens --help tells how to call it."));
    return ExitStatus::WrongUsage;
}

} // namespace TmgLens
