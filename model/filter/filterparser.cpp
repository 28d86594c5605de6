// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filterparser.h"

#include "model/filter/filterspelling.h"
#include "model/filter/filtervalue.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace TmgLens::Filter {

namespace {

constexpr int maximumDepth = 100; // deeper nesting is no filter that a person wrote, and would cost stack

QString say(const char* sentence)
{
    return QCoreApplication::translate("TmgLens::Filter", sentence);
}

/// True if @p name and @p rest are a web address or an IPv6 address (`fe80::1`): words, not a comparison.
bool startsAddress(QStringView name, QStringView rest)
{
    const auto isHexadecimal = [](QChar c) { return QStringView(u"0123456789abcdefABCDEF").contains(c); };
    return rest.startsWith("://"_L1)
        || (rest.startsWith("::"_L1) && name.size() <= 4 && std::ranges::all_of(name, isHexadecimal));
}

bool endsWord(QChar c)
{
    return c.isSpace() || c == u'(' || c == u')' || c == u'"';
}

bool isOperatorStart(QChar c)
{
    return c == u':' || c == u'=' || c == u'<' || c == u'>' || c == u'~';
}

bool isOrder(Operator op)
{
    return op == Operator::Less || op == Operator::LessOrEqual || op == Operator::Greater
        || op == Operator::GreaterOrEqual;
}

NodePointer makeNode(auto content)
{
    return std::make_shared<const Node>(Node{std::move(content)});
}

} // namespace

FilterParser::FilterParser(QStringView text) : m_text(text) {}

std::expected<NodePointer, FilterError> FilterParser::parse()
{
    skipBlanks();
    if (atEnd())
        return nullptr;
    NodePointer root = parseAny(0);
    if (root && !atEnd()) // parseAny stops early at a closing parenthesis only
        fail(m_position, 1, say("There is no opening parenthesis for this one."));
    if (m_error)
        return std::unexpected(*m_error);
    return root;
}

// -- Structure -------------------------------------------------------------------------------------------------------

NodePointer FilterParser::parseAny(int depth)
{
    Group group{.kind = Group::Kind::Any, .parts = {}};
    while (true) {
        NodePointer part = parseAll(depth);
        if (!part)
            return nullptr;
        group.parts.push_back(part);
        if (!atWord("OR"_L1))
            return group.parts.size() == 1 ? part : makeNode(std::move(group));
        m_position += 2;
    }
}

NodePointer FilterParser::parseAll(int depth)
{
    Group group{.kind = Group::Kind::All, .parts = {}};
    while (true) {
        NodePointer part = parseOne(depth);
        if (!part)
            return nullptr;
        group.parts.push_back(part);
        skipBlanks();
        if (atWord("AND"_L1))
            m_position += 3;
        else if (atEnd() || peek() == u')' || atWord("OR"_L1))
            return group.parts.size() == 1 ? part : makeNode(std::move(group));
    }
}

NodePointer FilterParser::parseOne(int depth)
{
    skipBlanks();
    if (depth > maximumDepth)
        return fail(m_position, 1, say("This filter is nested too deeply."));
    if (atEnd())
        return fail(m_position, 0, say("Expected something to look for here."));
    if (peek() == u')')
        return fail(m_position, 1, say("Expected something to look for before this parenthesis."));
    if (peek() == u'(')
        return parseParentheses(depth);
    if (peek() == u'-')
        return parseNegated(depth, 1);
    if (atWord("NOT"_L1))
        return parseNegated(depth, 3);
    for (const auto word : {"OR"_L1, "AND"_L1}) {
        if (atWord(word)) {
            return fail(
                m_position, word.size(),
                say("Expected something to look for before this word; put it in quotes to look for the word itself."));
        }
    }
    NodePointer term = parseTerm();
    if (term && !atTermEnd()) {
        return fail(m_position, 1,
                    say("Expected a blank here; text with blanks, quotes or parentheses goes in quotes as a whole."));
    }
    return term;
}

NodePointer FilterParser::parseNegated(int depth, qsizetype signLength)
{
    const qsizetype position = m_position;
    m_position += signLength;
    if (signLength == 1 && (atEnd() || peek().isSpace()))
        return fail(position, 1, say("Expected what to leave out directly after the hyphen."));
    NodePointer part = parseOne(depth + 1);
    return part ? negated(part) : nullptr;
}

