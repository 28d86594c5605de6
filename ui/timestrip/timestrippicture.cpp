// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timestrip/timestrippicture.h"

#include "ui/look/quietcolors.h"
#include "ui/look/resultcolors.h"
#include "ui/timestrip/classstack.h"
#include "ui/timestrip/timeticks.h"

#include <QPainter>
#include <QWidget>

#include <cmath>

namespace TmgLens {

namespace {

QColor mixed(const QColor& base, const QColor& added, double share)
{
    const auto channel = [share](int from, int to) { return int(std::lround(from + (to - from) * share)); };
    return {channel(base.red(), added.red()), channel(base.green(), added.green()), channel(base.blue(), added.blue())};
}

/// One bar a bin, in pixels of the screen.
class BarPainter
{
public:
    BarPainter(QPainter& painter, const TimeStripScene& scene, double scale, int height)
        : m_painter(painter)
        , m_scene(scene)
        , m_scale(scale)
        , m_height(height)
    {
    }

    /// Paints problems with @p problemShare of their colour, others with @p otherShare.
    void paint(const TimeHistogram& histogram, quint32 top, const QPalette& palette, double problemShare,
               double otherShare)
    {
        std::array<QColor, resultClassCount> colors;
        for (std::size_t place = 0; place < colors.size(); ++place) {
            const ResultClass resultClass = stackedClasses[place];
            colors[place] = mixed(palette.color(QPalette::Base), resultColor(resultClass, palette),
                                  isProblem(resultClass) ? problemShare : otherShare);
        }
        for (int bin = 0; bin < histogram.bins.count; ++bin)
            paintBar(columnOf(histogram.bins, bin), stackHeights(histogram.counts[std::size_t(bin)], top, m_height),
                     colors);
    }

private:
    [[nodiscard]] int pixel(LogTime time) const { return int(std::lround(m_scene.axis.position(time) * m_scale)); }

    [[nodiscard]] QRect columnOf(const TimeBins& bins, int bin) const
    {
        constexpr int leastWithGap = 4;
        const int begin = pixel(bins.beginOf(bin));
        const int end = pixel(bins.beginOf(bin + 1));
        const int gap = end - begin >= leastWithGap ? int(std::ceil(m_scale)) : 0;
        return {begin, 0, std::max(1, end - begin - gap), m_height};
    }

    void paintBar(const QRect& column, const std::array<int, resultClassCount>& heights,
                  const std::array<QColor, resultClassCount>& colors)
    {
        int below = 0;
        for (std::size_t place = 0; place < heights.size(); ++place) {
            const int end = heights[place];
            if (end > below)
                m_painter.fillRect(column.left(), m_height - end, column.width(), end - below, colors[place]);
            below = end;
        }
    }

    QPainter& m_painter;
    const TimeStripScene& m_scene;
    double m_scale;
    int m_height;
};

/// The most records of a bin on the axis.
quint32 highest(const TimeHistogram& histogram, const TimeAxis& axis)
{
    quint32 most = 0;
    for (int bin = 0; bin < histogram.bins.count; ++bin) {
        const bool isSeen =
            histogram.bins.beginOf(bin) < axis.range().end && histogram.bins.beginOf(bin + 1) > axis.range().begin;
        if (isSeen)
            most = std::max(most, total(histogram.counts[std::size_t(bin)]));
    }
    return most;
}

void paintBars(QPixmap& picture, const TimeStripScene& scene, double scale, int height, const QPalette& palette)
{
    if (!scene.all)
        return;
    QPainter painter(&picture);
    BarPainter bars(painter, scene, scale, int(std::lround(height * scale)));
    const quint32 mostShown = highest(*scene.shown, scene.axis);
    const quint32 top = mostShown > 0 ? mostShown : highest(*scene.all, scene.axis);
    if (scene.shown != scene.all)
        bars.paint(*scene.all, top, palette, 0.24, 0.12);
    bars.paint(*scene.shown, top, palette, 1.0, 0.5);
}

void paintLabels(QPainter& painter, const TimeStripScene& scene, int top, const QWidget& widget)
{
    const QFontMetrics metrics = widget.fontMetrics();
    painter.setFont(widget.font());
    const int height = labelLineHeight(metrics);
    const auto ticks = timeTicks(scene.axis, scene.clock, metrics);
    for (const TimeTick& tick : ticks) {
        const double x = std::floor(tick.position);
        painter.fillRect(QRectF(x, top, 1, tick.label.isEmpty() ? 3 : height), separatorColor(widget.palette()));
        painter.setPen(tick.isDate ? widget.palette().color(QPalette::Text) : quietTextColor(widget.palette()));
        painter.drawText(QPointF(x + tickIndent, top + 1 + metrics.ascent()), tick.label);
    }
}

/// A line at the top that tells which part of the log the axis shows, if it does not show all of it.
void paintPart(QPainter& painter, const TimeStripScene& scene, const QPalette& palette)
{
    if (scene.axis.range() == scene.whole)
        return;
    const int width = scene.axis.width();
    const TimeAxis whole(scene.whole, width);
    const double begin = whole.position(scene.axis.range().begin);
    const double end = whole.position(scene.axis.range().end);
    painter.fillRect(QRectF(0, 0, width, 3), separatorColor(palette));
    painter.fillRect(QRectF(begin, 0, std::max(8.0, end - begin), 3), quietTextColor(palette));
}

} // namespace

int labelLineHeight(const QFontMetrics& metrics)
{
    return metrics.height() + 2;
}

QPixmap timeStripPicture(const TimeStripScene& scene, const QSize& size, const QWidget& widget)
{
    const double scale = widget.devicePixelRatioF();
    QPixmap picture(size * scale);
    picture.fill(Qt::transparent);
    if (scene.axis.isEmpty())
        return picture;
    const int height = size.height() - labelLineHeight(widget.fontMetrics());
    paintBars(picture, scene, scale, height, widget.palette());
    picture.setDevicePixelRatio(scale);
    QPainter painter(&picture);
    painter.fillRect(0, height, size.width(), 1, separatorColor(widget.palette()));
    paintLabels(painter, scene, height, widget);
    paintPart(painter, scene, widget.palette());
    return picture;
}

} // namespace TmgLens
