// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timestrip/shownclock.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace TmgLens {

std::chrono::seconds ShownClock::offset(LogTime time) const
{
    const QDateTime shown = at(time);
    const QDateTime wall(shown.date(), shown.time(), QTimeZone::UTC);
    return std::chrono::seconds(wall.toSecsSinceEpoch()) - time.time_since_epoch();
}

LogTime ShownClock::timeOf(LogTime wall) const
{
    return wall - offset(wall - offset(wall));
}

QString ShownClock::zone(LogTime time) const
{
    if (ofLog == LogLayout::Clock::ServerLocal && display == TimeDisplay::AsLogged)
        return QCoreApplication::translate("TmgLens::ShownClock", "server's time");
    return at(time).timeZoneAbbreviation();
}

} // namespace TmgLens
