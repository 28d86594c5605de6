// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/csvexport.h"

#include "model/finding/recordfindings.h"
#include "model/output/errortext.h"
#include "model/output/harmlesstext.h"
#include "model/provenance/digestdevice.h"
#include "model/provenance/provenance.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// Writes beside the file that @p output is of where it comes from.
Written writeProvenanceBeside(const CsvExportRequest& request, const CsvOptions& options, const FileDigest& output,
                              const std::stop_token& stop)
{
    auto provenance = provenanceOf(request.index, options, stop);
    if (!provenance)
        return std::unexpected(stop.stop_requested() ? ExportError{.kind = ExportError::Kind::Cancelled}
                                                     : cannotRead(provenance.error()));
    provenance->output = output;
    provenance->recordCount = request.index.recordCount();
    provenance->malformedCount = request.index.malformedCount();
    provenance->writtenCount = request.rows->size();
    provenance->filter = request.filter;
    provenance->order = request.order;
    const auto written = writeProvenance(provenancePath(request.path), *provenance);
    if (written)
        return {};
    return std::unexpected(ExportError{.kind = ExportError::Kind::CannotWrite,
                                       .systemText = written.error().systemText,
                                       .path = written.error().path});
}

Written writeFiles(const CsvExportRequest& request, const std::stop_token& stop,
                   const std::function<void(quint64)>& progress)
{
    CsvOptions options = request.options;
    if (request.findings)
        options.findings = std::make_shared<const RecordFindings>(*request.findings);
    const auto& records = request.rows->numbers();
    if (!request.addProvenance)
        return writeCsvFile(request.path, request.index, records, options, stop, progress);
    QFile::remove(provenancePath(request.path)); // else it would speak of another export if this one ends early
    FileDigest output{.path = request.path};
    const auto write = [&](QIODevice& device) {
        return writeDigested(device, output, [&](QIODevice& digest) {
            return writeCsv(digest, request.index, records, options, stop, progress);
        });
    };
    const Written written = writeTargetFile(request.path, write);
    return written ? writeProvenanceBeside(request, options, output, stop) : written;
}

} // namespace

QString provenancePath(const QString& path)
{
    return path + u".json"_s;
}

void CsvExport::start(const CsvExportRequest& request)
{
    Q_ASSERT(!isRunning());
    const quint64 total = request.rows->size();
    auto work = [this, request, total](const std::stop_token& stop) {
        QElapsedTimer sinceReport;
        sinceReport.start();
        // Queued to the GUI thread, ten times a second at most.
        const auto report = [&](quint64 written) {
            if (sinceReport.elapsed() >= 100) {
                sinceReport.restart();
                QMetaObject::invokeMethod(this, [this, written, total] { Q_EMIT progressChanged(written, total); });
            }
        };
        return writeFiles(request, stop, report);
    };
    auto done = [this, path = request.path, total](const std::expected<void, ExportError>& result) {
        if (result)
            Q_EMIT finished(path, total);
        else
            Q_EMIT failed(result.error().path.isEmpty() ? path : result.error().path, result.error());
    };
    Q_EMIT progressChanged(0, total); // first: a small export may be done when start() returns
    m_task.start(this, std::move(work), std::move(done));
}

QString describeExportError(const QString& path, const ExportError& error)
{
    const QString target = harmlessText(QDir::toNativeSeparators(path));
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
