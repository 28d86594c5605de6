// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filterexpression.h"

#include "model/filter/filterparser.h"
#include "model/filter/filterspelling.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace TmgLens {

namespace Filter {

namespace {

// -- Printing --------------------------------------------------------------------------------------------------------

/// How tightly a node must hold together where it is printed.
enum class Binding { Loose, All, One };

QString printValue(const Value& value)
{
    return std::holds_alternative<Pattern>(value.meaning) ? u'/' + value.text + u'/' : spelledValue(value.text);
}

QLatin1StringView printOperator(Operator op)
{
    switch (op) {
    case Operator::Matches:
        return ":"_L1;
    case Operator::Equal:
        return "="_L1;
    case Operator::NotEqual:
        return "!="_L1;
    case Operator::Less:
        return "<"_L1;
    case Operator::LessOrEqual:
        return "<="_L1;
    case Operator::Greater:
        return ">"_L1;
    case Operator::GreaterOrEqual:
        return ">="_L1;
    case Operator::Pattern:
        return "~"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

QString print(const Node& node, Binding binding);

QString printContent(const Group& group, Binding binding)
{
    const bool isAll = group.kind == Group::Kind::All;
    QStringList parts;
    for (const auto& part : group.parts)
        parts += print(*part, isAll ? Binding::One : Binding::All);
    const QString text = parts.join(isAll ? " "_L1 : " OR "_L1);
    const bool isLooser = binding == Binding::One || (binding == Binding::All && !isAll);
    return isLooser ? QString(u'(' + text + u')') : text;
}

QString printContent(const Not& negation, Binding)
{
    return u'-' + print(*negation.part, Binding::One);
}

QString printContent(const Words& words, Binding)
{
    return spelledWords(words.text);
}

QString printContent(const RecordPattern& pattern, Binding)
{
    return u'/' + pattern.pattern + u'/';
}

QString printContent(const Comparison& comparison, Binding)
{
    QStringList values;
    for (const auto& value : comparison.values)
        values += printValue(value);
    return spelledName(comparison.field.name) + printOperator(comparison.op) + values.join(u',');
}

QString print(const Node& node, Binding binding)
{
    return std::visit([&](const auto& content) { return printContent(content, binding); }, node.content);
}

// -- Comparing -------------------------------------------------------------------------------------------------------

bool isSame(const Group& one, const Group& other)
{
    return one.kind == other.kind && std::ranges::equal(one.parts, other.parts, [](const auto& a, const auto& b) {
               return isSameTree(a.get(), b.get());
           });
}

bool isSame(const Not& one, const Not& other)
{
    return isSameTree(one.part.get(), other.part.get());
}

bool isSame(const Words& one, const Words& other)
{
    return one.text == other.text;
}

bool isSame(const RecordPattern& one, const RecordPattern& other)
{
    return one.pattern == other.pattern;
}

bool isSame(const Comparison& one, const Comparison& other)
{
    return one.field == other.field && one.op == other.op && one.values == other.values;
}

} // namespace

NodePointer negated(const NodePointer& node)
{
    const auto* negation = std::get_if<Not>(&node->content);
    return negation ? negation->part : std::make_shared<const Node>(Node{Not{node}});
}

bool isSameTree(const Node* one, const Node* other)
{
    if (!one || !other || one->content.index() != other->content.index())
        return one == other;
    return std::visit(
        [&]<typename Content>(const Content& content) { return isSame(content, std::get<Content>(other->content)); },
        one->content);
}

} // namespace Filter

FilterExpression::FilterExpression(Filter::NodePointer root) : m_root(std::move(root)) {}

std::expected<FilterExpression, FilterError> FilterExpression::parse(QStringView text)
{
    return Filter::FilterParser(text).parse().transform(
        [](const Filter::NodePointer& root) { return FilterExpression(root); });
}

QString FilterExpression::toString() const
{
    return m_root ? Filter::print(*m_root, Filter::Binding::Loose) : QString();
}

QList<FilterExpression> FilterExpression::terms() const
{
    if (!m_root)
        return {};
    const auto* group = std::get_if<Filter::Group>(&m_root->content);
    if (!group || group->kind != Filter::Group::Kind::All)
        return {*this};
    QList<FilterExpression> terms;
    for (const Filter::NodePointer& part : group->parts)
        terms += FilterExpression(part);
    return terms;
}

FilterExpression FilterExpression::allOf(const QList<FilterExpression>& terms)
{
    if (terms.size() <= 1)
        return terms.value(0);
    Filter::Group group;
    for (const FilterExpression& term : terms)
        group.parts.push_back(term.m_root);
    return FilterExpression(std::make_shared<const Filter::Node>(Filter::Node{std::move(group)}));
}

FilterExpression FilterExpression::inverted() const
{
    return FilterExpression(Filter::negated(m_root));
}

bool FilterExpression::operator==(const FilterExpression& other) const
{
    return Filter::isSameTree(root(), other.root());
}

} // namespace TmgLens
