// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowcommand.h"

#include "app/commandline.h"
#include "app/console.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include <span>
#include <string_view>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// Help and version are for terminals, and often for terminals without a display.
bool asksForText(std::span<char*> arguments)
{
    for (const std::string_view argument : arguments) {
        if (argument == "-h" || argument == "--help" || argument == "-v" || argument == "--version")
            return true;
    }
    return false;
}

/// Whether a window can be shown at all. Qt would abort the process.
bool hasDisplay(std::span<char*> arguments)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    for (const std::string_view argument : arguments) {
        if (argument == "-platform" || argument == "--platform")
            return true;
    }
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    Q_UNUSED(arguments)
    return true;
#endif
}

std::optional<ExitStatus> parseFiles(QStringList& files)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CommandLine::tr("Shows logs of Forefront TMG and ISA Server in a window. These verbs do without one:\n"
                        "  decode CODE...    tell what result codes mean\n"
                        "  summary FILE...   count records by class and code\n"
                        "  export FILE...    write records as CSV\n"
                        "tmglens VERB --help tells more of each. As a FILE, - is standard input."));
    parser.addPositionalArgument(u"FILE"_s, CommandLine::tr("Logs to open, each in a window of its own."),
                                 u"[FILE...]"_s);
    QStringList arguments = QCoreApplication::arguments();
    arguments.front() = u"tmglens"_s;
    const std::optional<ExitStatus> status = parseArguments(parser, arguments);
    files = parser.positionalArguments();
    return status ? status : refuseSecondStandardInput(files);
}

/// Says why no window opens. A word that is no file was more likely meant as a verb, which needs none.
ExitStatus refuseWithoutDisplay(const QStringList& files)
{
    for (const QString& file : files) {
        if (file != u"-"_s && !QFileInfo::exists(file))
            return refuseUsage(CommandLine::tr("There is no file and no verb “%1”.").arg(file));
    }
    complain(CommandLine::tr("There is no display to open a window on. The verbs decode, summary and export need none; "
                             "tmglens --help tells more."));
    return ExitStatus::Failed;
}

void openWindow(const QString& file)
{
    auto* window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show();
    if (!file.isEmpty())
        window->openFile(file);
}

} // namespace

ExitStatus openWindows(int argc, char* argv[])
{
    const std::span arguments(argv, std::size_t(argc));
    QStringList files;
    if (asksForText(arguments) || !hasDisplay(arguments)) {
        const QCoreApplication application(argc, argv);
        if (const auto status = parseFiles(files))
            return *status;
        return refuseWithoutDisplay(files);
    }
    const QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(u"TMGLens"_s);
    QApplication::setWindowIcon(applicationIcon());
    QApplication::setDesktopFileName(u"tmglens"_s); // lets Wayland find icon and name
    if (const auto status = parseFiles(files))
        return *status;
    if (files.isEmpty())
        files += QString();
    for (const QString& file : std::as_const(files))
        openWindow(file);
    return ExitStatus(QApplication::exec());
}

} // namespace TmgLens
