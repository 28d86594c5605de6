// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/timevalue.h"

#include <QDateTime>
#include <QTimeZone>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace TmgLens::Filter {

namespace {

/// Takes @p digits digits from the front of @p text; nothing if there are fewer.
std::optional<unsigned> takeNumber(QStringView& text, int digits)
{
    if (text.size() < digits)
        return std::nullopt;
    unsigned number = 0;
    for (const QChar c : text.first(digits)) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        number = number * 10 + (c.unicode() - u'0');
    }
    text = text.sliced(digits);
    return number;
}

/// Takes @p separator and a number of two digits below @p limit; nothing if they are not there.
std::optional<unsigned> takePart(QStringView& text, QChar separator, unsigned limit)
{
    if (!text.startsWith(separator))
        return std::nullopt;
    QStringView rest = text.sliced(1);
    const auto number = takeNumber(rest, 2);
    if (!number || *number >= limit)
        return std::nullopt;
    text = rest;
    return number;
}

/// What follows the hour, and the seconds that the whole stands for.
DayTimes takeMinutesAndSeconds(QStringView& text, seconds hour)
{
    const auto minute = takePart(text, u':', 60);
    if (!minute)
        return {.begin = hour, .end = hour + hours(1)};
    const seconds begin = hour + minutes(*minute);
    const auto second = takePart(text, u':', 60);
    if (!second)
        return {.begin = begin, .end = begin + minutes(1)};
    return {.begin = begin + seconds(*second), .end = begin + seconds(*second + 1)};
}

/// Takes the zone that a time ends with, as seconds ahead of UTC: nothing if there is none.
std::optional<seconds> takeZone(QStringView& text)
{
    if (text.endsWith(u'Z')) {
        text.chop(1);
        return seconds(0);
    }
    constexpr int length = 6; // `+02:00`
    if (text.size() <= length || (text[text.size() - length] != u'+' && text[text.size() - length] != u'-'))
        return std::nullopt;
    QStringView zone = text.last(length);
    const int sign = zone.front() == u'-' ? -1 : 1;
    zone = zone.sliced(1);
    const auto hour = takeNumber(zone, 2);
    const auto minute = takePart(zone, u':', 60);
    if (!hour || !minute || *hour > 14)
        return std::nullopt;
    text.chop(length);
    return sign * (hours(*hour) + minutes(*minute));
}

bool isWhole(sys_seconds time, seconds unit)
{
    return time.time_since_epoch() % unit == seconds(0);
}

/// @p times in whole @p unit, the last of which is named as well.
QString rangeText(const Times& times, seconds unit, const QString& format)
{
    const auto text = [&format](sys_seconds time) {
        return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::UTC).toString(format);
    };
    const QString first = text(times.begin);
    const QString last = text(times.end - unit);
    return first == last ? first : QString(first + ".."_L1 + last);
}

} // namespace

std::optional<Times> parseTimes(QStringView text)
{
    const auto yearNumber = takeNumber(text, 4);
    if (!yearNumber)
        return std::nullopt;
    const year y{int(*yearNumber)};
    const auto monthNumber = takePart(text, u'-', 13);
    if (!monthNumber) {
        return text.isEmpty() ? std::optional(Times{sys_days(y / 1 / 1), sys_days((y + years(1)) / 1 / 1)})
                              : std::nullopt;
    }
    const year_month ym = y / month(*monthNumber);
    const auto dayNumber = takePart(text, u'-', 32);
    if (!ym.ok() || (!dayNumber && !text.isEmpty()))
        return std::nullopt;
    if (!dayNumber)
        return Times{.begin = sys_days(ym / 1), .end = sys_days((ym + months(1)) / 1)};
    const year_month_day date = ym / day(*dayNumber);
    if (!date.ok())
        return std::nullopt;
    const sys_seconds midnight = sys_days(date);
    if (text.isEmpty())
        return Times{.begin = midnight, .end = midnight + days(1)};
    const auto zone = takeZone(text);
    const auto hour = takePart(text, text.startsWith(u' ') ? u' ' : u'T', 24);
    if (!hour)
        return std::nullopt;
    const DayTimes time = takeMinutesAndSeconds(text, hours(*hour));
    if (!text.isEmpty())
        return std::nullopt;
    const seconds ahead = zone.value_or(seconds(0));
    return Times{midnight + time.begin - ahead, midnight + time.end - ahead, zone.has_value(), zone.has_value()};
}

Times momentsOf(const Times& times, const ZoneClock& clock)
{
    const auto end = [&] {
        if (times.isEndMoment || times.end == sys_seconds::min() || times.end == sys_seconds::max())
            return times.end;
        // The end itself may be shown once more, so it is the last second before it that counts, if that is shown.
        const sys_seconds last = clock.lastMoment(times.end - seconds(1));
        return clock.wall(last) == times.end - seconds(1) ? last + seconds(1) : last;
    };
    return Times{times.isBeginMoment ? times.begin : clock.firstMoment(times.begin), end()};
}

Value timesValue(const Times& moments, const ZoneClock& clock)
{
    const Times walls{clock.wall(moments.begin), clock.wall(moments.end - seconds(1)) + seconds(1)};
    const Times meant = momentsOf(walls, clock);
    const bool isForward = walls.begin < walls.end; // else a clock was set back meanwhile
    if (isForward && meant.begin == moments.begin && meant.end == moments.end)
        return {.text = timesText(walls), .meaning = walls};
    const auto text = [&clock](sys_seconds moment) {
        return QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count(), QTimeZone::UTC)
            .toOffsetFromUtc(int(clock.ahead(moment).count()))
            .toString(Qt::ISODate);
    };
    return {.text = text(moments.begin) + ".."_L1 + text(moments.end - seconds(1)),
            .meaning = Times{moments.begin, moments.end, true, true}};
}

QString timesText(const Times& times)
{
    for (const auto& [unit, format] :
         {std::pair(seconds(days(1)), u"yyyy-MM-dd"_s), std::pair(seconds(minutes(1)), u"yyyy-MM-dd'T'HH:mm"_s)})
        if (isWhole(times.begin, unit) && isWhole(times.end, unit))
            return rangeText(times, unit, format);
    return rangeText(times, seconds(1), u"yyyy-MM-dd'T'HH:mm:ss"_s);
}

Times compared(const Times& moments, Operator op)
{
    switch (op) {
    case Operator::Less:
        return {sys_seconds::min(), moments.begin};
    case Operator::LessOrEqual:
        return {sys_seconds::min(), moments.end};
    case Operator::Greater:
        return {moments.end, sys_seconds::max()};
    case Operator::GreaterOrEqual:
        return {moments.begin, sys_seconds::max()};
    default:
        return moments;
    }
}

std::optional<DayTimes> parseDayTimes(QStringView text)
{
    const auto hour = takeNumber(text, 2);
    if (!hour || *hour >= 24 || !text.startsWith(u':'))
        return std::nullopt;
    const DayTimes time = takeMinutesAndSeconds(text, hours(*hour));
    return text.isEmpty() ? std::optional(time) : std::nullopt;
}

} // namespace TmgLens::Filter
