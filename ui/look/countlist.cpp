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
    paintCountBar(painter, area, share, share, color);
}

void paintCountBar(QPainter* painter, const QRect& area, double share, double visibleShare, const QColor& color)
{
    const QRectF track(area.left(), area.bottom() - countBarHeight, area.width(), countBarHeight);
    const auto widthOf = [&track](double part) { return std::max(2.0, track.width() * part); }; // what is there is seen
    const auto paint = [&](double width, float opacity) {
        QRectF bar = track;
        bar.setWidth(width);
        QColor shade = color;
        shade.setAlphaF(opacity);
        painter->setBrush(shade);
        painter->drawRoundedRect(bar, 1.5, 1.5);
    };
    painter->setPen(Qt::NoPen);
    paint(track.width(), 0.14F);
    if (visibleShare < share)
        paint(widthOf(share), 0.35F);
    if (visibleShare > 0)
        paint(widthOf(visibleShare), 1);
}

} // namespace TmgLens
