// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/codetest.h"

#include "model/filter/celltest.h"

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace TmgLens::Filter {

namespace {

/// The categories that @p op allows, given some of them.
quint32 compared(quint32 mask, Operator op)
{
    const quint32 lowest = mask & -mask;
    const quint32 upToHighest = (std::bit_floor(mask) << 1) - 1;
    switch (op) {
    case Operator::Less:
        return lowest - 1;
    case Operator::LessOrEqual:
        return upToHighest;
    case Operator::Greater:
        return ~upToHighest;
    case Operator::GreaterOrEqual:
        return ~(lowest - 1);
    default:
        return mask;
    }
}

bool isCompared(quint32 value, const Codes::Range& range, Operator op)
{
    switch (op) {
    case Operator::Less:
        return value < range.first;
    case Operator::LessOrEqual:
        return value <= range.last;
    case Operator::Greater:
        return value > range.last;
    case Operator::GreaterOrEqual:
        return value >= range.first;
    default:
        return range.first <= value && value <= range.last;
    }
}

/// The number of the enumerator that the code has in the categories of @p subject.
int categoryOf(const ResultEntry& entry, Subject subject)
{
    switch (subject) {
    case Subject::Class:
        return qToUnderlying(entry.resultClass);
    case Subject::Family:
        return qToUnderlying(entry.family);
    default:
        return qToUnderlying(entry.severity);
    }
}

/// All that a code is known by. A code with a number is compared by `=` and `!=` by that number and by what the log
/// holds alone: the number 0 of a packet filter means BLOCKED, but is not that word.
QStringList spellings(const CodeEntry& code, Operator op)
{
    if (code.result.value && (op == Operator::Equal || op == Operator::NotEqual))
        return {QString::fromLatin1(code.text)};
    QStringList names = code.result.entry.symbols;
    names += QString::fromLatin1(code.text);
    if (const auto value = code.result.value) {
        names += QString::number(*value);
        names += QString("0x"_L1 + QString::number(*value, 16).rightJustified(8, u'0'));
    }
    return names;
}

bool acceptsText(const QStringList& names, const Value& value, Operator op)
{
    const TextTest text(value.text, op);
    return std::ranges::any_of(names, [&](const QString& name) { return text.accepts(name); });
}

Verdict searchPattern(const QStringList& names, const Value& value)
{
    const PatternSearcher pattern(value.text, Qt::CaseInsensitive);
    auto found = Verdict::No;
    for (auto name = names.begin(); name != names.end() && found == Verdict::No; ++name)
        found = pattern.search(*name);
    return found;
}

Verdict judge(const CodeEntry& code, const Comparison& comparison, const Value& value)
{
    const ResultEntry& entry = code.result.entry;
    if (const auto* categories = std::get_if<Categories>(&value.meaning))
        return verdict(compared(categories->mask, comparison.op) >> categoryOf(entry, comparison.field.subject) & 1);
    if (const auto* numbers = std::get_if<Codes>(&value.meaning)) {
        const auto isIn = [&](const Codes::Range& range) {
            return isCompared(*code.result.value, range, comparison.op);
        };
        return verdict(code.result.value && std::ranges::any_of(numbers->ranges, isIn));
    }
    const QStringList names =
        comparison.field.subject == Subject::Area ? QStringList(entry.area) : spellings(code, comparison.op);
    return std::holds_alternative<Pattern>(value.meaning) ? searchPattern(names, value)
                                                          : verdict(acceptsText(names, value, comparison.op));
}

} // namespace

Verdict judgeCode(const Comparison& comparison, const CodeEntry& code)
{
    auto found = Verdict::No;
    for (auto value = comparison.values.begin(); value != comparison.values.end() && found == Verdict::No; ++value)
        found = judge(code, comparison, *value);
    return found;
}

} // namespace TmgLens::Filter
