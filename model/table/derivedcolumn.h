// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/columnset.h"

namespace TmgLens {

/**
 * A column that no log has: what it shows follows from the records.
 *
 * In a table these columns stand behind those of the log, in this order.
 */
enum class DerivedColumn : std::uint8_t {
    ResultClass, ///< As the filter language calls it.
    ResultMessage, ///< The documented message of the code.
    ClientGap, ///< Time since the previous record of the same client; see clientGaps().
    File, ///< The log that the record is of: its name.
};
inline constexpr int derivedColumnCount = 4;

/// All columns of a table of a log with @p columns: none as long as the log has none.
[[nodiscard]] inline int tableColumnCount(const ColumnSet& columns)
{
    return columns.size() == 0 ? 0 : columns.size() + derivedColumnCount;
}

/// Which derived column @p column of the table is; nothing for a column of the log.
[[nodiscard]] std::optional<DerivedColumn> derivedColumn(const ColumnSet& columns, int column);

/// What is in @p column of the table, be it the log's or derived.
[[nodiscard]] const Field& tableField(const ColumnSet& columns, int column);

/// The column of the table called @p name in any spelling, the log's own before a derived one.
[[nodiscard]] std::optional<int> findTableColumn(const ColumnSet& columns, QByteArrayView name);

} // namespace TmgLens
