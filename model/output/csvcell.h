// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <array>
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

/// Appends @p cell in quotes, with the quotes in it doubled.
void appendQuoted(std::string& line, std::string_view cell);

/**
 * Finds the bytes of a text for which a cell needs quotes: commas, quotes and line ends.
 *
 * Each kind is sought on its own, by the fastest search that the library has, and at most once through the whole text.
 */
class QuoteFinder
{
public:
    explicit QuoteFinder(std::string_view text) : m_text(text)
    {
        std::ranges::transform(kinds, m_next.begin(), [text](char kind) { return text.find(kind); });
    }

    /// Where the first of them is at or after @p from, or npos. From one call to the next @p from must not decrease.
    [[nodiscard]] std::size_t next(std::size_t from)
    {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (m_next[i] < from)
                m_next[i] = m_text.find(kinds[i], from);
        }
        return std::ranges::min(m_next);
    }

private:
    static constexpr std::array kinds = {',', '"', '\r', '\n'};

    std::string_view m_text;
    std::array<std::size_t, kinds.size()> m_next; // of each kind
};

} // namespace TmgLens
