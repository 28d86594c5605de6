// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exportcommand.h"

#include "app/console.h"
#include "app/exportrequest.h"
#include "app/exporttarget.h"
#include "app/findingchoice.h"
#include "app/streamedexport.h"
#include "app/surpluscells.h"
#include "model/finding/findingfilter.h"
#include "model/finding/recordfindings.h"
#include "model/index/timeorder.h"
#include "model/load/chosenrecords.h"
#include "model/output/csvwriter.h"
#include "model/output/errortext.h"
#include "model/output/summarizing.h"
#include "model/provenance/digestdevice.h"
#include "model/provenance/provenance.h"
#include "model/set/setexport.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

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
    quint64 recordCount = 0; ///< Of all logs.
    quint64 malformedCount = 0;
    quint64 writtenCount = 0;
    quint64 surplusCount = 0; ///< As surplusCount() has it, of those written.
    bool isClean = true;

    /// The logs, their columns and their zone.
    [[nodiscard]] const RecordIndex& logs() const { return areHeld ? index : outline.index(); }
};

/// Takes in a block of a log; lets go all records where a set has grown large and @p canLetGo.
void take(const ScannedBlock& scanned, const FilterExpression& filter, bool canLetGo, ReadRecords& records)
{
    records.outline.add(*scanned.block);
    records.recordCount += scanned.block->size();
    records.malformedCount += scanned.block->malformedCount;
    records.writtenCount += filter.isEmpty() ? scanned.block->size() : scanned.chosen.size();
    records.surplusCount += surplusCount(scanned, filter);
    if (!records.areHeld)
        return;
    appendChosen(scanned, !filter.isEmpty(), records.index, records.wanted);
    if (canLetGo && records.index.files().size() > 1 && records.index.recordCount() > mostHeld) {
        records.index = {};
        records.wanted = {};
        records.areHeld = false;
    }
}

/// Says by which zone local times were put in order, where nobody and nothing has told it.
void tellTakenZone(const RecordIndex& index)
{
    const ServerZone zone = index.serverZone();
    if (zone.origin == ServerZone::Origin::Computer && index.tellsLocalTimes())
        complain(CommandLine::tr("The local times of servers are taken to be those of %1, this computer's zone. Say "
                                 "--server-zone if that is wrong.")
                     .arg(zoneName(zone.zone)));
}

/// Writes the records that are held.
RowWriter heldWriter(const ReadRecords& records, const CsvOptions& options)
{
    return [&records, options](QIODevice& device, const std::stop_token& stop, const std::function<void(int)>& tell) {
        return writeCsv(device, records.index, records.wanted, options, stop,
                        [&](quint64 count) { tell(int(count * 100 / records.wanted.size())); });
    };
}

