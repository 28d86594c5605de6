// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/logrequest.h"
#include "model/output/csvoptions.h"

namespace TmgLens {

/// What the arguments ask for.
struct ExportRequest : LogRequest
{
    QStringList columns = {}; ///< Names; empty for all.
    CsvOptions csv = {}; ///< Without columns: these come from the names, once the fields are known.
    bool addFindings = false; ///< Else CsvOptions::findings stay away.
    QString provenance = {}; ///< File to write it to; none, if empty.
};

/// What @p arguments ask for; the status to exit with if that is all there is to do, or after saying what is wrong.
[[nodiscard]] std::expected<ExportRequest, ExitStatus> exportRequestOf(const QStringList& arguments);

/// The first of @p names that no column has.
[[nodiscard]] std::optional<QString> unknownName(const QStringList& names, const ColumnSet& columns);

/// Says that there is no column @p name, and which there are.
[[nodiscard]] ExitStatus refuseName(const QString& name, const ColumnSet& columns);

/// What of logs with @p columns is written: what is called by the names, or all if there are none.
[[nodiscard]] CsvOptions chosenOptions(const ExportRequest& request, const ColumnSet& columns);

} // namespace TmgLens
