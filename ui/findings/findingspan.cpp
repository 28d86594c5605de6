// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/findings/findingspan.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

struct SpanText
{
    Q_DECLARE_TR_FUNCTIONS(FindingSpan)
};

bool isLocal(const RecordIndex& index)
{
    return !index.parts().empty() && index.parts().front().block->layout->clock == LogLayout::Clock::ServerLocal;
}

QDateTime utc(LogTime moment)
{
    return QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count(), QTimeZone::UTC);
}

QDateTime shownMoment(LogTime moment, const RecordIndex& index, TimeDisplay display)
{
    switch (display) {
    case TimeDisplay::Utc:
        return utc(moment);
    case TimeDisplay::Local:
        return utc(moment).toLocalTime();
    case TimeDisplay::AsLogged:
        break;
    }
    return isLocal(index) ? utc(moment).toTimeZone(index.serverZone()) : utc(moment);
}

/// What the clock of the first log shows at @p moment.
LogTime onClock(LogTime moment, const RecordIndex& index)
{
    const QDateTime shown = shownMoment(moment, index, TimeDisplay::AsLogged);
    return moment + std::chrono::seconds(shown.offsetFromUtc());
}

} // namespace

QString spanText(const Finding& finding, const RecordIndex& index, TimeDisplay display)
{
    if (finding.first == invalidTime)
        return SpanText::tr("at a time that the log does not tell");
    const QDateTime first = shownMoment(finding.first, index, display);
    const QDateTime last = shownMoment(finding.last, index, display);
    const QString begin = first.toString(u"yyyy-MM-dd HH:mm:ss"_s);
    if (!finding.isOver)
        return SpanText::tr("%1, with no end in this log").arg(begin);
    if (first == last)
        return begin;
    return SpanText::tr("%1 to %2")
        .arg(begin, last.toString(first.date() == last.date() ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s));
}

std::optional<Filter::Times> spanByLog(const Finding& finding, const RecordIndex& index)
{
    using namespace std::chrono_literals;
    if (finding.first == invalidTime)
        return {};
    const LogTime end =
        finding.isOver ? onClock(finding.last, index) : std::max(index.lastTime(), onClock(finding.last, index));
    return Filter::Times{onClock(finding.first, index), end + 1s};
}

} // namespace TmgLens
