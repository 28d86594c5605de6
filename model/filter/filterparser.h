// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/filter/filternode.h"

namespace TmgLens::Filter {

/**
 * Reads a filter expression by recursive descent:
 *
 *     any        = all { "OR" all }
 *     all        = one { [ "AND" ] one }
 *     one        = ( "NOT" | "-" ) one | "(" any ")" | comparison | words | "/" pattern "/"
 *     comparison = field ( ":" value { "," value } | ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) value | "~/" pattern "/"
 * )
 *
 * Words, values and field names may stand in double quotes, where `\"` and `\\` are a quote and a backslash; any other
 * backslash stands for itself, since user names are full of them. `OR`, `AND` and `NOT` are words only in quotes.
 *
 * One object reads one text. Text of any kind ends in a tree, nothing (no filter at all) or an error.
 */
class FilterParser
{
public:
    explicit FilterParser(QStringView text);

    /// Nullptr for a text of nothing but blanks.
    [[nodiscard]] std::expected<NodePointer, FilterError> parse();

private:
    struct Item
    {
        QString text;
        qsizetype position = 0;
        qsizetype length = 0;
    };

    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const;
    [[nodiscard]] bool atWord(QLatin1StringView word) const;
    [[nodiscard]] qsizetype operatorLength(qsizetype position) const;
    [[nodiscard]] bool atTermEnd() const;
    void skipBlanks();

    NodePointer fail(qsizetype position, qsizetype length, const QString& message);

    NodePointer parseAny(int depth);
    NodePointer parseAll(int depth);
    NodePointer parseOne(int depth);
    NodePointer parseNegated(int depth, qsizetype signLength);
    NodePointer parseParentheses(int depth);
    NodePointer parseTerm();
    NodePointer parseQuotedTerm();
    NodePointer parseWordTerm();
    NodePointer parseWords();
    NodePointer parseRecordPattern();
    NodePointer parseComparison(const Item& name);
    NodePointer parsePatternComparison(const FieldName& field);
    bool parseValues(Comparison& comparison);

    [[nodiscard]] Operator takeOperator();
    std::optional<Item> takeQuoted();
    std::optional<Item> takeBare(bool endsAtComma);
    std::optional<Item> takePattern();

    QStringView m_text;
    qsizetype m_position = 0;
    std::optional<FilterError> m_error;
};

} // namespace TmgLens::Filter
