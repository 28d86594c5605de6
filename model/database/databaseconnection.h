// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/database/databaselogin.h"
#include "model/source/loaderror.h"

#include <QSqlDatabase>

#include <expected>
#include <memory>

class QSqlQuery;

namespace TmgLens {

/**
 * A connection with a database, through ODBC, which only reads.
 *
 * Belongs to the thread that opened it.
 */
class DatabaseConnection
{
public:
    /// Fails with LoadError::Kind::NoDatabaseDriver or NoConnection. Blocks the caller, some seconds if nobody answers.
    [[nodiscard]] static std::expected<std::unique_ptr<DatabaseConnection>, LoadError> open(const DatabaseLogin& login);

    DatabaseConnection(const DatabaseConnection&) = delete;
    DatabaseConnection& operator=(const DatabaseConnection&) = delete;
    ~DatabaseConnection();

    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }

    /// @p name in the quotes of the database. It must be isPlainName().
    [[nodiscard]] QString quoted(const QString& name) const;
    /// An expression for the time in @p column as text, `2010-05-12 10:00:00.123`. Qt would make a time of this
    /// computer's zone of it, which lacks the hour that is left out in spring.
    [[nodiscard]] QString timeAsText(const QString& column) const;

    /// Runs @p sql with @p values in the place of its question marks; its rows can be had once, in their order.
    [[nodiscard]] std::expected<QSqlQuery, LoadError> run(const QString& sql, const QVariantList& values = {}) const;

private:
    DatabaseConnection() = default;

    QString m_name; // among Qt's connections
    QString m_source;
};

/// True for names that mean the same in whatever quotes: words of letters, digits and a few signs. Others occur in no
/// log, and Qt's quoting knows exceptions.
[[nodiscard]] bool isPlainName(QStringView name);

/// What @p query failed of, in mid-read, too. @p name is what people call what was read.
[[nodiscard]] LoadError queryError(const QSqlQuery& query, const QString& name);

} // namespace TmgLens
