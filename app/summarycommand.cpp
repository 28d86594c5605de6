// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/summarycommand.h"

#include "app/arguments.h"
#include "app/console.h"
#include "app/findingchoice.h"
#include "app/logrequest.h"
#include "app/setremarks.h"
#include "model/finding/findingfilter.h"
#include "model/output/errortext.h"
#include "model/output/summarizing.h"
#include "model/output/summaryhtml.h"
#include "model/output/summarywriter.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

enum class Form { Text, Json, Html };

/// What the arguments ask for.
struct SummaryRequest : LogRequest
{
    Form form = Form::Text;
    bool looksForFindings = false; ///< The filter asks for them, or what they fold is to be told.
};

/// What has been read.
struct SummarizedLogs
{
    LogSummary summary;
    ColumnSet columns;
    SetRemarks remarks;
    RecordIndex index; ///< Of all logs; only filled for Form::Html and where findings are looked for, which look at
                       ///< the records a second time.
    std::vector<quint32> chosen; ///< Records of the index; none without a filter.
};

/// Adds a block to what the second look is about.
void keep(const ScannedBlock& scanned, SummarizedLogs& logs)
{
    const quint32 first = logs.index.recordCount();
    logs.index.append(scanned.block);
    std::ranges::transform(scanned.chosen, std::back_inserter(logs.chosen),
                           [first](quint32 record) { return first + record; });
}

/// Reads the logs at @p path into the index of @p logs.
Reading indexLogs(const QString& path, ReadingOptions options, SummarizedLogs& logs)
{
    options.filter = {}; // which lets nothing through as long as nobody has looked
    return readLogs(path, options, [&logs](const QString&, const ScannedBlock& scanned) {
        logs.columns.add(*scanned.block->layout);
        logs.remarks.note(*scanned.block);
        logs.index.append(scanned.block);
    });
}

/// Looks for findings, and counts what a filter chooses that may ask for them; false after an error, which has been
/// said.
bool summarizeFound(const FilterExpression& filter, SummarizedLogs& logs)
{
    const FindingsPointer found = searchFindings(logs.index);
    auto chosen = found ? chooseByFindings(filter, logs.index, *found) : std::nullopt;
    if (!chosen)
        return false;
    logs.chosen = *std::move(chosen);
    const FoldedRecordsPointer folded = foldedRecords(*found, logs.index);
    logs.summary.setFolded(foldedNotes(countFolded(*folded, logs.index, logs.chosen), logs.index.codes()));
    std::optional<std::size_t> begun;
    for (const RecordIndex::Part& part : logs.index.parts()) {
        if (begun != part.file)
            logs.summary.beginLog(part.block->source->path(), *part.block->layout);
        begun = part.file;
        const auto ofPart = within(logs.chosen, part.firstRecord, part.block->size());
        std::vector<quint32> records(ofPart.begin(), ofPart.end());
        std::ranges::for_each(records, [&part](quint32& record) { record -= part.firstRecord; });
        logs.summary.addRecords(*part.block, records);
    }
    return true;
}

/// Reads the logs at @p path into @p logs.
Reading summarizeLogs(const QString& path, const SummaryRequest& request, SummarizedLogs& logs)
{
    QString begun;
    return readLogs(path, request.reading, [&](const QString& log, const ScannedBlock& scanned) {
        const IndexBlock& block = *scanned.block;
        if (begun != log)
            logs.summary.beginLog(log, *block.layout);
        begun = log;
        logs.columns.add(*block.layout);
        logs.remarks.note(block);
        if (request.reading.filter.isEmpty())
            logs.summary.addBlock(block);
        else
            logs.summary.addRecords(block, scanned.chosen);
        if (request.form == Form::Html)
            keep(scanned, logs);
    });
}

