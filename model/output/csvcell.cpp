// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/csvcell.h"

namespace TmgLens {

namespace {

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// Digits with an optional sign before and one decimal point among them.
bool isPlainNumber(std::string_view cell)
{
    if (cell.starts_with('+') || cell.starts_with('-'))
        cell.remove_prefix(1);
    if (cell.empty() || !isDigit(cell.front()) || !isDigit(cell.back()))
        return false;
    return std::ranges::count(cell, '.') <= 1
        && std::ranges::all_of(cell, [](char character) { return isDigit(character) || character == '.'; });
}

} // namespace

bool isFormula(std::string_view cell)
{
    if (cell.empty() || std::string_view("=+-@\t\r").find(cell.front()) == std::string_view::npos)
        return false;
    return cell != "-" && !isPlainNumber(cell);
}

void appendCsvCell(std::string& line, std::string_view cell, FormulaGuard guard)
{
    const bool isDefused = guard == FormulaGuard::On && isFormula(cell);
    if (QuoteFinder(cell).next(0) == std::string_view::npos) {
        if (isDefused)
            line += '\'';
        line += cell;
        return;
    }
    const std::size_t begin = line.size();
    appendQuoted(line, cell);
    if (isDefused)
        line.insert(begin + 1, 1, '\'');
}

void appendQuoted(std::string& line, std::string_view cell)
{
    line += '"';
    for (std::size_t quote = cell.find('"'); quote != std::string_view::npos; quote = cell.find('"')) {
        line += cell.substr(0, quote + 1);
        line += '"';
        cell.remove_prefix(quote + 1);
    }
    line += cell;
    line += '"';
}

} // namespace TmgLens
