// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/timedisplay.h"

#include <QTimeZone>

namespace TmgLens {

QDateTime shownTime(LogTime time, LogLayout::Clock clock, TimeDisplay display)
{
    if (time == invalidTime)
        return {};
    const QDateTime onClock = QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::UTC);
    const bool isLocal = clock == LogLayout::Clock::ServerLocal;
    QDateTime moment = isLocal ? QDateTime(onClock.date(), onClock.time(), QTimeZone::LocalTime) : onClock;
    switch (display) {
    case TimeDisplay::AsLogged:
        return moment;
    case TimeDisplay::Utc:
        return moment.toUTC();
    case TimeDisplay::Local:
        break;
    }
    return moment.toLocalTime();
}

} // namespace TmgLens
