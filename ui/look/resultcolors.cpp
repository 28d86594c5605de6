// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/resultcolors.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace TmgLens {

namespace {

/// Colours of one class. Hues are spread so that neighbours in the panel differ in lightness or hue for every eye.
struct ClassColors
{
    QRgb onLight;
    QRgb onDark;
    double tint; ///< Share of the colour in a row's background; what needs attention gets more.
};

ClassColors classColors(ResultClass resultClass)
{
    switch (resultClass) {
    case ResultClass::Allowed:
        return {0xff2e7d32, 0xff7cc47f, 0.04};
    case ResultClass::Redirected:
        return {0xff00707c, 0xff5cc4cf, 0.07};
    case ResultClass::Closed:
        return {0xff56697a, 0xffa3b4c2, 0.05};
    case ResultClass::Info:
        return {0xff1f64c0, 0xff83b4f5, 0.07};
    case ResultClass::Denied:
        return {0xffb04a00, 0xfff2a35e, 0.13};
    case ResultClass::Failed:
        return {0xffc2182b, 0xffff8b8b, 0.11};
    case ResultClass::Dropped:
        return {0xff6d3fb8, 0xffc0a3f5, 0.10};
    case ResultClass::Attack:
        return {0xffa6156f, 0xfff58bcb, 0.12};
    case ResultClass::Limit:
        return {0xff7a6200, 0xffdcc04c, 0.13};
    case ResultClass::Unknown:
        break;
    }
    return {0xff666666, 0xffb0b0b0, 0.07};
}

double linearChannel(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linearChannel(color.redF()) + 0.7152 * linearChannel(color.greenF())
        + 0.0722 * linearChannel(color.blueF());
}

QColor mixed(const QColor& base, const QColor& added, double share)
{
    const auto channel = [share](int from, int to) { return int(std::lround(from + (to - from) * share)); };
    return QColor(channel(base.red(), added.red()), channel(base.green(), added.green()),
                  channel(base.blue(), added.blue()));
}

} // namespace

bool isDarkPalette(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

QColor resultColor(ResultClass resultClass, const QPalette& palette)
{
    const ClassColors colors = classColors(resultClass);
    return QColor::fromRgb(isDarkPalette(palette) ? colors.onDark : colors.onLight);
}

QColor resultBadgeText(const QPalette& palette)
{
    return isDarkPalette(palette) ? QColor(Qt::black) : QColor(Qt::white);
}

QColor resultTint(ResultClass resultClass, const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const QColor color = resultColor(resultClass, palette);
    constexpr double enhancedContrast = 7.0; // WCAG 2.1, success criterion 1.4.6
    double share = classColors(resultClass).tint;
    while (share > 0.01 && contrastRatio(mixed(base, color, share), text) < enhancedContrast) {
        share -= 0.01;
    }
    return contrastRatio(mixed(base, color, share), text) < enhancedContrast ? base : mixed(base, color, share);
}

QColor legibleColor(const QColor& color, const QColor& text, const QColor& ground)
{
    constexpr double minimumContrast = 4.5; // WCAG 2.1, success criterion 1.4.3
    double share = 0;
    while (share < 1 && contrastRatio(mixed(color, text, share), ground) < minimumContrast) {
        share += 0.05;
    }
    return mixed(color, text, std::min(share, 1.0));
}

double contrastRatio(const QColor& one, const QColor& other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace TmgLens
