// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace TmgLens {

/// Whether cells that a spreadsheet would run are defused.
enum class FormulaGuard { Off, On };

/**
 * True if a spreadsheet would run @p cell: it starts with `=`, `+`, `-`, `@`, a tab or a carriage return.
 *
 * The lone hyphen, which is how the logs write "no value", and plain decimal numbers are none.
 */
[[nodiscard]] bool isFormula(std::string_view cell);

/**
 * Appends @p cell to @p line as RFC 4180 wants it: in quotes where it holds a comma, a quote or a line end, as it is
 * otherwise. A guarded formula gets an apostrophe before it.
 */
void appendCsvCell(std::string& line, std::string_view cell, FormulaGuard guard);

} // namespace TmgLens
