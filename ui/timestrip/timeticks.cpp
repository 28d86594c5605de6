// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timestrip/timeticks.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace TmgLens {

namespace {

constexpr int labelGap = 8; // from a label to the next tick

/// From one tick to the next: so many seconds, or so many months.
struct Step
{
    seconds length{0}; // of the shortest, for months
    int months = 0;
};

constexpr std::array<Step, 27> steps = {{{1s},
                                         {2s},
                                         {5s},
                                         {10s},
                                         {15s},
                                         {30s},
                                         {1min},
                                         {2min},
                                         {5min},
                                         {10min},
                                         {15min},
                                         {30min},
                                         {1h},
                                         {2h},
                                         {3h},
                                         {6h},
                                         {12h},
                                         {days(1)},
                                         {days(2)},
                                         {days(7)},
                                         {days(28), 1},
                                         {days(90), 3},
                                         {days(181), 6},
                                         {days(365), 12},
                                         {days(2 * 365), 24},
                                         {days(10 * 365), 120},
                                         {days(50 * 365), 600}}};

QString formatOf(const Step& step)
{
    if (step.months >= 12)
        return u"yyyy"_s;
    if (step.months > 0)
        return u"yyyy-MM"_s;
    if (step.length >= days(1))
        return u"yyyy-MM-dd"_s;
    return step.length < 1min ? u"HH:mm:ss"_s : u"HH:mm"_s;
}

/// The width of any label of @p format: digits are equally wide in nearly every font.
int widthOf(const QString& format, const QFontMetrics& metrics)
{
    QString sample = format;
    for (QChar& c : sample)
        if (c.isLetter())
            c = u'0';
    return metrics.horizontalAdvance(sample);
}

const Step& closestStep(const TimeAxis& axis, const QFontMetrics& metrics)
{
    const auto fits = [&](const Step& step) {
        const double room = double(step.length.count()) * axis.width() / double(axis.span().count());
        return room >= tickIndent + widthOf(formatOf(step), metrics) + labelGap;
    };
    const auto found = std::ranges::find_if(steps, fits);
    return found != steps.end() ? *found : steps.back();
}

/// The last time on a dial at or before @p wall at which @p step has a tick.
LogTime tickBefore(LogTime wall, const Step& step)
{
    if (step.months > 0) {
        const year_month_day date(floor<days>(wall));
        const int months = (int(date.year()) * 12 + int(unsigned(date.month())) - 1) / step.months * step.months;
        return sys_days(year(months / 12) / month(unsigned(months % 12 + 1)) / 1);
    }
    constexpr LogTime monday = sys_days(1970y / January / 5);
    const seconds since = wall - monday;
    const seconds rest = since % step.length;
    return wall - (rest < 0s ? rest + step.length : rest);
}

LogTime tickAfter(LogTime tick, const Step& step)
{
    if (step.months == 0)
        return tick + step.length;
    return sys_days(year_month_day(floor<days>(tick)) + months(step.months));
}

bool isMidnight(LogTime wall)
{
    return wall == floor<days>(wall);
}

/// Ticks with all their labels.
QList<TimeTick> allTicks(const TimeAxis& axis, const ShownClock& clock, const Step& step)
{
    const LogTime begin = axis.range().begin;
    const LogTime end = clock.clock.wall(axis.range().end);
    const QString format = formatOf(step);
    QList<TimeTick> ticks;
    for (LogTime wall = tickBefore(clock.clock.wall(begin), step); wall < end; wall = tickAfter(wall, step)) {
        const LogTime moment = clock.clock.firstMoment(wall);
        if (clock.clock.wall(moment) != wall) // the clock passes over it
            continue;
        const double position = axis.position(moment);
        const bool isDate = step.length >= days(1) || isMidnight(wall);
        const QDateTime shown = clock.at(moment);
        if (position >= 0)
            ticks.append(
                {position, shown.toString(isDate && step.length < days(1) ? u"yyyy-MM-dd"_s : format), isDate});
    }
    return ticks;
}

/// Takes away the labels without room: first come dates, then the date of the left edge, then times.
void thinOut(QList<TimeTick>& ticks, const TimeAxis& axis, const QString& edgeDate, const QFontMetrics& metrics)
{
    struct Room
    {
        double begin;
        double end;
    };
    std::vector<Room> taken;
    const auto take = [&](double position, const QString& label) {
        const Room room{position, position + tickIndent + metrics.horizontalAdvance(label)};
        const auto collides = [&room](const Room& other) {
            return room.begin < other.end + labelGap && other.begin < room.end + labelGap;
        };
        if (room.end > axis.width() || std::ranges::any_of(taken, collides))
            return false;
        taken.push_back(room);
        return true;
    };
    const auto takeAll = [&](bool dates) {
        for (TimeTick& tick : ticks)
            if (tick.isDate == dates && !take(tick.position, tick.label))
                tick.label.clear();
    };
    takeAll(true);
    const bool isDated = edgeDate.isEmpty() || !take(0, edgeDate);
    takeAll(false);
    if (!isDated)
        ticks.prepend({0, edgeDate, true});
}

} // namespace

QList<TimeTick> timeTicks(const TimeAxis& axis, const ShownClock& clock, const QFontMetrics& metrics)
{
    if (axis.isEmpty())
        return {};
    const Step& step = closestStep(axis, metrics);
    QList<TimeTick> ticks = allTicks(axis, clock, step);
    const bool hasTimes = step.length < days(1);
    thinOut(ticks, axis, hasTimes ? clock.at(axis.range().begin).toString(u"yyyy-MM-dd"_s) : QString(), metrics);
    return ticks;
}

} // namespace TmgLens
