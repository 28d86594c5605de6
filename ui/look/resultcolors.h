// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultcategory.h"

#include <QColor>
#include <QPalette>
#include <QString>

namespace TmgLens {

/// True if text stands light on dark in @p palette.
[[nodiscard]] bool isDarkPalette(const QPalette& palette);

/**
 * The colour that stands for a class: marks, bars, badges.
 *
 * At least 3:1 against the palette's base, so that a mark can be seen, and at least 4.5:1 against white (light
 * palette) or black (dark palette), so that resultBadgeText() can be read on it.
 */
[[nodiscard]] QColor resultColor(ResultClass resultClass, const QPalette& palette);

/// The colour of text on a badge that is filled with resultColor().
[[nodiscard]] QColor resultBadgeText(const QPalette& palette);

/**
 * The background of a row: the palette's base with a trace of resultColor().
 *
 * The palette's text keeps a contrast of 7:1 on it if it has that on the plain base.
 */
[[nodiscard]] QColor resultTint(ResultClass resultClass, const QPalette& palette);

/// @p color, moved towards @p text as far as it takes to reach a contrast of 4.5:1 on @p ground.
[[nodiscard]] QColor legibleColor(const QColor& color, const QColor& text, const QColor& ground);

/// Contrast of two opaque colours as WCAG 2.1 defines it: from 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& one, const QColor& other);

} // namespace TmgLens
