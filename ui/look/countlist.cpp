// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/countlist.h"

#include "ui/look/quietcolors.h"

#include <QPainter>

#include <algorithm>

namespace TmgLens {

QPalette visibleTickBoxes(const QPalette& palette)
{
    QPalette visible = palette;
    visible.setColor(QPalette::Window, quietTextColor(palette));
    return visible;
}

QPalette calmHighlight(const QPalette& palette)
{
    QPalette calm = palette;
    QColor ground = calm.color(QPalette::Highlight);
    ground.setAlphaF(0.22F);
    calm.setColor(QPalette::Highlight, ground);
    calm.setColor(QPalette::HighlightedText, calm.color(QPalette::Text));
    return calm;
}

void paintCountBar(QPainter* painter, const QRect& area, double share, const QColor& color)
{
    const QRectF track(area.left(), area.bottom() - countBarHeight, area.width(), countBarHeight);
    QColor ground = color;
    ground.setAlphaF(0.14F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(track, 1.5, 1.5);
    QRectF bar = track;
    bar.setWidth(std::max(2.0, track.width() * share)); // what is there can be seen
    painter->setBrush(color);
    painter->drawRoundedRect(bar, 1.5, 1.5);
}

} // namespace TmgLens
