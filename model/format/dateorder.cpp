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

bool allExist(std::span<const std::string_view> dates, Order order)
{
    return std::ranges::all_of(dates, [order](std::string_view date) { return parseDate(date, order).has_value(); });
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

/// Days from the first to the last date; a log file holds a day, or some.
std::chrono::days span(std::span<const std::string_view> dates, Order order)
{
    const auto first = parseDate(dates.front(), order);
    const auto last = parseDate(dates.back(), order);
    return std::chrono::abs(*last - *first);
}

} // namespace

Order guessDateOrder(std::span<const std::string_view> dates, QStringView fileName)
{
    if (dates.empty() || allExist(dates, Order::YearMonthDay))
        return Order::YearMonthDay;
    const bool monthFirst = allExist(dates, Order::MonthDayYear);
    const bool dayFirst = allExist(dates, Order::DayMonthYear);
    if (monthFirst != dayFirst || !monthFirst)
        return dayFirst ? Order::DayMonthYear : Order::MonthDayYear;

    if (const auto named = dateInName(fileName)) {
        if (parseDate(dates.front(), Order::MonthDayYear) == named)
            return Order::MonthDayYear;
        if (parseDate(dates.front(), Order::DayMonthYear) == named)
            return Order::DayMonthYear;
    }
    return span(dates, Order::DayMonthYear) < span(dates, Order::MonthDayYear) ? Order::DayMonthYear
                                                                               : Order::MonthDayYear;
}

} // namespace TmgLens
