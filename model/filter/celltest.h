// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/filter/patternsearcher.h"

#include <optional>
#include <string>
#include <string_view>

namespace TmgLens::Filter {

/// @p cell without the blanks around it: some products pad cells (FilterInfo, tcp-flags).
[[nodiscard]] std::string_view trimmed(std::string_view cell);

/// The number that @p cell holds, decimal or hexadecimal after `0x`; nothing if it is none.
[[nodiscard]] std::optional<qint64> numberOfCell(std::string_view cell);

/// The port behind the address in @p cell; empty if there is none.
[[nodiscard]] std::string_view portOfCell(std::string_view cell);

/// Compares text with a wildcard pattern (without case) or with plain text (with case). Immutable.
class TextTest
{
public:
    TextTest(const QString& text, Operator op);

    /// An empty cell matches `-` and nothing else: it holds no value that a pattern could stand for.
    [[nodiscard]] bool accepts(std::string_view cell) const;
    [[nodiscard]] bool accepts(const QString& text) const;

private:
    [[nodiscard]] bool isLike(std::string_view cell) const;

    bool m_isPattern;
    bool m_isAscii;
    bool m_hasQuestionMark;
    bool m_wantsEmpty;
    QString m_text; // folded for a pattern
    std::string m_bytes; // the same in UTF-8
};

/**
 * The right side of a comparison, ready to be tried on the cells of a field.
 *
 * Immutable; may be used from any thread.
 */
class CellTest
{
public:
    explicit CellTest(const Comparison& comparison);

    /// Operator::NotEqual is the caller's: this answers for Operator::Equal.
    [[nodiscard]] Verdict test(std::string_view cell) const;
    /// The same for the port of an address cell alone.
    [[nodiscard]] Verdict testPort(std::string_view cell) const;

private:
    void add(const Value& value, Operator op);
    [[nodiscard]] bool acceptsNumber(qint64 number) const;
    [[nodiscard]] bool acceptsAddress(std::string_view cell) const;
    [[nodiscard]] bool acceptsText(std::string_view cell) const;

    bool m_isAddress;
    std::vector<TextTest> m_texts;
    std::vector<Numbers> m_numbers;
    std::vector<Addresses> m_addresses;
    std::optional<PatternSearcher> m_pattern;
};

} // namespace TmgLens::Filter
