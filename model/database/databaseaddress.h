// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/database/tablereader.h"
#include "model/source/openlog.h"

namespace TmgLens {

/// Where logs are in a database, in the place of a file: `odbc:SOURCE`, or `odbc:SOURCE/TABLE` for one of them.
struct DatabaseAddress
{
    DatabaseLogin login;
    QString table = {}; ///< Empty for all tables that hold logs.
};

/// What @p path says; nothing if it is no such address. Who asks, and the password, are in the variables
/// TMGLENS_DATABASE_USER and TMGLENS_DATABASE_PASSWORD of the environment, since others can see arguments.
[[nodiscard]] std::optional<DatabaseAddress> databaseAddress(const QString& path);

/**
 * Reads the tables at @p address, one after the other, and hands them to @p visit as logs, as visitLogs() does with the
 * logs in an archive. Rows that @p filter cannot let through may be left out. Blocks the caller.
 */
[[nodiscard]] std::expected<void, LoadError> visitTables(const DatabaseAddress& address, const FilterExpression& filter,
                                                         const TableProgress& progress, const LogVisitor& visit);

} // namespace TmgLens
