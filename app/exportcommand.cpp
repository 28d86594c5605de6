// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exportcommand.h"

#include "app/arguments.h"
#include "app/console.h"
#include "app/interruptguard.h"
#include "app/logrequest.h"
#include "model/format/fieldcutter.h"
#include "model/index/timeorder.h"
#include "model/output/csvwriter.h"
#include "model/output/errortext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <numeric>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// What `--columns` calls the name of the log.
constexpr auto fileColumn = "file"_L1;

/// What the arguments ask for.
struct ExportRequest : LogRequest
{
    QStringList columns = {}; ///< Names; empty for all.
    CsvOptions csv = {}; ///< Its columns come from the names once the logs have been read.
};

/// Sets what of @p index is written: what is called @p names, or all if there are none.
std::expected<void, ExitStatus> chooseColumns(const RecordIndex& index, const QStringList& names, CsvOptions& options)
{
    const ColumnSet& columns = index.columns();
    if (names.isEmpty()) {
        options.addFile = index.files().size() > 1;
        options.columns.resize(std::size_t(columns.size()));
        std::iota(options.columns.begin(), options.columns.end(), 0);
        return {};
    }
    for (const QString& name : names) {
        if (name.trimmed() == fileColumn) {
            options.addFile = true;
            continue;
        }
        const std::optional<int> column = columns.find(name.trimmed().toUtf8());
        if (!column) {
            QStringList known;
            for (const Field& field : columns.fields())
                known += cellText(std::string_view(field.name.constData(), std::size_t(field.name.size())));
            complain(
                CommandLine::tr("No log given here has a field “%1”. There are: %2.").arg(name, known.join(", "_L1)));
            return std::unexpected(ExitStatus::WrongUsage);
        }
        options.columns.push_back(*column);
    }
    return {};
}

ExitStatus explain(const ExportError& error, const QString& target)
{
    if (error.kind == ExportError::Kind::CannotRead || error.kind == ExportError::Kind::NoMemory) {
        complain(describeLoadError(error.readError));
        return ExitStatus::Failed;
    }
    if (target.isEmpty())
        return refuseOutput(error.systemText);
    return refuseTarget(target, error.systemText);
}

ExitStatus writeToStandardOutput(const RecordIndex& index, std::span<const quint32> records, const CsvOptions& options)
{
    QFile output;
    if (!openStandardOutput(output))
        return refuseOutput(output.errorString());
    const auto written = writeCsv(output, index, records, options, {});
    return written ? ExitStatus::Done : explain(written.error(), {});
}

ExitStatus writeToFile(const QString& target, const RecordIndex& index, std::span<const quint32> records,
                       const CsvOptions& options)
{
    InterruptGuard guard;
    std::optional<ProgressLine> line(std::in_place);
    const auto tell = [&](quint64 count) {
        guard.poll();
        if (line->isDue())
            line->show(CommandLine::tr("Writing %1: %2 %").arg(target, QString::number(count * 100 / records.size())));
    };
    const auto written = writeCsvFile(target, index, records, options, guard.token(), tell);
    line.reset();
    if (written)
        return ExitStatus::Done;
    if (written.error().kind == ExportError::Kind::Cancelled)
        guard.endProcess();
    return explain(written.error(), target);
}

/// Appends a block to @p index, and to @p records the numbers that those of its records get which are to be written.
void append(const ScannedBlock& scanned, const FilterExpression& filter, RecordIndex& index,
            std::vector<quint32>& records)
{
    const quint32 first = index.recordCount();
    index.append(scanned.block);
    if (filter.isEmpty()) {
        records.resize(index.recordCount());
        std::iota(records.begin() + first, records.end(), first);
        return;
    }
    std::ranges::transform(scanned.chosen, std::back_inserter(records),
                           [first](quint32 record) { return first + record; });
}

