// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/recordtime.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace TmgLens {

namespace {

/// A number of a date or a time, with its digits counted: four of them are a year.
struct Part
{
    int value = 0;
    std::size_t digits = 0;
};

/// Takes a number from the front of @p text.
std::optional<Part> takeNumber(std::string_view& text)
{
    Part part;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part.value);
    part.digits = std::size_t(end - text.data());
    if (error != std::errc() || part.digits > 4 || text.front() == '-')
        return {};
    text.remove_prefix(part.digits);
    return part;
}

bool takeOneOf(std::string_view& text, std::string_view characters)
{
    if (text.empty() || !characters.contains(text.front()))
        return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::array<Part, 3>> takeDateParts(std::string_view& text)
{
    std::array<Part, 3> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && !takeOneOf(text, "-/."))
            return {};
        const auto part = takeNumber(text);
        if (!part)
            return {};
        parts[i] = *part;
    }
    return parts;
}

std::optional<std::chrono::sys_days> makeDate(const std::array<Part, 3>& parts, LogLayout::DateOrder order)
{
    using Order = LogLayout::DateOrder;
    if (parts[0].digits == 4)
        order = Order::YearMonthDay;
    else if (order == Order::YearMonthDay)
        return {};
    const Part& year = order == Order::YearMonthDay ? parts[0] : parts[2];
    const Part& month = order == Order::MonthDayYear ? parts[0] : parts[1];
    const Part& day = order == Order::MonthDayYear ? parts[1] : order == Order::DayMonthYear ? parts[0] : parts[2];
    if (month.value > 12 || day.value > 31) // chrono's types would wrap round
        return {};
    // Short-date formats with two digits for the year belong to 1999 to 2098: the product is from 2000.
    const int fullYear = year.digits > 2 ? year.value : year.value + (year.value == 99 ? 1900 : 2000);
    const std::chrono::year_month_day date(std::chrono::year(fullYear), std::chrono::month(unsigned(month.value)),
                                           std::chrono::day(unsigned(day.value)));
    if (!date.ok() || year.digits == 1 || year.digits == 3 || date.year() < firstLogYear || date.year() > lastLogYear)
        return {};
    return std::chrono::sys_days(date);
}

/// The number of two digits at @p text; more than any part of a time if they are none.
constexpr unsigned twoDigits(const char* text)
{
    const unsigned tens = static_cast<unsigned char>(text[0]) - unsigned('0');
    const unsigned ones = static_cast<unsigned char>(text[1]) - unsigned('0');
    return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
}

/// `HH:MM:SS`, the form of every W3C record, without the general parser's detours.
std::optional<std::chrono::seconds> plainTime(std::string_view cell)
{
    if (cell.size() != 8 || cell[2] != ':' || cell[5] != ':')
        return {};
    const unsigned hour = twoDigits(cell.data());
    const unsigned minute = twoDigits(cell.data() + 3);
    const unsigned second = twoDigits(cell.data() + 6);
    if (hour > 23 || minute > 59 || second > 59)
        return {};
    return std::chrono::seconds(hour * 3600 + minute * 60 + second);
}

/// Turns a 12-hour clock's @p hour into a 24-hour one's if @p suffix says so; nothing if the suffix is none.
std::optional<int> hourWithSuffix(int hour, std::string_view suffix)
{
    const auto blank = suffix.find_first_not_of(' ');
    suffix = blank == std::string_view::npos ? std::string_view() : suffix.substr(blank);
    if (suffix.empty())
        return hour;
    if (hour < 1 || hour > 12)
        return {};
    if (suffix == "AM" || suffix == "am")
        return hour % 12;
    if (suffix == "PM" || suffix == "pm")
        return hour % 12 + 12;
    return {};
}

} // namespace

std::optional<std::chrono::sys_days> parseDate(std::string_view cell, LogLayout::DateOrder order)
{
    const auto parts = takeDateParts(cell);
    if (!parts || !cell.empty())
        return {};
    return makeDate(*parts, order);
}

std::optional<std::chrono::seconds> parseTimeOfDay(std::string_view cell)
{
    if (const auto plain = plainTime(cell))
        return plain;
    const auto hour = takeNumber(cell);
    if (!hour || !takeOneOf(cell, ":."))
        return {};
    const auto minute = takeNumber(cell);
    if (!minute || !takeOneOf(cell, ":."))
        return {};
    const auto second = takeNumber(cell);
    if (!second)
        return {};
    if (takeOneOf(cell, ".,"))
        cell.remove_prefix(std::min(cell.find_first_not_of("0123456789"), cell.size()));
    const auto hour24 = hourWithSuffix(hour->value, cell);
    if (!hour24 || *hour24 > 23 || minute->value > 59 || second->value > 59)
        return {};
    return std::chrono::seconds(*hour24 * 3600 + minute->value * 60 + second->value);
}

std::optional<std::chrono::sys_seconds> parseDateTime(std::string_view cell, LogLayout::DateOrder order)
{
    const auto parts = takeDateParts(cell);
    if (!parts || !takeOneOf(cell, " \tT"))
        return {};
    const auto blank = cell.find_first_not_of(" \t");
    if (blank == std::string_view::npos)
        return {};
    const auto date = makeDate(*parts, order);
    const auto time = parseTimeOfDay(cell.substr(blank));
    if (!date || !time)
        return {};
    return *date + *time;
}

bool looksLikeDate(std::string_view cell)
{
    const auto parts = takeDateParts(cell);
    return parts && cell.empty() && (parts->front().digits >= 2 || parts->back().digits >= 2);
}

bool looksLikeTime(std::string_view cell)
{
    return parseTimeOfDay(cell).has_value();
}

} // namespace TmgLens
