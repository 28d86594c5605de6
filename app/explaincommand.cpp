// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/explaincommand.h"

#include "app/arguments.h"
#include "app/console.h"
#include "app/findingchoice.h"
#include "app/logrequest.h"
#include "app/setremarks.h"
#include "model/finding/findingfilter.h"
#include "model/finding/foldedrecords.h"
#include "model/finding/patternreader.h"
#include "model/output/errortext.h"
#include "model/output/summarizing.h"
#include "model/report/findinghtml.h"
#include "model/report/findingwriter.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

enum class Form { Text, Json, Html };

/// What the arguments ask for.
struct ExplainRequest : LogRequest
{
    Form form = Form::Text;
    PatternsPointer patterns = {};
};

/// What has been read.
struct ReadLogs
{
    RecordIndex index;
    LogSummary summary;
    SetRemarks remarks;
    std::vector<quint32> chosen; ///< Records that the filter lets through; none without a filter.
};

/// Reads all logs, since what records mean depends on those of other logs.
bool readAll(const ExplainRequest& request, ReadLogs& logs)
{
    logs.index.chooseServerZone(request.reading.choices.serverZone);
    logs.summary.chooseServerZone(request.reading.choices.serverZone);
    bool isClean = true;
    QString begun;
    for (const QString& path : request.files) {
        const Reading reading = readLogs(path, request.reading, [&](const QString& log, const ScannedBlock& scanned) {
            const quint32 first = logs.index.recordCount();
            if (begun != log)
                logs.summary.beginLog(log, *scanned.block->layout);
            begun = log;
            logs.summary.addBlock(*scanned.block);
            logs.remarks.note(*scanned.block);
            logs.index.append(scanned.block);
            std::ranges::transform(scanned.chosen, std::back_inserter(logs.chosen),
                                   [first](quint32 record) { return first + record; });
        });
        isClean = isClean && reading == Reading::Clean;
    }
    return isClean;
}

/// True if @p finding rests on one of @p records, which ascend.
bool restsOn(const Finding& finding, std::span<const quint32> records)
{
    return std::ranges::any_of(finding.records,
                               [records](quint32 record) { return std::ranges::binary_search(records, record); });
}

FindingReport reportOn(const ExplainRequest& request, const ReadLogs& logs, const Findings& found)
{
    FindingReport report{.index = logs.index, .summary = logs.summary, .found = found, .findings = {}};
    const bool tellsAll = request.reading.filter.isEmpty();
    for (const Finding& finding : found.findings)
        if (tellsAll || restsOn(finding, logs.chosen))
            report.findings.push_back(&finding);
    if (!tellsAll)
        report.scope =
            QStringList(CommandLine::tr("Only what rests on records that match. All records were looked at."))
            + describeFilter({.selection = {}, .expression = request.reading.filter}, logs.index.codes());
    return report;
}

QByteArray written(const ExplainRequest& request, const FindingReport& report)
{
    switch (request.form) {
    case Form::Json:
        return findingJson(report);
    case Form::Html:
        return findingHtml(report).toUtf8();
    case Form::Text:
        break;
    }
    return findingText(report, request.target.isEmpty() ? outputStyle() : TextStyle::Plain).toUtf8();
}

ExitStatus explain(const ExplainRequest& request)
{
    ReadLogs logs;
    const bool isClean = readAll(request, logs);
    if (logs.summary.files().empty())
        return ExitStatus::Failed;
    if (const auto status = refuseMissingFields(request.reading.filter, logs.index.columns()))
        return *status;
    const FindingsPointer found = searchFindings(request.patterns, logs.index);
    if (!found)
        return ExitStatus::Failed;
    if (asksForFindings(request.reading.filter)) {
        auto chosen = chooseByFindings(request.reading.filter, logs.index, *found);
        if (!chosen)
            return ExitStatus::Failed;
        logs.chosen = *std::move(chosen);
    }
    logs.summary.setRemarks(logs.remarks.remarks(logs.summary.serverZone()));
    logs.summary.setFolded(foldedNotes(foldedRecords(*found, logs.index)->counts, logs.index.codes()));
    const FindingReport report = reportOn(request, logs, *found);
    if (const ExitStatus status = writeBytes(request.target, written(request, report)); status != ExitStatus::Done)
        return status;
    if (countOf(report, FindingSeverity::Alarm) > 0)
        return ExitStatus::Alarm;
    return isClean ? ExitStatus::Done : ExitStatus::Incomplete;
}

/// The verb's options.
struct ExplainOptions : LogOptions
{
    ExplainOptions()
        : LogOptions(CommandLine::tr("Tell only what rests on records that match, for example client:10.1.2.3."),
                     u"OUT"_s)
    {
    }

    QCommandLineOption json{u"json"_s, CommandLine::tr("One JSON object instead of text.")};
    QCommandLineOption html{u"html"_s,
                            CommandLine::tr("A page for browsers instead of text, with a chart over time and the first "
                                            "records of each finding.")};
    QCommandLineOption thresholds{u"thresholds"_s,
                                  CommandLine::tr("JSON file that sets thresholds of patterns anew, for example "
                                                  "{\"D1\": {\"window\": 120}}."),
                                  u"FILE"_s};
};

/// The patterns with the thresholds in the file at @p path, if there is one; an error has been said.
std::expected<PatternsPointer, ExitStatus> patternsFor(const QString& path)
{
    QByteArray adjustments;
    if (!path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            complain(CommandLine::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
            return std::unexpected(ExitStatus::Failed);
        }
        adjustments = file.readAll();
    }
    auto patterns = builtInPatterns(adjustments);
    if (patterns)
        return *std::move(patterns);
    complain(path.isEmpty() ? patterns.error() : CommandLine::tr("%1: %2").arg(path, patterns.error()));
    return std::unexpected(ExitStatus::WrongUsage);
}

std::expected<ExplainRequest, ExitStatus> requestOf(const QCommandLineParser& parser, const ExplainOptions& options)
{
    auto common = logRequestOf(parser, options, u"explain"_s);
    if (!common)
        return std::unexpected(common.error());
    ExplainRequest request{*std::move(common)};
    if (parser.isSet(options.json) && parser.isSet(options.html))
        return std::unexpected(refuseUsage(CommandLine::tr("A report is either JSON or HTML.")));
    if (parser.isSet(options.json))
        request.form = Form::Json;
    else if (parser.isSet(options.html))
        request.form = Form::Html;
    auto patterns = patternsFor(parser.value(options.thresholds));
    if (!patterns)
        return std::unexpected(patterns.error());
    request.patterns = *std::move(patterns);
    return request;
}

} // namespace

ExitStatus runExplain(const QStringList& arguments)
{
    const ExplainOptions options;
    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLine::tr(
        "Tells what the records of logs mean together, the worst first. Exits with 1 if there is an alarm."));
    parser.addOptions({options.filter, options.json, options.html, options.thresholds, options.output,
                       options.dateOrder, options.serverZone, options.maximumUnpacked});
    parser.addPositionalArgument(u"FILE"_s, CommandLine::tr("Logs to read, or archives of them; - is standard input."),
                                 u"FILE..."_s);
    if (const auto status = parseArguments(parser, arguments))
        return *status;
    const auto request = requestOf(parser, options);
    return request ? explain(*request) : request.error();
}

} // namespace TmgLens