/// Reads all logs into one index, since the header needs the fields of all of them; @p records gets what is to be
/// written.
Reading readAll(const ExportRequest& request, RecordIndex& index, std::vector<quint32>& records)
{
    bool isClean = true;
    for (const QString& path : request.files) {
        const Reading reading = readLogs(path, request.reading, [&](const QString&, const ScannedBlock& scanned) {
            append(scanned, request.reading.filter, index, records);
        });
        isClean = isClean && reading == Reading::Clean;
    }
    if (index.parts().empty())
        return Reading::Failed;
    return isClean ? Reading::Clean : Reading::Flawed;
}

/// Says which of the records written have cells beyond those that a CSV file has columns for.
void tellSurplusCells(const RecordIndex& index, std::span<const quint32> records)
{
    const auto count = std::ranges::count_if(records, [&index](quint32 number) {
        const RecordIndex::Place place = index.place(RecordNumber(number));
        return place.part->block->flags(place.record).testFlag(RecordFlag::TooManyFields);
    });
    if (count > 0)
        complain(CommandLine::tr("Records with more cells than the log has fields: %1. The surplus cells are not in "
                                 "the CSV.")
                     .arg(QLocale(QLocale::English).toString(count)));
}

/// Says by which zone local times were put in order, where nobody and nothing has told it.
void tellTakenZone(const RecordIndex& index)
{
    const auto isLocal = [](const RecordIndex::Part& part) { return !part.block->loggedTimes.empty(); };
    const ServerZone zone = index.serverZone();
    if (zone.origin == ServerZone::Origin::Computer && std::ranges::any_of(index.parts(), isLocal))
        complain(CommandLine::tr("The local times of servers are taken to be those of %1, this computer's zone. Say "
                                 "--server-zone if that is wrong.")
                     .arg(zoneName(zone.zone)));
}

ExitStatus exportRecords(ExportRequest request)
{
    RecordIndex index;
    index.chooseServerZone(request.reading.choices.serverZone);
    std::vector<quint32> records;
    const Reading reading = readAll(request, index, records);
    if (reading == Reading::Failed)
        return ExitStatus::Failed;
    if (index.files().size() > 1) // one log keeps the order that its server gave it
        records = inOrder(timeOrder(index), std::move(records));
    if (index.files().size() > 1 || request.csv.addUtc)
        tellTakenZone(index);
    if (const auto chosen = chooseColumns(index, request.columns, request.csv); !chosen)
        return chosen.error();
    if (const auto status = refuseMissingFields(request.reading.filter, index.columns()))
        return *status;
    const ExitStatus written = request.target.isEmpty() ? writeToStandardOutput(index, records, request.csv)
                                                        : writeToFile(request.target, index, records, request.csv);
    if (written != ExitStatus::Done || reading != Reading::Flawed)
        return written;
    tellSurplusCells(index, records);
    return ExitStatus::Incomplete;
}

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
    QCommandLineOption guardFormulas{u"guard-formulas"_s,
                                     CommandLine::tr("Put an apostrophe before cells that a spreadsheet "
                                                     "would run as a formula.")};
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
    request.csv.guardFormulas = parser.isSet(options.guardFormulas);
    request.csv.addByteOrderMark = parser.isSet(options.byteOrderMark);
    return request;
}

} // namespace

ExitStatus runExport(const QStringList& arguments)
{
    const ExportOptions options;
    QCommandLineParser parser;
    parser.setApplicationDescription(CommandLine::tr(
        "Writes records of logs as CSV (RFC 4180, UTF-8): of one in its order, of several in the order of time."));
    parser.addOptions({options.filter, options.columns, options.utc, options.decoded, options.guardFormulas,
                       options.byteOrderMark, options.dateOrder, options.serverZone, options.output,
                       options.maximumUnpacked});
    parser.addPositionalArgument(u"FILE"_s, CommandLine::tr("Logs to read, or archives of them; - is standard input."),
                                 u"FILE..."_s);
    if (const auto status = parseArguments(parser, arguments))
        return *status;
    auto request = requestOf(parser, options);
    return request ? exportRecords(*std::move(request)) : request.error();
}

} // namespace TmgLens
