// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/logrequest.h"

#include "app/arguments.h"
#include "app/console.h"
#include "model/output/errortext.h"
#include "model/source/logpaths.h"

#include <QCommandLineParser>

#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;

LogOptions::LogOptions(const QString& filterHelp, const QString& targetName)
    : filter(u"filter"_s, filterHelp, u"expression"_s)
    , dateOrder(dateOrderOption())
    , serverZone(serverZoneOption())
    , maximumUnpacked(maximumUnpackedOption())
    , output({u"o"_s, u"output"_s},
             CommandLine::tr("File to write, replaced only when all is written; standard output otherwise."),
             targetName)
{
    output.setFlags(QCommandLineOption::ShortOptionStyle);
}

std::expected<LogRequest, ExitStatus> logRequestOf(const QCommandLineParser& parser, const LogOptions& options,
                                                   const QString& verb)
{
    LogRequest request;
    request.files = parser.positionalArguments();
    if (request.files.isEmpty())
        return std::unexpected(refuseUsage(CommandLine::tr("%1 needs a log file.").arg(verb)));
    if (const auto status = refuseSecondStandardInput(request.files))
        return std::unexpected(*status);
    const QStringList named = std::exchange(request.files, filesOf(request.files));
    if (request.files.isEmpty()) {
        complain(describeLoadError({.kind = LoadError::Kind::EmptyFolder, .path = named.front()}));
        return std::unexpected(ExitStatus::Failed);
    }
    request.target = parser.value(options.output);
    if (parser.isSet(options.output) && request.target.isEmpty())
        return std::unexpected(refuseUsage(CommandLine::tr("-o needs the name of a file.")));
    if (request.target == u"-"_s)
        request.target.clear();
    if (const auto status = refuseTargetAmong(request.files, request.target))
        return std::unexpected(*status);
    const auto choices = parseDateOrder(parser.value(options.dateOrder));
    if (!choices)
        return std::unexpected(choices.error());
    request.reading.choices = *choices;
    const auto zone = parseServerZone(parser);
    if (!zone)
        return std::unexpected(zone.error());
    request.reading.choices.serverZone = *zone;
    auto filter = parseFilter(parser.value(options.filter));
    if (!filter)
        return std::unexpected(filter.error());
    request.reading.filter = *std::move(filter);
    const auto maximumUnpacked = parseMaximumUnpacked(parser);
    if (!maximumUnpacked)
        return std::unexpected(maximumUnpacked.error());
    request.reading.maximumUnpacked = *maximumUnpacked;
    return request;
}

} // namespace TmgLens
