// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/streamedexport.h"

#include "app/console.h"
#include "app/exportrequest.h"
#include "app/exporttarget.h"
#include "app/interruptguard.h"
#include "app/surpluscells.h"
#include "model/filter/missingfields.h"
#include "model/output/csvstream.h"

#include <QFile>

#include <utility>

namespace TmgLens {

namespace {

/// Writes a log block by block.
class StreamedExport
{
public:
    StreamedExport(const ExportRequest& request, const SourcePointer& source) : m_request(request), m_source(source) {}

    /// As exportStreamed().
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
    if (m_reading == Reading::Failed && !written && written.error().kind == ExportError::Kind::Cancelled)
        return m_hasBlocks ? leaveTarget(m_request.target) : ExitStatus::Failed;
    if (!written)
        return explainExport(written.error(), m_request.target);
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
    if (m_reading == Reading::Failed && isReplacing) // a part is not worth what it would replace
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

} // namespace

std::optional<ExitStatus> exportStreamed(const ExportRequest& request, const SourcePointer& source)
{
    return StreamedExport(request, source).run();
}

} // namespace TmgLens
