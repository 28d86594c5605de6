// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/summarycommand.h"

#include "app/arguments.h"
#include "app/console.h"
#include "app/logreading.h"
#include "model/output/summarywriter.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// Reads a log into @p summary and notes the fields it has.
Reading summarizeLog(const QString& path, const ScanChoices& choices, const FilterExpression& filter,
                     LogSummary& summary, ColumnSet& columns)
{
    bool isBegun = false;
    return readLog(path, choices, filter, [&](const ScannedBlock& scanned) {
        const IndexBlock& block = *scanned.block;
        if (!isBegun)
            summary.beginLog(path, *block.layout);
        isBegun = true;
        columns.add(*block.layout);
        if (filter.isEmpty())
            summary.addBlock(block);
        else
            summary.addRecords(block, scanned.chosen);
    });
}

ExitStatus summarize(const QStringList& files, const ScanChoices& choices, const FilterExpression& filter, bool asJson)
{
    LogSummary summary;
    ColumnSet columns;
    bool isClean = true;
    for (const QString& path : files)
        isClean = summarizeLog(path, choices, filter, summary, columns) == Reading::Clean && isClean;
    if (summary.files().empty())
        return ExitStatus::Failed;
    if (const auto status = refuseMissingFields(filter, columns))
        return *status;
    const ExitStatus printed =
        asJson ? printBytes(summaryJson(summary)) : printText(summaryText(summary, outputStyle()));
    if (printed != ExitStatus::Done)
        return printed;
    return isClean ? ExitStatus::Done : ExitStatus::Incomplete;
}

} // namespace

ExitStatus runSummary(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLine::tr("Counts the records of logs by class and by result code."));
    const QCommandLineOption filter(
        u"filter"_s, CommandLine::tr("Count only the records that match, for example class:denied."), u"expression"_s);
    const QCommandLineOption json(u"json"_s, CommandLine::tr("One JSON object instead of text."));
    const QCommandLineOption dateOrder = dateOrderOption();
    parser.addOptions({filter, json, dateOrder});
    parser.addPositionalArgument(u"FILE"_s, CommandLine::tr("Logs to read; - is standard input."), u"FILE..."_s);

    if (const auto status = parseArguments(parser, arguments))
        return *status;
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty())
        return refuseUsage(CommandLine::tr("summary needs a log file."));
    if (const auto status = refuseSecondStandardInput(files))
        return *status;
    const auto expression = parseFilter(parser.value(filter));
    if (!expression)
        return expression.error();
    const auto choices = parseDateOrder(parser.value(dateOrder));
    if (!choices)
        return choices.error();
    return summarize(files, *choices, *expression, parser.isSet(json));
}

} // namespace TmgLens
