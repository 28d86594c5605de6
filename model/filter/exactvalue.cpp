// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/exactvalue.h"

#include "model/filter/ascii.h"
#include "model/filter/celltest.h"
#include "model/filter/filtervalue.h"
#include "model/format/fieldcutter.h"

#include <algorithm>
#include <bit>
#include <format>

using namespace Qt::StringLiterals;

namespace TmgLens::Filter {

namespace {

bool isNumeric(FieldType type)
{
    return type == FieldType::Number || type == FieldType::Bytes || type == FieldType::Milliseconds
        || type == FieldType::Flags;
}

std::string numberText(qint64 number, FieldType type)
{
    return type == FieldType::Flags && number >= 0 ? std::format("0x{:x}", number) : std::to_string(number);
}

/// HRESULTs are known by their hexadecimal form.
QString codeNumberText(quint32 code)
{
    return code < 0x80000000 ? QString::number(code) : QString("0x"_L1 + QString::number(code, 16).toUpper());
}

std::string plainText(std::string_view cell)
{
    return isAscii(cell) ? std::string(cell) : cellText(cell).toStdString();
}

/// What @p cell means where the language compares by meaning; nothing if it compares text, or the cell means nothing.
std::optional<std::string> typedText(const FieldName& field, std::string_view cell)
{
    if (isNumeric(field.type)) {
        return numberOfCell(trimmed(cell)).transform([&](qint64 number) { return numberText(number, field.type); });
    }
    if (field.type == FieldType::Address) {
        return parseEndpoint(trimmed(cell)).transform([](const IpEndpoint& endpoint) {
            return addressText(endpoint.address);
        });
    }
    return std::nullopt;
}

bool isTyped(const FieldName& field)
{
    return field.subject == Subject::Cell && (isNumeric(field.type) || field.type == FieldType::Address);
}

template <typename Category> QString keywordOf(quint32 mask)
{
    return QString(keyword(Category(std::countr_zero(mask))));
}

QString categoryText(Subject subject, quint32 mask)
{
    switch (subject) {
    case Subject::Class:
        return keywordOf<ResultClass>(mask);
    case Subject::Family:
        return keywordOf<ResultFamily>(mask);
    default:
        return keywordOf<Severity>(mask);
    }
}

/// One spelling for all texts with the meaning of @p value.
QString usualText(const FieldName& field, const Value& value)
{
    if (const auto* numbers = std::get_if<Numbers>(&value.meaning))
        return QString::fromStdString(numberText(numbers->first, field.type));
    if (const auto* addresses = std::get_if<Addresses>(&value.meaning))
        return QString::fromStdString(addressText(addresses->first));
    if (const auto* codes = std::get_if<Codes>(&value.meaning); codes && !codes->ranges.empty())
        return codeNumberText(codes->ranges.front().first);
    if (const auto* categories = std::get_if<Categories>(&value.meaning))
        return categoryText(field.subject, categories->mask);
    if (const auto* times = std::get_if<Times>(&value.meaning); times && !times->isBeginMoment)
        return QString::fromStdString(exactValue(field, times->begin));
    if (const auto* times = std::get_if<DayTimes>(&value.meaning))
        return QString::fromStdString(std::format("{:%T}", times->begin));
    return value.text == "-"_L1 ? QString() : value.text;
}

/// True for `field=value` and `field:-`.
bool isExact(const Comparison& comparison)
{
    if (comparison.values.size() != 1)
        return false;
    const QString& text = comparison.values.front().text;
    return comparison.op == Operator::Equal
        || (comparison.op == Operator::Matches && (text.isEmpty() || text == "-"_L1));
}

/// The one value that @p comparison lets through.
std::optional<QString> valueOf(const Comparison& comparison, const FieldName& field)
{
    if (comparison.field != field || !isExact(comparison))
        return std::nullopt;
    const Value& value = comparison.values.front();
    const QString text = usualText(field, value);
    if (!isComparable(field, text))
        return std::nullopt;
    // A network or several codes are more than the value that they were just spelled as.
    const auto again = parseValue(field, Operator::Equal, text);
    return again && again->meaning == value.meaning ? std::optional(text) : std::nullopt;
}

NodePointer comparisonNode(const FieldName& field, const QString& value)
{
    const auto op = value.isEmpty() ? Operator::Matches : Operator::Equal;
    const auto parsed = parseValue(field, op, value.isEmpty() ? u"-"_s : value);
    Q_ASSERT(parsed);
    return std::make_shared<const Node>(Node{Comparison{.field = field, .op = op, .values = {*parsed}}});
}

} // namespace

std::string exactValue(const FieldName& field, std::string_view cell)
{
    const bool isAddress = field.type == FieldType::Address;
    if (isEmptyCell(cell) || (isAddress && isEmptyCell(withoutPort(cell))))
        return {};
    return typedText(field, cell).or_else([cell] { return std::optional(plainText(cell)); }).value();
}

QString exactValue(const FieldName& field, const CodeEntry& code)
{
    const ResultEntry& entry = code.result.entry;
    switch (field.subject) {
    case Subject::Class:
        return keyword(entry.resultClass);
    case Subject::Family:
        return keyword(entry.family);
    case Subject::Severity:
        return keyword(entry.severity);
    case Subject::Area:
        return entry.area;
    default:
        break;
    }
    if (code.result.value)
        return codeNumberText(*code.result.value);
    // Codes without a number, such as BLOCKED, are compared by all their names.
    const QString text = entry.symbols.isEmpty() ? QString::fromLatin1(code.text) : entry.symbols.front();
    return text == "-"_L1 ? QString() : text;
}

std::string exactValue(const FieldName& field, LogTime wall)
{
    if (wall == invalidTime)
        return {};
    if (field.id == FieldId::Date)
        return std::format("{:%F}", wall);
    return field.id == FieldId::Time ? std::format("{:%T}", wall) : std::format("{:%FT%T}", wall);
}

bool isComparable(const FieldName& field, const QString& value)
{
    if (!value.isEmpty() && isTyped(field) && !typedText(field, value.toStdString()))
        return false;
    const auto parsed = parseValue(field, Operator::Equal, value);
    return parsed && (!value.isEmpty() || std::holds_alternative<Text>(parsed->meaning));
}

FilterExpression valueTerm(const FieldName& field, const QStringList& values)
{
    Group group{.kind = Group::Kind::Any, .parts = {}};
    for (const QString& value : values)
        group.parts.push_back(comparisonNode(field, value));
    if (group.parts.size() <= 1)
        return FilterExpression(group.parts.empty() ? nullptr : group.parts.front());
    return FilterExpression(std::make_shared<const Node>(Node{std::move(group)}));
}

FilterExpression withoutValueTerm(const FieldName& field, const QString& value)
{
    return FilterExpression(negated(comparisonNode(field, value)));
}

QStringList valuesOfTerm(const FilterExpression& term, const FieldName& field)
{
    if (term.isEmpty())
        return {};
    std::vector<const Node*> nodes = {term.root()};
    if (const auto* group = std::get_if<Group>(&term.root()->content); group && group->kind == Group::Kind::Any) {
        nodes.clear();
        for (const NodePointer& part : group->parts)
            nodes.push_back(part.get());
    }
    QStringList values;
    for (const Node* node : nodes) {
        const auto* comparison = std::get_if<Comparison>(&node->content);
        const auto value = comparison ? valueOf(*comparison, field) : std::nullopt;
        if (!value)
            return {};
        values += *value;
    }
    return values;
}

} // namespace TmgLens::Filter
