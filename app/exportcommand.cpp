// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exportcommand.h"

#include "app/arguments.h"
#include "app/console.h"
#include "app/findingchoice.h"
#include "app/interruptguard.h"
#include "app/logrequest.h"
#include "model/filter/missingfields.h"
#include "model/finding/findingfilter.h"
#include "model/finding/recordfindings.h"
#include "model/format/fieldcutter.h"
#include "model/index/timeorder.h"
#include "model/output/csvstream.h"
#include "model/output/csvwriter.h"
#include "model/output/errortext.h"
#include "model/set/setexport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <algorithm>
#include <numeric>
#include <ranges>
#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// What `--columns` calls the name of the log.
constexpr auto fileColumn = "file"_L1;

/// What the arguments ask for.
struct ExportRequest : LogRequest
{
    QStringList columns = {}; ///< Names; empty for all.
    CsvOptions csv = {}; ///< Without columns: these come from the names, once the fields are known.
    bool addFindings = false; ///< Else CsvOptions::findings stay away.
};

/// The first of @p names that no column has.
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

/// What of logs with @p columns is written: what is called by the names, or all if there are none.
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

/// Writes rows to a device. It is told how much of them is written, in hundredths.
using RowWriter =
    std::function<Written(QIODevice& device, const std::stop_token& stop, const std::function<void(int)>& progress)>;

ExitStatus writeToStandardOutput(const RowWriter& write)
{
    QFile output;
    if (!openStandardOutput(output))
        return refuseOutput(output.errorString());
    const auto written = write(output, {}, {});
    return written ? ExitStatus::Done : explain(written.error(), {});
}

ExitStatus writeToFile(const QString& target, const RowWriter& write)
{
    InterruptGuard guard;
    std::optional<ProgressLine> line(std::in_place);
    const auto tell = [&](int percentage) {
        guard.poll();
        if (line->isDue())
            line->show(CommandLine::tr("Writing %1: %2 %").arg(target, QString::number(percentage)));
    };
    const auto written = writeTargetFile(target, [&](QIODevice& device) { return write(device, guard.token(), tell); });
    line.reset();
    if (written)
        return ExitStatus::Done;
    if (written.error().kind == ExportError::Kind::Cancelled)
        guard.endProcess();
    return explain(written.error(), target);
}

// -- One log, while it is read ---------------------------------------------------------------------------------------

void complainOfSurplusCells(quint64 recordCount)
{
    if (recordCount > 0)
        complain(CommandLine::tr("Records with more cells than the log has fields: %1. The surplus cells are not in "
                                 "the CSV.")
                     .arg(QLocale(QLocale::English).toString(recordCount)));
}

/// How many records that are written have cells beyond those that a CSV file has columns for.
quint64 surplusCount(const ScannedBlock& scanned, const FilterExpression& filter)
{
    const IndexBlock& block = *scanned.block;
    if (block.malformedCount == 0)
        return 0;
    const auto isSurplus = [&block](std::size_t record) {
        return block.flags(record).testFlag(RecordFlag::TooManyFields);
    };
    if (filter.isEmpty())
        return quint64(std::ranges::count_if(std::views::iota(std::size_t(0), block.size()), isSurplus));
    return quint64(std::ranges::count_if(scanned.chosen, isSurplus));
}

/// Writes one log block by block.
class StreamedExport
{
public:
    StreamedExport(const ExportRequest& request, const SourcePointer& source) : m_request(request), m_source(source) {}

    /// Nothing if the log has to be read as a whole first, since it has several layouts, or not what is asked for.
    [[nodiscard]] std::optional<ExitStatus> run();

private:
    [[nodiscard]] Written writeTo(QIODevice& device);
    void take(const ScannedBlock& scanned, CsvStream& stream);
    [[nodiscard]] bool hasAllAskedFor(const LogLayout& layout) const;

    const ExportRequest& m_request;
    const SourcePointer& m_source;
    std::optional<InterruptGuard> m_guard; // where half a file could remain
    std::stop_source m_stop;
    bool m_hasBlocks = false;
    bool m_isImpossible = false;
    quint64 m_surplusCount = 0;
    Reading m_reading = Reading::Failed;
};

std::optional<ExitStatus> StreamedExport::run()
{
    const auto write = [this](QIODevice& device) { return writeTo(device); };
    Written written;
    if (m_request.target.isEmpty()) {
        QFile output;
        if (!openStandardOutput(output))
            return refuseOutput(output.errorString());
        written = write(output);
    } else {
        m_guard.emplace();
        written = writeTargetFile(m_request.target, write);
        if (m_guard->token().stop_requested())
            InterruptGuard::endProcess();
    }
    if (m_isImpossible)
        return {};
    if (m_reading == Reading::Failed && !m_hasBlocks && written.error().kind == ExportError::Kind::Cancelled)
        return ExitStatus::Failed;
    if (!written)
        return explain(written.error(), m_request.target);
    complainOfSurplusCells(m_surplusCount);
    return m_reading == Reading::Clean ? ExitStatus::Done : ExitStatus::Incomplete;
}

