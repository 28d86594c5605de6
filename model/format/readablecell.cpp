// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/readablecell.h"

#include "model/format/fieldcutter.h"
#include "model/format/fieldvalues.h"
#include "model/format/ipaddress.h"

#include <algorithm>

namespace TmgLens {

namespace {

constexpr std::size_t longestNumber = 4; // of a word: the tables go up to some dozens
constexpr std::size_t longestPhrase = 40;

bool isSmallNumber(std::string_view cell)
{
    return !cell.empty() && cell.size() <= longestNumber
        && std::ranges::all_of(cell, [](char c) { return c >= '0' && c <= '9'; });
}

/// The numbers of other fields mean themselves.
bool mayBeWord(std::string_view cell, const Field& field, const LogLayout& layout)
{
    if (field.type != FieldType::Text || isEmptyCell(cell))
        return false;
    return layout.format == LogLayout::Format::Database ? isSmallNumber(cell) : cell.size() <= longestPhrase;
}

} // namespace

std::optional<QString> textLogCell(std::string_view cell, const Field& field, const LogLayout& layout)
{
    if (!layout.isTable())
        return {};
    if (field.type == FieldType::Address) {
        if (cell.find_first_of(".:") != std::string_view::npos)
            return {};
        const auto address = parseAddress(cell);
        return address ? std::optional(QString::fromStdString(addressText(*address))) : std::nullopt;
    }
    if (!mayBeWord(cell, field, layout))
        return {};
    const auto meaning = explainFieldValue(cellText(toStringView(field.name)), cellText(cell), layout.kind);
    return meaning && !meaning->name.isEmpty() ? std::optional(meaning->name) : std::nullopt;
}

std::optional<QString> readableCell(std::string_view cell, const Field& field, const LogLayout& layout)
{
    return layout.format == LogLayout::Format::Database ? textLogCell(cell, field, layout) : std::nullopt;
}

} // namespace TmgLens
