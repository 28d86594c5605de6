// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"
#include "model/output/targetfile.h"

#include <QString>

#include <functional>
#include <stop_token>

namespace TmgLens {

/// Writes rows to a device. It may tell how much of them is written, in hundredths.
using RowWriter =
    std::function<Written(QIODevice& device, const std::stop_token& stop, const std::function<void(int)>& progress)>;

/// Writes by @p write to the file @p target, which is replaced only when all is written, or to standard output if it is
/// empty. Tells how far it is, and what went wrong.
[[nodiscard]] ExitStatus writeRows(const QString& target, const RowWriter& write);

/// Says why nothing more could be written to @p target.
[[nodiscard]] ExitStatus explainExport(const ExportError& error, const QString& target);

/// Says that the file @p target keeps what it held, because the log could be read in part only.
[[nodiscard]] ExitStatus leaveTarget(const QString& target);

} // namespace TmgLens
