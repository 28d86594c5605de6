// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/export/csvexport.h"

#include "model/finding/recordfindings.h"
#include "model/output/errortext.h"

#include <QDir>
#include <QElapsedTimer>

namespace TmgLens {

void CsvExport::start(const ExportRequest& request)
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
        CsvOptions options = request.options;
        if (request.findings)
            options.findings = std::make_shared<const RecordFindings>(*request.findings);
        return writeCsvFile(request.path, request.index, request.rows->numbers(), options, stop, report);
    };
    auto done = [this, path = request.path, total](const std::expected<void, ExportError>& result) {
        if (result)
            Q_EMIT finished(path, total);
        else
            Q_EMIT failed(path, result.error());
    };
    Q_EMIT progressChanged(0, total); // first: a small export may be done when start() returns
    m_task.start(this, std::move(work), std::move(done));
}

QString describeExportError(const QString& path, const ExportError& error)
{
    const QString target = QDir::toNativeSeparators(path);
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
