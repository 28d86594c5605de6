// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/dateorder.h"

namespace TmgLens {

/**
 * The layout that the column titles in @p line declare: those of the product's log viewer or of its SQL tables.
 *
 * Nothing for other lines. What titles do not tell is taken from @p previous, if there is one, or has to be found out
 * by settleTable().
 */
[[nodiscard]] std::optional<LogLayout> layoutOfTitles(std::string_view line, const LogLayout* previous = nullptr);

/// True if @p line names columns of a log, but none that has the time.
[[nodiscard]] bool areTitlesWithoutTime(std::string_view line);

/// True for lines that SQL tools write around a table: the dashes under the titles, and the count of rows at the end.
[[nodiscard]] bool isTableOrnament(std::string_view line);

/**
 * Finds out what the titles of a table leave open from its first and last @p rows: the kind of its records, which of
 * its times is there, the order of its dates, and whether cells are quoted.
 *
 * @param fileName settles the order of dates that the rows leave open, if it holds `YYYYMMDD`
 */
void settleTable(LogLayout& layout, std::span<const std::string_view> rows, QStringView fileName);

/**
 * The layout of rows of an SQL table without titles: all columns, in the order of the table. Nothing if their number
 * and shape suit none of the tables.
 */
[[nodiscard]] std::optional<LogLayout> layoutOfTableRows(std::span<const std::string_view> rows, QStringView fileName);

/**
 * The log that the row with these @p cells is of, where web and firewall records are mixed: as its type says, or else
 * by which of the two columns for codes has one. The kind of the layout if neither tells.
 */
[[nodiscard]] LogKind kindOfRow(std::span<const std::string_view> cells, const LogLayout& layout);

} // namespace TmgLens