Written StreamedExport::writeTo(QIODevice& device)
{
    const bool isReplacing = !m_request.target.isEmpty() && isReplaced(m_request.target);
    const auto target = isReplacing ? CsvStream::Target::CanBeBegunAgain : CsvStream::Target::IsFinal;
    const auto optionsOf = [this](const ColumnSet& columns) { return chosenOptions(m_request, columns); };
    CsvStream stream(device, target, optionsOf, m_stop.get_token());
    ReadingOptions options = m_request.reading;
    options.rowMaker = stream.rowMaker();
    const auto sink = [&](const QString&, const ScannedBlock& scanned) { take(scanned, stream); };
    m_reading = readLog(m_request.files.constFirst(), m_source, options, sink, m_stop.get_token());
    m_isImpossible = m_isImpossible || stream.isImpossible();
    if (m_isImpossible || !m_hasBlocks || (m_guard && m_guard->token().stop_requested()))
        return std::unexpected(ExportError{ExportError::Kind::Cancelled});
    return stream.finish();
}

void StreamedExport::take(const ScannedBlock& scanned, CsvStream& stream)
{
    if (m_stop.stop_requested()) // the rest of a stretch
        return;
    if (!std::exchange(m_hasBlocks, true))
        m_isImpossible = !hasAllAskedFor(*scanned.block->layout);
    m_surplusCount += surplusCount(scanned, m_request.reading.filter);
    if (m_guard)
        m_guard->poll();
    if (m_isImpossible || !stream.take(scanned) || (m_guard && m_guard->token().stop_requested()))
        m_stop.request_stop();
}

bool StreamedExport::hasAllAskedFor(const LogLayout& layout) const
{
    ColumnSet columns;
    columns.add(layout);
    return !unknownName(m_request.columns, columns) && missingFields(m_request.reading.filter, columns).isEmpty();
}

// -- All logs, once they have been read ------------------------------------------------------------------------------

// So many records are held at once, which take 16 bytes each, before those of a set are let go and read again.
constexpr quint32 mostHeld = 4'000'000;

/// What has been read: for logs in the order of time, since that needs the times of all of them, and for those whose
/// first row can only be told at their end.
struct ReadRecords
{
    RecordIndex index; ///< Without records if they have been let go.
    SetOutline outline;
    std::vector<quint32> wanted; ///< Which of those in the index are to be written.
    std::shared_ptr<const RecordFindings> findings = {}; ///< If they are to be written, too.
    bool areHeld = true;
    quint64 surplusCount = 0; ///< As surplusCount() has it.
    bool isClean = true;

    /// The logs, their columns and their zone.
    [[nodiscard]] const RecordIndex& logs() const { return areHeld ? index : outline.index(); }
};

void append(const ScannedBlock& scanned, const FilterExpression& filter, ReadRecords& records)
{
    const quint32 first = records.index.recordCount();
    records.index.append(scanned.block);
    if (filter.isEmpty()) {
        records.wanted.resize(records.index.recordCount());
        std::iota(records.wanted.begin() + first, records.wanted.end(), first);
        return;
    }
    std::ranges::transform(scanned.chosen, std::back_inserter(records.wanted),
                           [first](quint32 record) { return first + record; });
}

