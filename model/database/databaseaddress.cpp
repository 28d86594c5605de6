// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/database/databaseaddress.h"

namespace TmgLens {

using namespace Qt::StringLiterals;

std::optional<DatabaseAddress> databaseAddress(const QString& path)
{
    constexpr auto scheme = "odbc:"_L1;
    if (!path.startsWith(scheme))
        return {};
    const QString place = path.sliced(scheme.size());
    const qsizetype slash = place.lastIndexOf(u'/');
    return DatabaseAddress{
        .login = {.source = place.first(slash < 0 ? place.size() : slash),
                  .user = qEnvironmentVariable("TMGLENS_DATABASE_USER"),
                  .password = qEnvironmentVariable("TMGLENS_DATABASE_PASSWORD")},
        .table = slash < 0 ? QString() : place.sliced(slash + 1),
    };
}

std::expected<void, LoadError> visitTables(const DatabaseAddress& address, const FilterExpression& filter,
                                           const TableProgress& progress, const LogVisitor& visit)
{
    auto tables = findLogTables(address.login, {});
    if (!tables)
        return std::unexpected(tables.error());
    if (!address.table.isEmpty())
        tables->removeIf([&address](const LogTable& table) { return table.name != address.table; });
    if (tables->isEmpty())
        return std::unexpected(
            LoadError{.kind = LoadError::Kind::NoLogTable, .path = address.login.displayName() + u'/' + address.table});
    for (const LogTable& table : std::as_const(*tables))
        visit({.file = address.login.displayName(), .member = table.name},
              readTable({.login = address.login, .table = table, .span = {}, .filter = filter}, {}, progress));
    return {};
}

} // namespace TmgLens