/// Writes the records of a set, which are read again.
RowWriter setWriter(const ReadRecords& records, const CsvOptions& options, const ReadingOptions& reading)
{
    return [&records, options, set = SetReading{.chooser = chooserOf(reading), .choices = reading.choices}](
               QIODevice& device, const std::stop_token& stop, const std::function<void(int)>& tell) {
        return writeSetCsv(device, records.outline, options, set, stop,
                           [&](std::size_t count) { tell(int(count * 100 / records.outline.index().files().size())); });
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
    records.writtenCount = records.wanted.size();
    records.surplusCount = quint64(std::ranges::count_if(records.wanted, [&records](quint32 record) {
        return records.index.flags(RecordNumber(record)).testFlag(RecordFlag::TooManyFields);
    }));
    return true;
}

/// @p write, with the digest of what it writes in @p output.
RowWriter digesting(RowWriter write, FileDigest& output)
{
    return [write = std::move(write), &output](QIODevice& device, const std::stop_token& stop,
                                               const std::function<void(int)>& tell) {
        return writeDigested(device, output, [&](QIODevice& digest) { return write(digest, stop, tell); });
    };
}

/// What there is to tell of the logs themselves. Tells how far it is.
std::expected<Provenance, LoadError> describeSources(const RecordIndex& logs, const CsvOptions& options)
{
    ProgressLine line;
    quint64 done = 0;
    return provenanceOf(logs, options, {}, [&](quint64 bytes) {
        done += bytes;
        if (line.isDue())
            line.show(CommandLine::tr("Reading the logs for their SHA-256: %1 MB")
                          .arg(QLocale(QLocale::English).toString(done / 1'000'000)));
    });
}

/// Writes where the export @p output comes from.
ExitStatus writeProvenance(const ExportRequest& request, const ReadRecords& records, const CsvOptions& options,
                           const FileDigest& output)
{
    const RecordIndex& logs = records.logs();
    auto provenance = describeSources(logs, options);
    if (!provenance) {
        complain(describeLoadError(provenance.error()));
        return ExitStatus::Failed;
    }
    provenance->output = output;
    provenance->recordCount = records.recordCount;
    provenance->malformedCount = records.malformedCount;
    provenance->writtenCount = records.writtenCount;
    provenance->filter = describeFilter({.selection = {}, .expression = request.reading.filter}, logs.codes());
    provenance->order = logs.files().size() > 1 ? u"time"_s : u"log"_s;
    const auto written = TmgLens::writeProvenance(request.provenance, *provenance);
    if (written)
        return ExitStatus::Done;
    complain(describeKeepingError(written.error()));
    return ExitStatus::Failed;
}

/// What to exit with if the logs lack what is asked for, after saying so.
std::optional<ExitStatus> refuseWhatIsMissing(const ExportRequest& request, const ColumnSet& columns)
{
    if (const auto unknown = unknownName(request.columns, columns))
        return refuseName(*unknown, columns);
    return refuseMissingFields(request.reading.filter, columns);
}

ExitStatus exportRead(const ExportRequest& request, ReadRecords records)
{
    const RecordIndex& logs = records.logs();
    const bool isSet = logs.files().size() > 1;
    if (isSet && records.areHeld) // one log keeps the order that its server gave it
        records.wanted = inOrder(timeOrder(records.index), std::move(records.wanted));
    if (isSet || request.csv.addUtc)
        tellTakenZone(logs);
    CsvOptions options = chosenOptions(request, logs.columns());
    options.addFile = options.addFile || (isSet && request.columns.isEmpty());
    options.findings = records.findings;
    RowWriter write = records.areHeld ? heldWriter(records, options) : setWriter(records, options, request.reading);
    FileDigest output{.path = CommandLine::tr("standard output"), .isFile = false};
    if (!request.target.isEmpty())
        output = {.path = QFileInfo(request.target).absoluteFilePath()};
    if (!request.provenance.isEmpty()) {
        write = digesting(std::move(write), output);
        QFile::remove(request.provenance); // else it would speak of another export if this one ends early
    }
    ExitStatus written = writeRows(request.target, write);
    if (written == ExitStatus::Done && !request.provenance.isEmpty())
        written = writeProvenance(request, records, options, output);
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
    const bool canStream =
        request.files.size() == 1 && !request.csv.addUtc && !needsFindings && request.provenance.isEmpty();
    bool isAnyRead = false;
    for (const QString& path : request.files) {
        const auto read = [&](const QString& log, const SourcePointer& source) {
            if (canStream && log == path)
                status = exportStreamed(request, source);
            if (status)
                return Reading::Clean; // how it went has been said
            return readLog(log, source, request.reading, [&](const QString&, const ScannedBlock& scanned) {
                take(scanned, request.reading.filter, !needsFindings, records);
            });
        };
        const Reading reading = visitEach(path, request.reading, read);
        records.isClean = records.isClean && reading == Reading::Clean;
        isAnyRead = isAnyRead || reading != Reading::Failed;
    }
    if (status)
        return *status;
    if (records.logs().parts().empty())
        return ExitStatus::Failed;
    if (const auto refused = refuseWhatIsMissing(request, records.logs().columns()))
        return *refused;
    const bool isReplacing = !request.target.isEmpty() && isReplaced(request.target);
    if (!isAnyRead && records.recordCount > 0 && isReplacing) // a part is not worth what it would replace
        return leaveTarget(request.target);
    if (needsFindings && !takeFindings(request, records))
        return ExitStatus::Failed;
    return exportRead(request, std::move(records));
}

} // namespace

ExitStatus runExport(const QStringList& arguments)
{
    const auto request = exportRequestOf(arguments);
    return request ? exportRecords(*request) : request.error();
}

} // namespace TmgLens
