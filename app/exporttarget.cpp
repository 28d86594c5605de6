// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exporttarget.h"

#include "app/console.h"
#include "app/interruptguard.h"
#include "model/output/errortext.h"

#include <QFile>

#include <optional>

namespace TmgLens {

namespace {

ExitStatus writeToStandardOutput(const RowWriter& write)
{
    QFile output;
    if (!openStandardOutput(output))
        return refuseOutput(output.errorString());
    const auto written = write(output, {}, [](int) {});
    return written ? ExitStatus::Done : explainExport(written.error(), {});
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
    return explainExport(written.error(), target);
}

} // namespace

ExitStatus writeRows(const QString& target, const RowWriter& write)
{
    return target.isEmpty() ? writeToStandardOutput(write) : writeToFile(target, write);
}

ExitStatus explainExport(const ExportError& error, const QString& target)
{
    if (error.kind == ExportError::Kind::CannotRead || error.kind == ExportError::Kind::NoMemory) {
        complain(describeLoadError(error.readError));
        return ExitStatus::Failed;
    }
    if (target.isEmpty())
        return refuseOutput(error.systemText);
    return refuseTarget(target, error.systemText);
}

ExitStatus leaveTarget(const QString& target)
{
    complain(CommandLine::tr("“%1” is as it was before.").arg(target));
    return ExitStatus::Failed;
}

} // namespace TmgLens