NodePointer FilterParser::parseParentheses(int depth)
{
    const qsizetype position = m_position++;
    NodePointer inner = parseAny(depth + 1);
    if (!inner)
        return nullptr;
    if (atEnd())
        return fail(position, 1, say("There is no closing parenthesis for this one."));
    ++m_position;
    return inner;
}

// -- Terms -----------------------------------------------------------------------------------------------------------

NodePointer FilterParser::parseTerm()
{
    if (peek() == u'"')
        return parseQuotedTerm();
    if (peek() == u'/')
        return parseRecordPattern();
    return parseWordTerm();
}

NodePointer FilterParser::parseQuotedTerm()
{
    const auto item = takeQuoted();
    if (!item)
        return nullptr;
    if (item->text.trimmed().isEmpty())
        return fail(item->position, item->length, say("Expected words between the quotes."));
    if (operatorLength(m_position) > 0)
        return parseComparison(*item);
    return makeNode(Words{item->text});
}

NodePointer FilterParser::parseWordTerm()
{
    qsizetype end = m_position;
    if (isNameStart(peek()))
        while (end < m_text.size() && isNamePart(m_text[end]))
            ++end;
    const QStringView nameText = m_text.sliced(m_position, end - m_position);
    if (!nameText.isEmpty() && operatorLength(end) > 0 && !startsAddress(nameText, m_text.sliced(end))) {
        const Item name{nameText.toString(), m_position, end - m_position};
        m_position = end;
        return parseComparison(name);
    }
    return parseWords();
}

NodePointer FilterParser::parseWords()
{
    if (operatorLength(m_position) > 0 && !m_text.sliced(m_position).startsWith("::"_L1)) {
        return fail(m_position, operatorLength(m_position),
                    say("Expected a field name directly before this, as in user:anonymous."));
    }
    const auto item = takeBare(false);
    return item ? makeNode(Words{item->text}) : nullptr;
}

NodePointer FilterParser::parseRecordPattern()
{
    const auto pattern = takePattern();
    return pattern ? makeNode(RecordPattern{pattern->text}) : nullptr;
}

NodePointer FilterParser::parseComparison(const Item& name)
{
    Comparison comparison{.field = fieldName(name.text), .op = {}, .values = {}};
    const qsizetype position = m_position;
    comparison.op = takeOperator();
    if (isOrder(comparison.op))
        comparison.field = orderedFieldName(name.text);
    if (!hasOperator(comparison.field, comparison.op)) {
        const QString message = comparison.op == Operator::Pattern
            ? say("Regular expressions do not work on “%1”; expected a colon here.")
            : say("“%1” is no field whose values have an order; expected a colon, = or != here.");
        return fail(position, m_position - position, message.arg(name.text));
    }
    if (comparison.op == Operator::Pattern)
        return parsePatternComparison(comparison.field);
    return parseValues(comparison) ? makeNode(std::move(comparison)) : nullptr;
}

NodePointer FilterParser::parsePatternComparison(const FieldName& field)
{
    if (peek() != u'/') {
        return fail(m_position, atEnd() ? 0 : 1,
                    say("Expected a regular expression between slashes, as in url~/\\.exe$/."));
    }
    const auto pattern = takePattern();
    if (!pattern)
        return nullptr;
    return makeNode(Comparison{field, Operator::Pattern, {Value{.text = pattern->text, .meaning = Pattern{}}}});
}

bool FilterParser::parseValues(Comparison& comparison)
{
    const bool isList = comparison.op == Operator::Matches;
    while (true) {
        const auto item = peek() == u'"' ? takeQuoted() : takeBare(isList);
        if (!item)
            return false;
        auto value = parseValue(comparison.field, comparison.op, item->text);
        if (!value) {
            fail(item->position, item->length, value.error());
            return false;
        }
        comparison.values.push_back(std::move(*value));
        if (!isList || peek() != u',')
            return true;
        ++m_position;
    }
}

// -- Characters ------------------------------------------------------------------------------------------------------

