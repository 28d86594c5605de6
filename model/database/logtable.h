// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/database/databaselogin.h"
#include "model/format/loglayout.h"
#include "model/source/loaderror.h"

#include <QList>

#include <chrono>
#include <expected>
#include <stop_token>

namespace TmgLens {

/// A column of a table, and what it holds.
struct LogColumn
{
    QString name;
    FieldId id = FieldId::Other;
    bool isTime = false; ///< For the database, too: it compares as a time.
    bool isInteger = false;
};

/// From begin up to, not including, end; by the clock of the column that is the key of the table.
struct TimeSpan
{
    std::chrono::sys_seconds begin;
    std::chrono::sys_seconds end;

    bool operator==(const TimeSpan&) const = default;
};

/// A table that holds a log of the product.
struct LogTable
{
    QString name;
    LogKind kind = LogKind::Unknown;
    QList<LogColumn> columns = {}; ///< Those with plain names, in the order of the table.
    quint64 rows = 0;
    quint64 rowsWithoutTime = 0;
    std::optional<TimeSpan> span = {}; ///< All times in it; nothing if there are none.

    /// The column with meaning @p id; nullptr if there is none.
    [[nodiscard]] const LogColumn* find(FieldId id) const;
    /// The column by which rows are read: the time by the server's clock, which the product's own index is of, else
    /// UTC.
    [[nodiscard]] const LogColumn& key() const;
};

/// Finds the tables at @p login that hold logs: by their columns, not by their names. If there is none, the error says
/// what a table that has the right name lacks. Blocks the caller: rows are counted. Stopping gives
/// LoadError::Kind::Stopped.
[[nodiscard]] std::expected<QList<LogTable>, LoadError> findLogTables(const DatabaseLogin& login,
                                                                      const std::stop_token& stop);

} // namespace TmgLens
