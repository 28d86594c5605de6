// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"
#include "model/index/indexblock.h"

#include <QDateTime>

namespace TmgLens {

/// How times of records are shown. Exports and copies always hold what the log holds.
enum class TimeDisplay {
    AsLogged,
    Utc,
    Local, ///< In this computer's zone.
};

/**
 * The moment @p time, by the clock @p clock of its log, in the zone that @p display asks for; invalid for invalidTime.
 *
 * A log in the server's local time does not name its zone; this computer's is taken.
 */
[[nodiscard]] QDateTime shownTime(LogTime time, LogLayout::Clock clock, TimeDisplay display);

} // namespace TmgLens
