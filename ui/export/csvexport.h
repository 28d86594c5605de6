// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/finding.h"
#include "model/keeping/keepingerror.h"
#include "model/output/csvwriter.h"
#include "model/table/recordrows.h"
#include "ui/backgroundtask.h"

namespace TmgLens {

/// What is to be exported, and where to.
struct CsvExportRequest
{
    QString path;
    RecordIndex index;
    RowsPointer rows;
    CsvOptions options; ///< Without findings: they come of those that follow.
    FindingsPointer findings = {}; ///< To be told of each record; nullptr if they are not.
    bool addProvenance = false; ///< To provenancePath().
    QStringList filter = {}; ///< For the provenance: Provenance::filter and order.
    QString order = {};
};

/// Where it is written from where the export to @p path comes.
[[nodiscard]] QString provenancePath(const QString& path);

/**
 * Writes a CSV file off the GUI thread.
 *
 * GUI thread only. Each start() ends in finished(), provenanceFailed() or failed(), also after cancel(). The destructor
 * cancels and waits; the target then keeps what it held.
 */
class CsvExport : public QObject
{
    Q_OBJECT

public:
    /// Why the provenance is missing, if it is.
    using Exported = std::expected<std::optional<KeepingError>, ExportError>;

    using QObject::QObject;

    /// Must not be running.
    void start(const CsvExportRequest& request);
    void cancel() { m_task.cancel(); }
    [[nodiscard]] bool isRunning() const { return m_task.isRunning(); }

Q_SIGNALS:
    void progressChanged(quint64 records, quint64 total);
    /// So much of the logs has been read for the provenance.
    void digestProgressChanged(quint64 bytes);
    void finished(const QString& path, quint64 records);
    /// The records are at @p path, but there is no provenance beside them.
    void provenanceFailed(const QString& path, const TmgLens::KeepingError& error);
    void failed(const QString& path, const TmgLens::ExportError& error);

private:
    BackgroundTask<Exported> m_task;
};

/// One sentence or two about @p error for people; @p path is the target. Plain text.
[[nodiscard]] QString describeExportError(const QString& path, const ExportError& error);

} // namespace TmgLens