QChar FilterParser::peek(qsizetype ahead) const
{
    const qsizetype position = m_position + ahead;
    return position < m_text.size() ? m_text[position] : QChar();
}

/// True if @p word stands here on its own.
bool FilterParser::atWord(QLatin1StringView word) const
{
    const QStringView rest = m_text.sliced(m_position);
    return rest.startsWith(word) && (rest.size() == word.size() || endsWord(rest[word.size()]));
}

/// Characters of the operator at @p position; 0 if there is none.
qsizetype FilterParser::operatorLength(qsizetype position) const
{
    const QStringView rest = m_text.sliced(position);
    for (const auto op : {"!="_L1, "<="_L1, ">="_L1})
        if (rest.startsWith(op))
            return op.size();
    return !rest.isEmpty() && isOperatorStart(rest.front()) ? 1 : 0;
}

bool FilterParser::atTermEnd() const
{
    return atEnd() || peek().isSpace() || peek() == u')';
}

void FilterParser::skipBlanks()
{
    while (!atEnd() && peek().isSpace())
        ++m_position;
}

/// Keeps the first mistake only: later ones follow from it.
NodePointer FilterParser::fail(qsizetype position, qsizetype length, const QString& message)
{
    if (!m_error)
        m_error = FilterError{.position = position, .length = length, .message = message};
    return nullptr;
}

Operator FilterParser::takeOperator()
{
    const qsizetype length = operatorLength(m_position);
    const QChar c = peek();
    m_position += length;
    switch (c.unicode()) {
    case u'!':
        return Operator::NotEqual;
    case u'=':
        return Operator::Equal;
    case u'<':
        return length == 2 ? Operator::LessOrEqual : Operator::Less;
    case u'>':
        return length == 2 ? Operator::GreaterOrEqual : Operator::Greater;
    case u'~':
        return Operator::Pattern;
    default:
        return Operator::Matches;
    }
}

std::optional<FilterParser::Item> FilterParser::takeQuoted()
{
    Item item{.text = {}, .position = m_position++, .length = 0};
    while (!atEnd() && peek() != u'"') {
        if (peek() == u'\\' && (peek(1) == u'"' || peek(1) == u'\\'))
            ++m_position;
        item.text += peek();
        ++m_position;
    }
    if (atEnd()) {
        fail(item.position, 1, say("There is no closing quote for this one."));
        return std::nullopt;
    }
    ++m_position;
    item.length = m_position - item.position;
    return item;
}

std::optional<FilterParser::Item> FilterParser::takeBare(bool endsAtComma)
{
    const qsizetype position = m_position;
    while (!atEnd() && !endsWord(peek()) && !(endsAtComma && peek() == u','))
        ++m_position;
    if (m_position == position) {
        fail(position, atEnd() ? 0 : 1, say("Expected a value here."));
        return std::nullopt;
    }
    return Item{m_text.sliced(position, m_position - position).toString(), position, m_position - position};
}

/// From slash to slash. A backslash and what follows it belong together, so `\/` does not end the pattern.
std::optional<FilterParser::Item> FilterParser::takePattern()
{
    const qsizetype position = m_position++;
    while (!atEnd() && peek() != u'/')
        m_position += peek() == u'\\' && m_position + 1 < m_text.size() ? 2 : 1;
    if (atEnd()) {
        fail(position, 1,
             say("There is no slash at the end of this regular expression; text that begins with a slash goes in "
                 "quotes."));
        return std::nullopt;
    }
    const QString pattern = m_text.sliced(position + 1, m_position - position - 1).toString();
    ++m_position;
    if (pattern.isEmpty()) {
        fail(position, 2, say("Expected a regular expression between the slashes."));
        return std::nullopt;
    }
    if (const QRegularExpression expression(pattern); !expression.isValid()) {
        const qsizetype offset = std::clamp(expression.patternErrorOffset(), qsizetype(0), pattern.size());
        fail(position + 1 + offset, offset < pattern.size() ? 1 : 0,
             say("This is no regular expression: %1.").arg(expression.errorString()));
        return std::nullopt;
    }
    return Item{pattern, position, m_position - position};
}

} // namespace TmgLens::Filter
