// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/indexblock.h"

#include <QStringView>
#include <QTimeZone>

#include <optional>

namespace TmgLens {

/// The zone of the servers whose logs tell local times, and how it is known.
struct ServerZone
{
    enum class Origin {
        Computer, ///< Nobody knows: it is taken to be this computer's.
        Log, ///< GMT times beside the local ones show it.
        Person, ///< Somebody has said so.
    };
    QTimeZone zone = QTimeZone::systemTimeZone();
    Origin origin = Origin::Computer;

    bool operator==(const ServerZone&) const = default;
};

/**
 * Finds the zone of servers.
 *
 * A record with a GMT time beside its local one tells how far the clock was ahead at that moment, which is no zone yet:
 * the same clock differs in summer and in winter. Where this computer's zone agrees with all such records, that is the
 * zone, since people and servers mostly are in the same one, and then all of the year is right. Else the offset of the
 * first such record counts: of all zones that have it, none is likelier, and a name would say more than is known.
 */
class ServerZoneFinder
{
public:
    /// Takes in what a log shows.
    void add(const ClockReading& reading);
    /// What somebody says goes before what logs show; nothing takes that back.
    void choose(const std::optional<QTimeZone>& zone) { m_chosen = zone; }
    [[nodiscard]] const std::optional<QTimeZone>& chosen() const { return m_chosen; }

    [[nodiscard]] ServerZone zone() const;
    /// The same if nobody had chosen.
    [[nodiscard]] ServerZone foundZone() const;

private:
    QTimeZone m_computers = QTimeZone::systemTimeZone();
    std::optional<QTimeZone> m_chosen;
    std::optional<ClockReading> m_first;
    bool m_areComputers = true; // all readings agree with its zone
};

/// The zone that @p text names: `Europe/Berlin`, `UTC`, `Z`, or an offset such as `+02:00`; nothing if there is none.
[[nodiscard]] std::optional<QTimeZone> parseZone(QStringView text);

/// What parseZone() takes back: the name that the IANA gives it, or `UTC+02:00`.
[[nodiscard]] QString zoneName(const QTimeZone& zone);

/// The zone with how it is known, for people: `Europe/Berlin (chosen)`.
[[nodiscard]] QString serverZoneText(const ServerZone& server);

} // namespace TmgLens
