// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/arguments.h"

#include "app/console.h"
#include "app/verbs.h"
#include "model/index/serverzone.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// The program, with its verb if it was called with one.
QString calledAs()
{
    const QString word = QCoreApplication::arguments().value(1);
    return verbFromWord(word) ? u"tmglens "_s + word : u"tmglens"_s;
}

} // namespace

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

std::optional<ExitStatus> refuseTargetAmong(const QStringList& files, const QString& target)
{
    const QString path = QFileInfo(target).canonicalFilePath();
    const bool isAmong = !path.isEmpty() && std::ranges::any_of(files, [&](const QString& file) {
        return file != u"-"_s && QFileInfo(file).canonicalFilePath() == path;
    });
    if (!isAmong)
        return {};
    return refuseUsage(CommandLine::tr("“%1” is one of the logs; choose another file.").arg(target));
}

QCommandLineOption serverZoneOption()
{
    return {u"server-zone"_s,
            CommandLine::tr("Zone of the servers whose logs tell local times, for example Europe/Berlin or +02:00. "
                            "Without it, what GMT times in the logs show, or this computer's."),
            u"zone"_s};
}

std::expected<std::optional<QTimeZone>, ExitStatus> parseServerZone(const QCommandLineParser& parser)
{
    const QString name = serverZoneOption().names().constFirst();
    if (!parser.isSet(name))
        return std::nullopt;
    auto zone = parseZone(parser.value(name));
    if (!zone)
        return std::unexpected(refuseUsage(
            CommandLine::tr("There is no time zone “%1”. --server-zone takes names such as Europe/Berlin, or an offset "
                            "from UTC such as +02:00.")
                .arg(parser.value(name))));
    return zone;
}

std::optional<ExitStatus> parseWindowArguments(WindowRequest& request)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CommandLine::tr("Shows logs of Forefront TMG and ISA Server in a window. These verbs do without one:\n"
                        "%1"
                        "tmglens VERB --help tells more of each. As a FILE, - is standard input.")
            .arg(verbHelp()));
    parser.addOption(serverZoneOption());
    parser.addPositionalArgument(u"FILE"_s, CommandLine::tr("Logs to open, each in a window of its own."),
                                 u"[FILE...]"_s);
    QStringList arguments = QCoreApplication::arguments();
    arguments.front() = u"tmglens"_s;
    const std::optional<ExitStatus> status = parseArguments(parser, arguments);
    if (status)
        return status;
    request.files = parser.positionalArguments();
    const auto zone = parseServerZone(parser);
    if (!zone)
        return zone.error();
    request.serverZone = *zone;
    return refuseSecondStandardInput(request.files);
}

} // namespace TmgLens
