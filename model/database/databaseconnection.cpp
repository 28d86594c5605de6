// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/database/databaseconnection.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr auto odbc = "QODBC"_L1;
constexpr auto options = "SQL_ATTR_ACCESS_MODE=SQL_MODE_READ_ONLY;SQL_ATTR_LOGIN_TIMEOUT=10"_L1;

/// As Qt wants it, which puts `DSN=` in front of what names neither a driver nor a server.
QString databaseName(const QString& source)
{
    constexpr auto prefix = "DSN="_L1;
    const bool isKept = source.contains("DRIVER="_L1, Qt::CaseInsensitive)
        || source.contains("SERVER="_L1, Qt::CaseInsensitive) || !source.startsWith(prefix, Qt::CaseInsensitive);
    return isKept ? source : source.sliced(prefix.size());
}

} // namespace

std::expected<std::unique_ptr<DatabaseConnection>, LoadError> DatabaseConnection::open(const DatabaseLogin& login)
{
    if (!QSqlDatabase::isDriverAvailable(odbc))
        return std::unexpected(LoadError{.kind = LoadError::Kind::NoDatabaseDriver, .path = login.displayName()});
    std::unique_ptr<DatabaseConnection> connection(new DatabaseConnection);
    connection->m_name = QUuid::createUuid().toString();
    connection->m_source = login.displayName();
    QSqlDatabase database = QSqlDatabase::addDatabase(odbc, connection->m_name);
    database.setConnectOptions(options);
    database.setDatabaseName(databaseName(login.source));
    database.setUserName(login.user);
    database.setPassword(login.password);
    if (database.open())
        return connection;
    return std::unexpected(LoadError{.kind = LoadError::Kind::NoConnection,
                                     .path = login.displayName(),
                                     .systemText = database.lastError().databaseText()});
}

DatabaseConnection::~DatabaseConnection()
{
    QSqlDatabase::removeDatabase(m_name);
}

QString DatabaseConnection::quoted(const QString& name) const
{
    return database().driver()->escapeIdentifier(name, QSqlDriver::FieldName);
}

QString DatabaseConnection::timeAsText(const QString& column) const
{
    constexpr auto standard = "CAST(%1 AS varchar(40))"_L1;
    constexpr auto sqlServer = "CONVERT(varchar(40), %1, 121)"_L1; // its CAST leaves the seconds out
    const bool isSqlServer = database().driver()->dbmsType() == QSqlDriver::MSSqlServer;
    return QString(isSqlServer ? sqlServer : standard).arg(column);
}

std::expected<QSqlQuery, LoadError> DatabaseConnection::run(const QString& sql, const QVariantList& values) const
{
    QSqlQuery query(database());
    query.setForwardOnly(true); // else Qt, or the driver, keeps all rows in memory
    bool isRight = query.prepare(sql);
    for (const QVariant& value : values)
        query.addBindValue(value);
    isRight = isRight && query.exec();
    return isRight ? std::expected<QSqlQuery, LoadError>(std::move(query))
                   : std::unexpected(queryError(query, m_source));
}

bool isPlainName(QStringView name)
{
    constexpr QStringView signs = u"_-# $@";
    return !name.isEmpty()
        && std::ranges::all_of(name, [signs](QChar c) { return c.isLetterOrNumber() || signs.contains(c); });
}

LoadError queryError(const QSqlQuery& query, const QString& name)
{
    return {.kind = LoadError::Kind::QueryFailed, .path = name, .systemText = query.lastError().databaseText()};
}

} // namespace TmgLens
