// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/shownclock.h"

#include <QCoreApplication>

#include <algorithm>

namespace TmgLens {

namespace {

QString say(const char* sentence)
{
    return QCoreApplication::translate("TmgLens::ShownClock", sentence);
}

/// The clock of all cells with dates and times; nothing if they have not all the same.
std::optional<LogLayout::Clock> cellClock(const RecordIndex& index)
{
    const auto& parts = index.parts();
    if (parts.empty())
        return LogLayout::Clock::Utc;
    const LogLayout::Clock clock = parts.front().block->layout->cellClock;
    const auto isOther = [clock](const RecordIndex::Part& part) { return part.block->layout->cellClock != clock; };
    return std::ranges::none_of(parts, isOther) ? std::optional(clock) : std::nullopt;
}

} // namespace

QDateTime ShownClock::at(LogTime moment) const
{
    if (moment == invalidTime)
        return {};
    return QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count(), clock.zone());
}

QString ShownClock::zone(LogTime moment) const
{
    const QString name = at(moment).timeZoneAbbreviation();
    return kind == Kind::Server ? say("server time, %1").arg(name) : name;
}

QString ShownClock::title() const
{
    switch (kind) {
    case Kind::Utc:
        return say("UTC");
    case Kind::Computer:
        return say("this computer's zone, %1").arg(zoneName(clock.zone()));
    case Kind::Server:
        break;
    }
    return say("server time, %1").arg(serverZoneText(server));
}

ShownClock shownClock(const RecordIndex& index, TimeDisplay display)
{
    using Kind = ShownClock::Kind;
    const auto logged = cellClock(index);
    const auto kind = [&] {
        switch (display) {
        case TimeDisplay::Utc:
            return Kind::Utc;
        case TimeDisplay::Local:
            return Kind::Computer;
        case TimeDisplay::Server:
            return Kind::Server;
        case TimeDisplay::AsLogged:
            break;
        }
        return logged == LogLayout::Clock::ServerLocal ? Kind::Server : Kind::Utc;
    }();
    ShownClock shown{.kind = kind,
                     .areCellsRight = display == TimeDisplay::AsLogged && logged.has_value(),
                     .isForMixedLogs = display == TimeDisplay::AsLogged && !logged};
    if (kind == Kind::Computer)
        shown.clock = ZoneClock(QTimeZone(QTimeZone::LocalTime));
    if (kind == Kind::Server) {
        shown.server = index.serverZone();
        shown.clock = ZoneClock(shown.server.zone);
    }
    return shown;
}

} // namespace TmgLens
