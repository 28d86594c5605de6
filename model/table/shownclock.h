// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <QDateTime>

namespace TmgLens {

/// How times of records are to be shown. Exports and copies always hold what the log holds.
enum class TimeDisplay { // numbers are kept in settings
    AsLogged,
    Utc,
    Local, ///< In this computer's zone.
    Server, ///< In that of the server.
};

/// The clock by which all times of a document are shown. A value.
struct ShownClock
{
    enum class Kind { Utc, Computer, Server };
    Kind kind = Kind::Utc;
    bool areCellsRight = true; ///< Cells with dates and times go by this clock as they are.
    bool isForMixedLogs = false; ///< It stands in for those of the logs, which differ.
    ServerZone server = {}; ///< Where kind is that.
    ZoneClock clock = {};

    /// What it shows at @p moment; invalid for invalidTime.
    [[nodiscard]] QDateTime at(LogTime moment) const;
    /// The zone at @p moment, for people, in short: `UTC`, `CEST`, `server time, CEST`.
    [[nodiscard]] QString zone(LogTime moment) const;
    /// What the clock is, for people: `server time, taken as Europe/Berlin (this computer's zone)`.
    [[nodiscard]] QString title() const;

    bool operator==(const ShownClock&) const = default;
};

/**
 * The clock that @p display stands for in @p index.
 *
 * As logged means the clock of the cells where all logs have the same. Where they have not, two clocks would stand in
 * one column, and nothing told them apart: such a set is shown in UTC, which one part of it tells already.
 */
[[nodiscard]] ShownClock shownClock(const RecordIndex& index, TimeDisplay display);

} // namespace TmgLens
