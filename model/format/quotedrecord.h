// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <string>
#include <string_view>

namespace TmgLens {

/// Of a record in a log with quotes; see quotedRecordLength().
inline constexpr int mostRecordLines = 32;

/**
 * Length of the record that begins at the start of @p bytes, with its line end, in a log with quotes
 * (LogLayout::isQuoted); nothing if more bytes are needed to tell. @p isAll says that there are no more.
 *
 * A line end between quotes belongs to the record. A quote that none of the following lines closes (the tables have no
 * cell with so many) is part of the text: one stray quote must not swallow the rest of the log. Where a record ends
 * depends on nothing but the bytes behind its start.
 */
[[nodiscard]] std::optional<std::size_t> quotedRecordLength(std::string_view bytes, const LogLayout& layout,
                                                            bool isAll);

/**
 * Cuts a record of a log with quotes into cells, without the quotes. @p unescaped gets the text of cells in which
 * quotes are doubled, and must live as long as the cells.
 *
 * A cell with text behind its closing quote, or without one, is no quoted cell: it comes as it stands.
 */
void cutQuoted(std::string_view record, const LogLayout& layout, std::vector<std::string_view>& cells,
               std::string& unescaped);

} // namespace TmgLens
