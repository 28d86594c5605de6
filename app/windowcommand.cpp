// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowcommand.h"

#include "app/arguments.h"
#include "app/console.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <expected>
#include <span>
#include <string_view>

#ifdef Q_OS_UNIX
#include <cerrno>

#include <unistd.h>
#else
#include <QProcess>
#endif

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

/// Says why no window opens. A word that is no file was more likely meant as a verb, which needs none.
ExitStatus refuseWithoutDisplay(const QStringList& files)
{
    for (const QString& file : files) {
        if (file != u"-"_s && !QFileInfo::exists(file))
            return refuseUsage(CommandLine::tr("There is no file and no verb “%1”.").arg(file));
    }
    complain(CommandLine::tr("There is no display to open a window on. The verbs need none; tmglens --help names "
                             "them."));
    return ExitStatus::Failed;
}

/// Goes over into @p program, or starts it where a process cannot become another one. Returns only then, or with the
/// system's words for why it did not work.
std::expected<void, QString> become(const QString& program, std::span<char*> arguments)
{
#ifdef Q_OS_UNIX
    execv(QFile::encodeName(program).constData(), arguments.data());
    return std::unexpected(qt_error_string(errno));
#else
    QProcess process;
    process.setProgram(program);
    process.setArguments(QCoreApplication::arguments().mid(1));
    Q_UNUSED(arguments)
    if (!process.startDetached())
        return std::unexpected(process.errorString());
    return {};
#endif
}

} // namespace

ExitStatus openWindows(int argc, char* argv[])
{
    const std::span arguments(argv, std::size_t(argc) + 1); // with the null pointer that ends them
    const std::span given = arguments.first(std::size_t(argc));
    const QCoreApplication application(argc, argv);
    if (asksForText(given) || !hasDisplay(given)) {
        WindowRequest request;
        if (const auto status = parseWindowArguments(request))
            return *status;
        return refuseWithoutDisplay(request.files);
    }
    const QString program = QDir(QCoreApplication::applicationDirPath()).filePath(u"tmglens-window"_s);
    if (const auto begun = become(program, arguments); !begun) {
        complain(CommandLine::tr("“%1”, which shows the window, could not be started (%2). Install TMGLens again.")
                     .arg(QDir::toNativeSeparators(program), begun.error()));
        return ExitStatus::Failed;
    }
    return ExitStatus::Done;
}

} // namespace TmgLens
