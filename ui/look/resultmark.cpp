// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/resultmark.h"

#include "ui/look/resultcolors.h"

#include <QPainter>

#include <cmath>
#include <map>
#include <numbers>

namespace TmgLens {

namespace {

/// A regular polygon around the middle of a square of @p side, its first corner at @p turn in parts of a full turn.
QPolygonF regularPolygon(int corners, double side, double turn)
{
    QPolygonF polygon;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * (turn + double(i) / corners);
        polygon.append(QPointF(side / 2 + side * 0.46 * std::sin(angle), side / 2 - side * 0.46 * std::cos(angle)));
    }
    return polygon;
}

void drawRing(QPainter* painter, const QColor& color, double size)
{
    painter->setPen(QPen(color, size * 0.17));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(QRectF(size * 0.17, size * 0.17, size * 0.66, size * 0.66));
}

/// Nothing in place of a severity is a ring.
void drawShape(QPainter* painter, std::optional<Severity> severity, const QColor& color, double size)
{
    if (!severity) {
        drawRing(painter, color, size);
        return;
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    switch (*severity) {
    case Severity::Ok:
    case Severity::Notice:
        painter->drawEllipse(QRectF(size * 0.15, size * 0.15, size * 0.7, size * 0.7));
        break;
    case Severity::Warning:
        painter->drawPolygon(regularPolygon(3, size, 0).translated(0, size * 0.08));
        break;
    case Severity::Error:
        painter->drawPolygon(regularPolygon(4, size, 0));
        break;
    case Severity::Critical:
        painter->drawPolygon(regularPolygon(8, size, 1.0 / 16));
        break;
    }
}

QPixmap drawMark(std::optional<Severity> severity, const QColor& color, int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawShape(&painter, severity, color, side);
    return pixmap;
}

QIcon markOf(ResultClass resultClass, std::optional<Severity> severity, const QPalette& palette)
{
    static std::map<std::tuple<std::optional<Severity>, QRgb, QRgb>, QIcon> marks; // GUI thread only
    const QColor color = resultColor(resultClass, palette);
    const QColor selected = palette.color(QPalette::HighlightedText);
    QIcon& mark = marks[{severity, color.rgb(), selected.rgb()}];
    if (mark.isNull()) {
        for (const int side : {12, 16, 24, 32, 48}) {
            mark.addPixmap(drawMark(severity, color, side));
            mark.addPixmap(drawMark(severity, selected, side), QIcon::Selected);
        }
    }
    return mark;
}

} // namespace

QIcon resultMark(ResultClass resultClass, Severity severity, const QPalette& palette)
{
    return markOf(resultClass, severity, palette);
}

QIcon foldedMark(ResultClass resultClass, const QPalette& palette)
{
    return markOf(resultClass, std::nullopt, palette);
}

} // namespace TmgLens
