// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/indexblock.h"

#include <QTimeZone>

#include <memory>
#include <vector>

namespace TmgLens {

/**
 * A clock on a wall in a time zone: what it shows at a moment, and when it shows what.
 *
 * A wall time is a LogTime too, but names no moment by itself: where summer time ends the clock shows an hour twice,
 * and where it begins it leaves one out. Both invalidTime and the greatest time stay what they are.
 *
 * Knows the changes of the zone that its tables list, from firstLogYear to 2037; later than that the last one holds.
 * So a look takes nanoseconds and no lock. A value that is cheap to copy; may be read from any thread.
 */
class ZoneClock
{
public:
    /// In UTC.
    ZoneClock() = default;
    /// QTimeZone::LocalTime stands for the zone that this computer has now.
    explicit ZoneClock(const QTimeZone& zone);

    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }
    /// How far it is ahead of UTC at @p moment.
    [[nodiscard]] std::chrono::seconds ahead(LogTime moment) const;
    /// What it shows at @p moment.
    [[nodiscard]] LogTime wall(LogTime moment) const;
    /// The first and the last moment when it shows @p wall; when it passes over @p wall, if it never shows that.
    [[nodiscard]] LogTime firstMoment(LogTime wall) const;
    [[nodiscard]] LogTime lastMoment(LogTime wall) const;

    bool operator==(const ZoneClock& other) const { return m_zone == other.m_zone; }

private:
    /// From a moment on, up to that of the next one.
    struct Offset
    {
        LogTime begin;
        std::chrono::seconds ahead;
    };
    using Offsets = std::vector<Offset>;

    [[nodiscard]] static std::shared_ptr<const Offsets> offsetsOf(const QTimeZone& zone);

    QTimeZone m_zone = QTimeZone(QTimeZone::UTC);
    std::shared_ptr<const Offsets> m_offsets; // the first is of all times before, too; null in UTC
};

/// @p block with the moments that its records have if the clock of their server is @p clock; the same block if they
/// have these already, or if its log does not go by that clock.
[[nodiscard]] BlockPointer withServerClock(const BlockPointer& block, const ZoneClock& clock);

} // namespace TmgLens
