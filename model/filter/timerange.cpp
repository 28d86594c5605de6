// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/timerange.h"

#include "model/filter/timevalue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace TmgLens {

using namespace Filter;

namespace {

/// What stands side by side at the top of @p expression.
std::vector<NodePointer> partsOf(const FilterExpression& expression)
{
    if (expression.isEmpty())
        return {};
    const auto* group = std::get_if<Group>(&expression.root()->content);
    if (group && group->kind == Group::Kind::All)
        return group->parts;
    return {std::make_shared<const Node>(*expression.root())};
}

/// The stretch that a part of an expression stands for by itself.
std::optional<Times> stretchOf(const Node& part, const ZoneClock& clock)
{
    const auto* comparison = std::get_if<Comparison>(&part.content);
    const bool isOfTime = comparison && comparison->field.subject == Subject::Time;
    if (!isOfTime || comparison->op == Operator::NotEqual || comparison->values.size() != 1)
        return std::nullopt;
    const auto* times = std::get_if<Times>(&comparison->values.front().meaning);
    return times ? std::optional(compared(momentsOf(*times, clock), comparison->op)) : std::nullopt;
}

NodePointer termOf(const Times& range, const ZoneClock& clock)
{
    Comparison term{.field = fieldName(u"time"_s), .values = {}};
    if (range.end == LogTime::max())
        term.op = Operator::GreaterOrEqual;
    else if (range.begin == LogTime::min())
        term.op = Operator::Less;
    const LogTime end = range.begin == LogTime::min() ? range.end : range.begin;
    const Times second{end, end + std::chrono::seconds(1)};
    term.values = {timesValue(term.op == Operator::Matches ? range : second, clock)};
    return std::make_shared<const Node>(Node{std::move(term)});
}

FilterExpression sideBySide(std::vector<NodePointer> parts)
{
    if (parts.empty())
        return {};
    if (parts.size() == 1)
        return FilterExpression(parts.front());
    return FilterExpression(std::make_shared<const Node>(Node{Group{.parts = std::move(parts)}}));
}

} // namespace

std::optional<Times> timeRange(const FilterExpression& expression, const ZoneClock& clock)
{
    std::optional<Times> range;
    for (const NodePointer& part : partsOf(expression)) {
        const auto stretch = stretchOf(*part, clock);
        if (stretch && range)
            range = Times{std::max(range->begin, stretch->begin), std::min(range->end, stretch->end)};
        else if (stretch)
            range = stretch;
    }
    if (range)
        range->end = std::max(range->begin, range->end); // what contradicts itself is empty
    return range;
}

FilterExpression withTimeRange(const FilterExpression& expression, const std::optional<Times>& range,
                               const ZoneClock& clock)
{
    std::vector<NodePointer> parts = partsOf(expression);
    const auto isStretch = [&clock](const NodePointer& part) { return stretchOf(*part, clock).has_value(); };
    const auto place = std::ranges::find_if(parts, isStretch) - parts.begin();
    std::erase_if(parts, isStretch);
    Q_ASSERT(!range || range->begin < range->end);
    if (range)
        parts.insert(parts.begin() + place, termOf(*range, clock));
    return sideBySide(std::move(parts));
}

} // namespace TmgLens
