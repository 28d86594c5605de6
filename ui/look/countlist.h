// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QRect>

class QPainter;

/// How lists of things with counts look: the result categories, the values of fields.
namespace TmgLens {

/// Height of a bar under the words of a row, and what a row needs for it beside its words.
inline constexpr int countBarHeight = 3;
inline constexpr int countBarPadding = 12;

/// @p palette with frames of tick boxes that can be seen: they are made from the window's colour, which vanishes on a
/// dark base.
[[nodiscard]] QPalette visibleTickBoxes(const QPalette& palette);

/// @p palette with a ground for the current row on which other colours stay what they are.
[[nodiscard]] QPalette calmHighlight(const QPalette& palette);

/// A bar at the bottom of @p area, filled up to @p share (0 to 1) of its width.
void paintCountBar(QPainter* painter, const QRect& area, double share, const QColor& color);
/// The same, paler behind @p visibleShare, which is no more than @p share.
void paintCountBar(QPainter* painter, const QRect& area, double share, double visibleShare, const QColor& color);

} // namespace TmgLens
