// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/celltest.h"

#include "model/filter/ascii.h"
#include "model/filter/wildcard.h"
#include "model/format/fieldcutter.h"

#include <algorithm>
#include <charconv>
#include <limits>

using namespace Qt::StringLiterals;

namespace TmgLens::Filter {

namespace {

/// What @p op leaves of the numbers, given one of them.
std::optional<Numbers> compared(const Numbers& numbers, Operator op)
{
    constexpr auto lowest = std::numeric_limits<qint64>::min();
    constexpr auto highest = std::numeric_limits<qint64>::max();
    switch (op) {
    case Operator::Less:
        return numbers.first == lowest ? std::nullopt : std::optional(Numbers{lowest, numbers.first - 1});
    case Operator::LessOrEqual:
        return Numbers{.first = lowest, .last = numbers.last};
    case Operator::Greater:
        return numbers.last == highest ? std::nullopt : std::optional(Numbers{numbers.last + 1, highest});
    case Operator::GreaterOrEqual:
        return Numbers{.first = numbers.first, .last = highest};
    default:
        return numbers;
    }
}

bool isWithin(const IpEndpoint& endpoint, const Addresses& addresses)
{
    return endpoint.address.isV4() == addresses.first.isV4() && addresses.first <= endpoint.address
        && endpoint.address <= addresses.last && (!addresses.port || addresses.port == endpoint.port);
}

} // namespace

std::string_view trimmed(std::string_view cell)
{
    while (cell.starts_with(' '))
        cell.remove_prefix(1);
    while (cell.ends_with(' '))
        cell.remove_suffix(1);
    return cell;
}

std::optional<qint64> numberOfCell(std::string_view cell)
{
    const bool isHexadecimal = cell.starts_with("0x") || cell.starts_with("0X");
    if (isHexadecimal)
        cell.remove_prefix(2);
    qint64 number = 0;
    const char* const end = cell.data() + cell.size();
    const auto [stop, error] =
        isHexadecimal ? std::from_chars(cell.data(), end, number, 16) : std::from_chars(cell.data(), end, number);
    return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

std::string_view portOfCell(std::string_view cell)
{
    const auto address = withoutPort(cell);
    return address.size() == cell.size() ? std::string_view() : cell.substr(address.size() + 1);
}

TextTest::TextTest(const QString& text, Operator op)
    : m_isPattern(op == Operator::Matches)
    , m_wantsEmpty(text.isEmpty() || text == "-"_L1)
    , m_text(m_isPattern ? text.toCaseFolded() : text)
    , m_bytes(m_text.toStdString())
{
    m_isAscii = isAscii(m_bytes);
    m_hasQuestionMark = m_text.contains(u'?');
}

bool TextTest::accepts(std::string_view cell) const
{
    if (m_wantsEmpty || isEmptyCell(cell))
        return m_wantsEmpty && isEmptyCell(cell);
    if (m_isPattern)
        return isLike(trimmed(cell));
    return cell == m_bytes || (!m_isAscii && cellText(cell) == m_text);
}

bool TextTest::accepts(const QString& text) const
{
    return accepts(std::string_view(text.toStdString()));
}

bool TextTest::isLike(std::string_view cell) const
{
    // A question mark stands for a character, not for a byte of one.
    if (m_isAscii && (!m_hasQuestionMark || isAscii(cell)))
        return matchesWildcard(std::string_view(m_bytes), cell);
    const QString text = cellText(cell).toCaseFolded();
    return matchesWildcard(QStringView(m_text), QStringView(text));
}

CellTest::CellTest(const Comparison& comparison) : m_isAddress(comparison.field.type == FieldType::Address)
{
    for (const auto& value : comparison.values)
        add(value, comparison.op);
}

void CellTest::add(const Value& value, Operator op)
{
    if (std::holds_alternative<Text>(value.meaning)) {
        m_texts.emplace_back(value.text, op);
    } else if (std::holds_alternative<Pattern>(value.meaning)) {
        m_pattern.emplace(value.text, Qt::CaseInsensitive);
    } else if (const auto* numbers = std::get_if<Numbers>(&value.meaning)) {
        if (const auto range = compared(*numbers, op))
            m_numbers.push_back(*range);
    } else if (const auto* addresses = std::get_if<Addresses>(&value.meaning)) {
        m_addresses.push_back(*addresses);
    }
}

Verdict CellTest::test(std::string_view cell) const
{
    if (m_pattern)
        return m_pattern->search(cell, [cell] { return cellText(cell); });
    if (acceptsText(cell))
        return Verdict::Yes;
    if (!m_numbers.empty()) {
        const auto number = numberOfCell(trimmed(cell));
        return verdict(number && acceptsNumber(*number));
    }
    return verdict(acceptsAddress(cell));
}

Verdict CellTest::testPort(std::string_view cell) const
{
    return test(portOfCell(cell));
}

bool CellTest::acceptsText(std::string_view cell) const
{
    return std::ranges::any_of(m_texts, [&](const TextTest& text) {
        return text.accepts(cell) || (m_isAddress && text.accepts(withoutPort(cell)));
    });
}

bool CellTest::acceptsNumber(qint64 number) const
{
    return std::ranges::any_of(m_numbers,
                               [&](const Numbers& range) { return range.first <= number && number <= range.last; });
}

bool CellTest::acceptsAddress(std::string_view cell) const
{
    if (m_addresses.empty())
        return false;
    const auto endpoint = parseEndpoint(trimmed(cell));
    return endpoint
        && std::ranges::any_of(m_addresses, [&](const Addresses& range) { return isWithin(*endpoint, range); });
}

} // namespace TmgLens::Filter
