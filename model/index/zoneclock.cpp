// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/zoneclock.h"

#include <QDateTime>

#include <algorithm>

namespace TmgLens {

using namespace std::chrono;

namespace {

bool isOutside(LogTime time)
{
    return time == invalidTime || time == LogTime::max();
}

LogTime startOf(year y)
{
    return sys_days(y / January / 1);
}

QDateTime dateTime(LogTime time)
{
    return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::UTC);
}

} // namespace

ZoneClock::ZoneClock(const QTimeZone& zone)
    : m_zone(zone.timeSpec() == Qt::LocalTime ? QTimeZone::systemTimeZone() : zone)
    , m_offsets(offsetsOf(m_zone))
{
}

std::shared_ptr<const ZoneClock::Offsets> ZoneClock::offsetsOf(const QTimeZone& zone)
{
    const QDateTime first = dateTime(startOf(firstLogYear));
    auto offsets = std::make_shared<Offsets>();
    offsets->push_back({LogTime::min(), seconds(zone.offsetFromUtc(first))});
    const auto changes = zone.transitions(first, dateTime(startOf(lastLogYear + years(1))));
    for (const QTimeZone::OffsetData& change : changes)
        offsets->push_back({LogTime(seconds(change.atUtc.toSecsSinceEpoch())), seconds(change.offsetFromUtc)});
    const bool isUtc = offsets->size() == 1 && offsets->front().ahead == seconds(0);
    return isUtc ? nullptr : std::shared_ptr<const Offsets>(std::move(offsets));
}

seconds ZoneClock::ahead(LogTime moment) const
{
    if (!m_offsets)
        return {};
    return std::prev(std::ranges::upper_bound(*m_offsets, moment, {}, &Offset::begin))->ahead;
}

LogTime ZoneClock::wall(LogTime moment) const
{
    return isOutside(moment) ? moment : moment + ahead(moment);
}

LogTime ZoneClock::firstMoment(LogTime wall) const
{
    if (!m_offsets || isOutside(wall))
        return wall;
    // Before the second one begins, the clock shows the times below the end of the first one, and so on.
    const auto isOver = [&](const Offset& next) { return next.begin + std::prev(&next)->ahead <= wall; };
    const auto next = std::ranges::partition_point(std::span(*m_offsets).subspan(1), isOver);
    const Offset& offset = *std::prev(next);
    return &offset == &m_offsets->front() ? wall - offset.ahead : std::max(wall - offset.ahead, offset.begin);
}

LogTime ZoneClock::lastMoment(LogTime wall) const
{
    if (!m_offsets || isOutside(wall))
        return wall;
    const auto hasBegun = [wall](const Offset& offset) { return offset.begin + offset.ahead <= wall; };
    const auto next = std::ranges::partition_point(std::span(*m_offsets).subspan(1), hasBegun);
    const LogTime moment = wall - std::prev(next)->ahead;
    return next == std::span(*m_offsets).end() ? moment : std::min(moment, next->begin);
}

BlockPointer withServerClock(const BlockPointer& block, const ZoneClock& clock)
{
    if (block->loggedTimes.empty() || block->serverZone == clock.zone())
        return block;
    auto changed = std::make_shared<IndexBlock>(*block);
    changed->serverZone = clock.zone();
    changed->firstTime = invalidTime;
    changed->lastTime = invalidTime;
    quint32 logged = 0; // of the record before: most are of the same second as that
    quint32 packed = 0;
    for (std::size_t i = 0; i < changed->size(); ++i) {
        if (i == 0 || changed->loggedTimes[i] != logged) {
            logged = changed->loggedTimes[i];
            const LogTime wall = IndexBlock::unpackedTime(logged);
            const LogTime moment =
                wall == invalidTime ? wall : std::max(clock.firstMoment(wall), startOf(firstLogYear));
            packed = IndexBlock::packedTime(moment);
            changed->reach(moment);
        }
        changed->times[i] = packed;
    }
    return changed;
}

} // namespace TmgLens