/// The summary in the form that was asked for; nothing if the logs could not be read again, which has been said.
std::optional<QByteArray> written(const SummaryRequest& request, SummarizedLogs& logs)
{
    switch (request.form) {
    case Form::Text:
        return summaryText(logs.summary, request.target.isEmpty() ? outputStyle() : TextStyle::Plain).toUtf8();
    case Form::Json:
        return summaryJson(logs.summary);
    case Form::Html:
        break;
    }
    auto values = countTopValues(logs.index, request.reading.filter.isEmpty() ? nullptr : &logs.chosen, {});
    if (!values) {
        complain(describeLoadError(values.error()));
        return {};
    }
    logs.summary.setTopValues(*std::move(values));
    logs.summary.setScope(describeFilter({.selection = {}, .expression = request.reading.filter}, logs.index.codes()));
    return summaryHtml(logs.summary).toUtf8();
}

ExitStatus summarize(const SummaryRequest& request)
{
    SummarizedLogs logs;
    logs.summary.chooseServerZone(request.reading.choices.serverZone);
    logs.index.chooseServerZone(request.reading.choices.serverZone);
    bool isClean = true;
    for (const QString& path : request.files) {
        const Reading reading =
            request.looksForFindings ? indexLogs(path, request.reading, logs) : summarizeLogs(path, request, logs);
        isClean = reading == Reading::Clean && isClean;
    }
    if (request.looksForFindings && !summarizeFound(request.reading.filter, logs))
        return ExitStatus::Failed;
    if (logs.summary.files().empty())
        return ExitStatus::Failed;
    if (const auto status = refuseMissingFields(request.reading.filter, logs.columns))
        return *status;
    logs.summary.setRemarks(logs.remarks.remarks(logs.summary.serverZone()));
    const auto bytes = written(request, logs);
    if (!bytes)
        return ExitStatus::Failed;
    const ExitStatus output = writeBytes(request.target, *bytes);
    if (output != ExitStatus::Done)
        return output;
    return isClean ? ExitStatus::Done : ExitStatus::Incomplete;
}

/// The verb's options.
struct SummaryOptions : LogOptions
{
    SummaryOptions()
        : LogOptions(CommandLine::tr("Count only the records that match, for example class:denied."), u"OUT"_s)
    {
    }

    QCommandLineOption json{u"json"_s, CommandLine::tr("One JSON object instead of text.")};
    QCommandLineOption findings{u"findings"_s,
                                CommandLine::tr("Also tell how many of the records findings explain, for example that "
                                                "denials belong to logons. Reads all twice.")};
    QCommandLineOption html{u"html"_s,
                            CommandLine::tr("A page for browsers instead of text, with the most frequent "
                                            "clients, hosts, rules and users.")};
};

std::expected<SummaryRequest, ExitStatus> requestOf(const QCommandLineParser& parser, const SummaryOptions& options)
{
    auto common = logRequestOf(parser, options, u"summary"_s);
    if (!common)
        return std::unexpected(common.error());
    SummaryRequest request{*std::move(common)};
    if (parser.isSet(options.json) && parser.isSet(options.html))
        return std::unexpected(refuseUsage(CommandLine::tr("A summary is either JSON or HTML.")));
    if (parser.isSet(options.json))
        request.form = Form::Json;
    else if (parser.isSet(options.html))
        request.form = Form::Html;
    request.looksForFindings = parser.isSet(options.findings) || asksForFindings(request.reading.filter);
    return request;
}

} // namespace

ExitStatus runSummary(const QStringList& arguments)
{
    const SummaryOptions options;
    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLine::tr("Counts the records of logs by class and by result code."));
    parser.addOptions({options.filter, options.json, options.html, options.findings, options.output, options.dateOrder,
                       options.serverZone, options.maximumUnpacked});
    parser.addPositionalArgument(u"FILE"_s, CommandLine::tr("Logs to read, or archives of them; - is standard input."),
                                 u"FILE..."_s);
    if (const auto status = parseArguments(parser, arguments))
        return *status;
    const auto request = requestOf(parser, options);
    return request ? summarize(*request) : request.error();
}

} // namespace TmgLens