/// Takes in a block of a log; lets go all records where a set has grown large and @p canLetGo.
void take(const ScannedBlock& scanned, const FilterExpression& filter, bool canLetGo, ReadRecords& records)
{
    records.outline.add(*scanned.block);
    records.surplusCount += surplusCount(scanned, filter);
    if (!records.areHeld)
        return;
    append(scanned, filter, records);
    if (canLetGo && records.index.files().size() > 1 && records.index.recordCount() > mostHeld) {
        records.index = {};
        records.wanted = {};
        records.areHeld = false;
    }
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

/// Writes the records that are held.
RowWriter heldWriter(const ReadRecords& records, const CsvOptions& options)
{
    return [&records, options](QIODevice& device, const std::stop_token& stop, const std::function<void(int)>& tell) {
        return writeCsv(device, records.index, records.wanted, options, stop, [&](quint64 count) {
            if (tell)
                tell(int(count * 100 / records.wanted.size()));
        });
    };
}

/// Writes the records of a set, which are read again.
RowWriter setWriter(const ReadRecords& records, const CsvOptions& options, const ReadingOptions& reading)
{
    return [&records, options, set = SetReading{.chooser = chooserOf(reading), .choices = reading.choices}](
               QIODevice& device, const std::stop_token& stop, const std::function<void(int)>& tell) {
        return writeSetCsv(device, records.outline, options, set, stop, [&](std::size_t count) {
            if (tell)
                tell(int(count * 100 / records.outline.index().files().size()));
        });
    };
}

/// Looks for findings, and takes from them what is asked for; false after an error, which has been said.
bool takeFindings(const ExportRequest& request, ReadRecords& records)
{
    const FindingsPointer found = searchFindings(records.index);
    if (!found)
        return false;
    if (request.addFindings)
        records.findings = std::make_shared<const RecordFindings>(*found);
    if (!asksForFindings(request.reading.filter))
        return true;
    auto wanted = chooseByFindings(request.reading.filter, records.index, *found);
    if (!wanted)
        return false;
    records.wanted = *std::move(wanted);
    records.surplusCount = quint64(std::ranges::count_if(records.wanted, [&records](quint32 record) {
        return records.index.flags(RecordNumber(record)).testFlag(RecordFlag::TooManyFields);
    }));
    return true;
}

ExitStatus exportRead(const ExportRequest& request, ReadRecords records)
{
    const RecordIndex& logs = records.logs();
    if (logs.parts().empty())
        return ExitStatus::Failed;
    const bool isSet = logs.files().size() > 1;
    if (isSet && records.areHeld) // one log keeps the order that its server gave it
        records.wanted = inOrder(timeOrder(records.index), std::move(records.wanted));
    if (isSet || request.csv.addUtc)
        tellTakenZone(logs);
    if (const auto unknown = unknownName(request.columns, logs.columns()))
        return refuseName(*unknown, logs.columns());
    if (const auto status = refuseMissingFields(request.reading.filter, logs.columns()))
        return *status;
    CsvOptions options = chosenOptions(request, logs.columns());
    options.addFile = options.addFile || (isSet && request.columns.isEmpty());
    options.findings = records.findings;
    const RowWriter write =
        records.areHeld ? heldWriter(records, options) : setWriter(records, options, request.reading);
    const ExitStatus written =
        request.target.isEmpty() ? writeToStandardOutput(write) : writeToFile(request.target, write);
    if (written != ExitStatus::Done || records.isClean)
        return written;
    complainOfSurplusCells(records.surplusCount);
    return ExitStatus::Incomplete;
}

ExitStatus exportRecords(const ExportRequest& request)
{
    std::optional<ExitStatus> status;
    ReadRecords records;
    records.index.chooseServerZone(request.reading.choices.serverZone);
    records.outline.chooseServerZone(request.reading.choices.serverZone);
    // Nothing else comes, no zone must be known that the log may tell in its midst, nor what its records mean together.
    const bool needsFindings = request.addFindings || asksForFindings(request.reading.filter);
    const bool canStream = request.files.size() == 1 && !request.csv.addUtc && !needsFindings;
    for (const QString& path : request.files) {
        const auto read = [&](const QString& log, const SourcePointer& source) {
            if (canStream && log == path)
                status = StreamedExport(request, source).run();
            if (status)
                return Reading::Clean; // how it went has been said
            return readLog(log, source, request.reading, [&](const QString&, const ScannedBlock& scanned) {
                take(scanned, request.reading.filter, !needsFindings, records);
            });
        };
        const Reading reading = visitEach(path, request.reading, read);
        records.isClean = records.isClean && reading == Reading::Clean;
    }
    if (needsFindings && !takeFindings(request, records))
        return ExitStatus::Failed;
    return status ? *status : exportRead(request, std::move(records));
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
    QCommandLineOption findings{u"findings"_s,
                                CommandLine::tr("Add finding at the end: the patterns that the record belongs to "
                                                "with others, such as A1, the worst first.")};
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
    request.addFindings = parser.isSet(options.findings);
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
    parser.addOptions({options.filter, options.columns, options.utc, options.decoded, options.findings,
                       options.guardFormulas, options.byteOrderMark, options.dateOrder, options.serverZone,
                       options.output, options.maximumUnpacked});
    parser.addPositionalArgument(u"FILE"_s, CommandLine::tr("Logs to read, or archives of them; - is standard input."),
                                 u"FILE..."_s);
    if (const auto status = parseArguments(parser, arguments))
        return *status;
    auto request = requestOf(parser, options);
    return request ? exportRecords(*std::move(request)) : request.error();
}

} // namespace TmgLens
