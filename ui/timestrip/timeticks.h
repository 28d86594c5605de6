// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/table/shownclock.h"
#include "ui/timestrip/timeaxis.h"

#include <QFontMetrics>
#include <QList>

namespace TmgLens {

/// Pixels from a tick to its label.
inline constexpr int tickIndent = 4;

/// A place on an axis that has a name.
struct TimeTick
{
    double position = 0; ///< Pixels from the left.
    QString label; ///< Spelt as in a filter; empty if there is no room for it.
    bool isDate = false; ///< Names a day or more, not a time of day.
};

/**
 * Ticks at round times of @p clock, from the left, as close as labels in a font of @p metrics allow. A label stands to
 * the right of its tick, and overlaps none.
 *
 * Where there are times of day, there is a date: at midnight, and at the left edge if it has a place there.
 */
[[nodiscard]] QList<TimeTick> timeTicks(const TimeAxis& axis, const ShownClock& clock, const QFontMetrics& metrics);

} // namespace TmgLens
