// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/dateorder.h"

#include "model/format/recordtime.h"

#include <QRegularExpression>

#include <algorithm>

namespace TmgLens {

namespace {

using namespace Qt::StringLiterals;
using Order = LogLayout::DateOrder;

/// How many of the dates exist in an order; a damaged one among them must not decide.
std::ptrdiff_t existing(std::span<const std::string_view> dates, Order order)
{
    return std::ranges::count_if(dates, [order](std::string_view date) { return parseDate(date, order).has_value(); });
}

/// The day that a name like `ISALOG_20100512_WEB_000.iis` gives.
std::optional<std::chrono::sys_days> dateInName(QStringView fileName)
{
    static const QRegularExpression pattern(u"(?<!\\d)((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?!\\d)"_s);
    const auto match = pattern.matchView(fileName);
    if (!match.hasMatch())
        return {};
    const QByteArray text = (match.captured(1) + u'-' + match.captured(2) + u'-' + match.captured(3)).toLatin1();
    return parseDate(text.toStdString(), Order::YearMonthDay);
}

/// Days between the first and the last date that exist.
std::chrono::days daysCovered(std::span<const std::string_view> dates, Order order)
{
    std::vector<std::chrono::sys_days> days;
    for (const std::string_view date : dates) {
        if (const auto day = parseDate(date, order))
            days.push_back(*day);
    }
    return days.empty() ? std::chrono::days() : std::chrono::abs(days.back() - days.front());
}

/// The order in which @p date is nearer to @p day, if one is. The clocks of the two may differ by some hours.
std::optional<Order> orderByDay(std::string_view date, std::optional<std::chrono::sys_days> day)
{
    const auto monthFirst = parseDate(date, Order::MonthDayYear);
    const auto dayFirst = parseDate(date, Order::DayMonthYear);
    if (!day || !monthFirst || !dayFirst || monthFirst == dayFirst)
        return {};
    const bool isDayFirst = std::chrono::abs(*dayFirst - *day) < std::chrono::abs(*monthFirst - *day);
    return isDayFirst ? Order::DayMonthYear : Order::MonthDayYear;
}

} // namespace

DateOrderGuess guessDateOrder(std::span<const std::string_view> dates, QStringView fileName,
                              std::optional<std::chrono::sys_days> firstDay)
{
    const auto yearFirst = existing(dates, Order::YearMonthDay);
    const auto monthFirst = existing(dates, Order::MonthDayYear);
    const auto dayFirst = existing(dates, Order::DayMonthYear);
    if (yearFirst > 0 && yearFirst >= std::max(monthFirst, dayFirst))
        return {.order = Order::YearMonthDay};
    if (monthFirst != dayFirst)
        return {.order = dayFirst > monthFirst ? Order::DayMonthYear : Order::MonthDayYear};
    if (monthFirst == 0)
        return {.isSettled = false};

    if (const auto order = orderByDay(dates.front(), firstDay))
        return {.order = *order};
    if (const auto order = orderByDay(dates.front(), dateInName(fileName)))
        return {.order = *order};
    if (dates.front().contains('.'))
        return {.order = Order::DayMonthYear};
    const auto asMonthFirst = daysCovered(dates, Order::MonthDayYear);
    const auto asDayFirst = daysCovered(dates, Order::DayMonthYear);
    return {.order = asDayFirst < asMonthFirst ? Order::DayMonthYear : Order::MonthDayYear,
            .isSettled = asDayFirst != asMonthFirst};
}

} // namespace TmgLens
