// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace TmgLens {

/**
 * What the name of a log says, as the product gives it: `ISALOG_` day `_WEB_` or `_FWS_` and number, one after the
 * other as they fill up (TMG documentation, “Configuring Forefront TMG logs”).
 */
struct LogName
{
    QString folder = {}; ///< With its slash; empty if there is none.
    QDate day = {};
    QString kind = {}; ///< In capitals.
    int number = 0;
};

/// What @p path says; nothing for other names.
[[nodiscard]] std::optional<LogName> logName(const QString& path);

/// The paths that the log which follows on that at @p path can have, the likely one first: the next of its day, the
/// first of the next day and, for a server that was off for some, the first of @p today. Empty for other names.
[[nodiscard]] QStringList pathsOfNextLog(const QString& path, QDate today);

} // namespace TmgLens
