// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/csvexport.h"

#include "model/finding/recordfindings.h"
#include "model/output/errortext.h"
#include "model/output/harmlesstext.h"
#include "model/provenance/digestdevice.h"
#include "model/provenance/provenance.h"

#include <QElapsedTimer>
#include <QFile>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

using Exported = CsvExport::Exported;

/// What there is to tell of where an export comes from, but for what is written.
std::expected<Provenance, ExportError> describeExport(const CsvExportRequest& request, const CsvOptions& options,
                                                      const std::stop_token& stop, const DigestProgress& progress)
{
    auto provenance = provenanceOf(request.index, options, stop, progress);
    if (!provenance)
        return std::unexpected(stop.stop_requested() ? ExportError{.kind = ExportError::Kind::Cancelled}
                                                     : cannotRead(provenance.error()));
    provenance->output.path = request.path;
    provenance->recordCount = request.index.recordCount();
    provenance->malformedCount = request.index.malformedCount();
    provenance->writtenCount = request.rows->size();
    provenance->filter = request.filter;
    provenance->order = request.order;
    return *std::move(provenance);
}

/// Tells how far the work is; on the thread of the work.
struct Reports
{
    std::function<void(quint64 records)> written;
    DigestProgress digested;
};

/// The logs are read for their digests first: that takes longest, and up to its end everything is as it was.
Exported writeWithProvenance(const CsvExportRequest& request, const CsvOptions& options, const std::stop_token& stop,
                             const Reports& reports)
{
    auto provenance = describeExport(request, options, stop, reports.digested);
    if (!provenance)
        return std::unexpected(provenance.error());
    const auto write = [&](QIODevice& device) {
        return writeDigested(device, provenance->output, [&](QIODevice& digest) {
            return writeCsv(digest, request.index, request.rows->numbers(), options, stop, reports.written);
        });
    };
    if (const Written written = writeTargetFile(request.path, write); !written)
        return std::unexpected(written.error());
    const auto beside = writeProvenance(provenancePath(request.path), *provenance);
    if (beside)
        return std::nullopt;
    QFile::remove(provenancePath(request.path)); // it speaks of what was there before
    return beside.error();
}

Exported writeFiles(const CsvExportRequest& request, const std::stop_token& stop, const Reports& reports)
{
    CsvOptions options = request.options;
    if (request.findings)
        options.findings = std::make_shared<const RecordFindings>(*request.findings);
    if (request.addProvenance)
        return writeWithProvenance(request, options, stop, reports);
    const Written written =
        writeCsvFile(request.path, request.index, request.rows->numbers(), options, stop, reports.written);
    if (!written)
        return std::unexpected(written.error());
    return std::nullopt;
}

/// Lets ten calls a second through.
class Throttle
{
public:
    Throttle() { m_sinceLast.start(); }
    [[nodiscard]] bool isDue()
    {
        if (m_sinceLast.elapsed() < 100)
            return false;
        m_sinceLast.restart();
        return true;
    }

private:
    QElapsedTimer m_sinceLast;
};

} // namespace

QString provenancePath(const QString& path)
{
    return path + u".json"_s;
}

void CsvExport::start(const CsvExportRequest& request)
{
    Q_ASSERT(!isRunning());
    const quint64 total = request.rows->size();
    auto work = [this, request, total, report = m_task.reporter(this)](const std::stop_token& stop) {
        Throttle throttle;
        quint64 digested = 0;
        // Queued to the GUI thread.
        const auto tellWritten = [&](quint64 written) {
            if (throttle.isDue())
                report([this, written, total] { Q_EMIT progressChanged(written, total); });
        };
        const auto tellDigested = [&](quint64 bytes) {
            digested += bytes;
            if (throttle.isDue())
                report([this, digested] { Q_EMIT digestProgressChanged(digested); });
        };
        return writeFiles(request, stop, {.written = tellWritten, .digested = tellDigested});
    };
    auto done = [this, path = request.path, total](const Exported& result) {
        if (!result)
            Q_EMIT failed(result.error().path.isEmpty() ? path : result.error().path, result.error());
        else if (*result)
            Q_EMIT provenanceFailed(path, **result);
        else
            Q_EMIT finished(path, total);
    };
    Q_EMIT progressChanged(0, total); // first: a small export may be done when start() returns
    m_task.start(this, std::move(work), std::move(done));
}

QString describeExportError(const QString& path, const ExportError& error)
{
    const QString target = harmlessPath(path);
    switch (error.kind) {
    case ExportError::Kind::Cancelled:
        return CsvExport::tr("The export was stopped. %1 is as it was before.").arg(target);
    case ExportError::Kind::CannotRead:
        return CsvExport::tr("The export was given up, and %1 is as it was before. %2")
            .arg(target, describeLoadError(error.readError));
    case ExportError::Kind::NoMemory:
        return CsvExport::tr("The export was given up, and %1 is as it was before. %2")
            .arg(target, describeLoadError({.kind = LoadError::Kind::NoMemory}));
    case ExportError::Kind::CannotWrite:
        break;
    }
    return CsvExport::tr("%1 could not be written: %2. What it held before is still there; choose another place, or "
                         "make room, and export again.")
        .arg(target, error.systemText);
}

} // namespace TmgLens
