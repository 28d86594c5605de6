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

#include <clocale>
#include <csignal>
#include <tuple>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#endif

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

/// A standard descriptor that the caller has closed would go to the next file that is opened, or to Qt's own pipes,
/// which would then be read or written in its stead. What takes its place here fails when it is used.
void occupyClosedDescriptors()
{
#ifdef Q_OS_UNIX
    for (const int descriptor : {0, 1, 2}) {
        if (fcntl(descriptor, F_GETFD) < 0)
            std::ignore = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY); // takes the lowest that is free
    }
#endif
}

/// Jobs of cron and bare containers have the C locale. Qt takes C.UTF-8 in its stead and tells so on standard error at
/// each start; it is silent if the environment says so itself.
void preferUtf8OverC()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    if (QByteArrayView(std::setlocale(LC_CTYPE, "")) == "C")
        qputenv(qEnvironmentVariableIsEmpty("LC_ALL") ? "LC_CTYPE" : "LC_ALL", "C.UTF-8");
#endif
}

/// The program, with its verb if it was called with one.
QString calledAs()
{
    const QString word = QCoreApplication::arguments().value(1);
    return verbFunction(word.toStdString()) ? u"tmglens "_s + word : u"tmglens"_s;
}

} // namespace

ExitStatus runCommandLine(int argc, char* argv[])
{
    occupyClosedDescriptors();
    preferUtf8OverC();
    QCoreApplication::setOrganizationName(u"tmglens"_s); // names the folder of the settings
    QCoreApplication::setApplicationName(u"tmglens"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TMGLENS_VERSION));
    const VerbFunction verb = argc > 1 ? verbFunction(argv[1]) : nullptr;
    if (!verb)
        return openWindows(argc, argv);

    dieOfClosedPipes();
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const QString word = arguments.takeAt(1);
    arguments.front() = u"tmglens "_s + word;
    return verb(arguments);
}

std::optional<ExitStatus> parseArguments(QCommandLineParser& parser, const QStringList& arguments)
{
    const QCommandLineOption help({u"h"_s, u"help"_s}, CommandLine::tr("Show this help."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, CommandLine::tr("Show the version."));
    parser.addOptions({help, version});
    const bool isRight = parser.parse(arguments);
    if (parser.isSet(help)) {
        // The parser calls the program by its path and knows no verbs.
        QString text = parser.helpText();
        return printText(text.replace(QCoreApplication::arguments().constFirst(), arguments.constFirst()));
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
    complain(CommandLine::tr("%1 --help tells how to call it.").arg(calledAs()));
    return ExitStatus::WrongUsage;
}

std::optional<ExitStatus> refuseSecondStandardInput(const QStringList& files)
{
    if (files.count(u"-"_s) < 2)
        return {};
    return refuseUsage(CommandLine::tr("Standard input can be read only once."));
}

} // namespace TmgLens
