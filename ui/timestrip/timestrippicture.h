// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/table/shownclock.h"
#include "ui/timestrip/timeaxis.h"
#include "ui/timestrip/timecounter.h"

#include <QPixmap>

class QWidget;

namespace TmgLens {

/// What there is to see on a strip, before a person points at anything.
struct TimeStripScene
{
    TimeAxis axis;
    TimeRange whole; ///< Of the log; the axis can show a part of it.
    TimeCounter::Histogram all; ///< Null if nothing has been counted yet.
    TimeCounter::Histogram shown;
    ShownClock clock;
};

/// Height of the line with the labels.
[[nodiscard]] int labelLineHeight(const QFontMetrics& metrics);

/**
 * Bars, ticks and labels in @p size, on a ground that can be seen through, in the colours and the font of @p widget and
 * as sharp as its screen.
 *
 * Bars of all records stand pale behind those of the visible ones, which fill the height: see stackHeights().
 */
[[nodiscard]] QPixmap timeStripPicture(const TimeStripScene& scene, const QSize& size, const QWidget& widget);

} // namespace TmgLens
