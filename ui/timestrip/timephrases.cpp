// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timestrip/timephrases.h"

#include "ui/look/resulttitles.h"
#include "ui/timestrip/classstack.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace TmgLens {

namespace {

QString say(const char* sentence)
{
    return QCoreApplication::translate("TmgLens::TimeStrip", sentence);
}

QString number(quint32 count)
{
    return QLocale().toString(count);
}

QString timeOfDay(const QDateTime& time)
{
    return time.toString(time.time().second() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
}

bool isWholeDays(const QDateTime& begin, const QDateTime& end)
{
    return begin.time() == QTime(0, 0) && end.time() == QTime(0, 0);
}

QString rangeText(const QDateTime& begin, const QDateTime& end)
{
    const QString day = u"yyyy-MM-dd"_s;
    const QString firstDay = begin.toString(day);
    if (isWholeDays(begin, end)) {
        const QString lastDay = end.addDays(-1).toString(day);
        return firstDay == lastDay ? firstDay : say("%1 to %2").arg(firstDay, lastDay);
    }
    const QString last =
        begin.date() == end.date() ? timeOfDay(end) : QString(end.toString(day) % u' ' % timeOfDay(end));
    return say("%1 to %2").arg(firstDay % u' ' % timeOfDay(begin), last);
}

} // namespace

QString rangePhrase(const TimeRange& range, const ShownClock& clock)
{
    return say("%1 (%2)").arg(rangeText(clock.at(range.begin), clock.at(range.end)), clock.zone(range.begin));
}

QString binPhrase(const TimeHistogram& all, const TimeHistogram& shown, int bin, const ShownClock& clock)
{
    const ClassCounts& counts = shown.counts[std::size_t(bin)];
    const quint32 visible = total(counts);
    const quint32 present = total(all.counts[std::size_t(bin)]);
    QStringList lines{rangePhrase({all.bins.beginOf(bin), all.bins.beginOf(bin + 1)}, clock)};
    for (const ResultClass resultClass : stackedClasses)
        if (const quint32 count = counts[std::size_t(resultClass)]; count > 0)
            lines += say("%1: %2").arg(resultClassTitle(resultClass), number(count));
    lines += visible == present ? say("Records: %1").arg(number(present))
                                : say("Visible: %1 of %2 records").arg(number(visible), number(present));
    return lines.join(u'\n');
}

} // namespace TmgLens
