// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/database/logtable.h"

#include <QByteArray>

class QSqlQuery;

namespace TmgLens {

/// The titles of @p columns as the first line of a CSV (RFC 4180), with its line end.
[[nodiscard]] QByteArray csvTitles(const QList<LogColumn>& columns);

/**
 * The row on which @p query stands as a record of a CSV (RFC 4180), as saved tables are read, with its line end.
 *
 * Times must come as text, see DatabaseConnection::timeAsText(); they are cut or filled up to milliseconds, as the
 * product's tables have them. NULL is an empty cell. Text is always quoted: `NULL` in it is a word. Where a row holds
 * more line ends than a record may have, they are spelled out as `\x0A`.
 */
[[nodiscard]] QByteArray csvRow(const QSqlQuery& query, const QList<LogColumn>& columns);

} // namespace TmgLens
