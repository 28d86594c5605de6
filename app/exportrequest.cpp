// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exportrequest.h"

#include "app/arguments.h"
#include "app/console.h"
#include "model/format/fieldcutter.h"
#include "model/output/targetfile.h"

#include <QCommandLineParser>

#include <numeric>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// What `--columns` calls the name of the log.
constexpr auto fileColumn = "file"_L1;

/// The verb's options.
struct ExportOptions : LogOptions
{
    ExportOptions()
        : LogOptions(CommandLine::tr("Write only the records that match, for example class:denied."), u"OUT.csv"_s)
    {
    }

    QCommandLineOption columns{u"columns"_s,
                               CommandLine::tr("Fields to write, by name and with commas between them; all "
                                               "fields in the order of the log otherwise."),
                               u"A,B,..."_s};
    QCommandLineOption utc{u"utc"_s,
                           CommandLine::tr("Put utc-time in front: the time of each record in UTC, in the form "
                                           "2010-05-12T10:30:00Z, whatever clock its log goes by.")};
    QCommandLineOption decoded{u"decoded"_s,
                               CommandLine::tr("Add result-class, result-symbol and result-message; "
                                               "write the codes of SQL tables as text logs do.")};
    QCommandLineOption findings{u"findings"_s,
                                CommandLine::tr("Add finding at the end: the patterns that the record belongs to "
                                                "with others, such as A1, the worst first.")};
    QCommandLineOption guardFormulas{u"guard-formulas"_s,
                                     CommandLine::tr("Put an apostrophe before cells that a spreadsheet "
                                                     "would run as a formula.")};
    QCommandLineOption provenance{u"provenance"_s,
                                  CommandLine::tr("Write to this file where the export comes from, for verify: sizes "
                                                  "and SHA-256 of all logs and of the export, filter, columns."),
                                  u"FILE.json"_s};
    QCommandLineOption byteOrderMark{u"bom"_s, CommandLine::tr("Begin with a byte order mark, for Excel.")};
};

std::expected<ExportRequest, ExitStatus> requestOf(const QCommandLineParser& parser, const ExportOptions& options)
{
    auto common = logRequestOf(parser, options, u"export"_s);
    if (!common)
        return std::unexpected(common.error());
    ExportRequest request{*std::move(common)};
    request.columns = parser.value(options.columns).split(u',', Qt::SkipEmptyParts);
    if (parser.isSet(options.columns) && request.columns.isEmpty())
        return std::unexpected(refuseUsage(CommandLine::tr("--columns needs the names of fields.")));
    request.csv.addUtc = parser.isSet(options.utc);
    request.csv.addDecoded = parser.isSet(options.decoded);
    request.addFindings = parser.isSet(options.findings);
    request.csv.guardFormulas = parser.isSet(options.guardFormulas);
    request.csv.addByteOrderMark = parser.isSet(options.byteOrderMark);
    request.provenance = parser.value(options.provenance);
    if (parser.isSet(options.provenance) && request.provenance.isEmpty())
        return std::unexpected(refuseUsage(CommandLine::tr("--provenance needs the name of a file.")));
    if (request.provenance == u"-"_s)
        return std::unexpected(refuseUsage(CommandLine::tr("--provenance writes to a file, not to standard output.")));
    if (const auto status = refuseTargetAmong(request.files, request.provenance))
        return std::unexpected(*status);
    if (!request.provenance.isEmpty() && isOneOf(request.provenance, {request.target}))
        return std::unexpected(refuseUsage(CommandLine::tr("--provenance and -o name the same file.")));
    return request;
}

} // namespace

std::expected<ExportRequest, ExitStatus> exportRequestOf(const QStringList& arguments)
{
    const ExportOptions options;
    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLine::tr(
        "Writes records of logs as CSV (RFC 4180, UTF-8): of one in its order, of several in the order of time."));
    parser.addOptions({options.filter, options.columns, options.utc, options.decoded, options.findings,
                       options.guardFormulas, options.byteOrderMark, options.dateOrder, options.serverZone,
                       options.provenance, options.output, options.maximumUnpacked});
    parser.addPositionalArgument(u"FILE"_s, CommandLine::tr("Logs to read, or archives of them; - is standard input."),
                                 u"FILE..."_s);
    if (const auto status = parseArguments(parser, arguments))
        return std::unexpected(*status);
    return requestOf(parser, options);
}

std::optional<QString> unknownName(const QStringList& names, const ColumnSet& columns)
{
    for (const QString& name : names) {
        if (name.trimmed() != fileColumn && !columns.find(name.trimmed().toUtf8()))
            return name;
    }
    return {};
}

ExitStatus refuseName(const QString& name, const ColumnSet& columns)
{
    QStringList known;
    for (const Field& field : columns.fields())
        known += cellText(std::string_view(field.name.constData(), std::size_t(field.name.size())));
    complain(CommandLine::tr("No log given here has a field “%1”. There are: %2.").arg(name, known.join(", "_L1)));
    return ExitStatus::WrongUsage;
}

CsvOptions chosenOptions(const ExportRequest& request, const ColumnSet& columns)
{
    CsvOptions options = request.csv;
    if (request.columns.isEmpty()) {
        options.columns.resize(std::size_t(columns.size()));
        std::iota(options.columns.begin(), options.columns.end(), 0);
    }
    for (const QString& name : request.columns) {
        if (name.trimmed() == fileColumn)
            options.addFile = true;
        else if (const auto column = columns.find(name.trimmed().toUtf8()))
            options.columns.push_back(*column);
    }
    return options;
}

} // namespace TmgLens
