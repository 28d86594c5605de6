// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/quietcolors.h"

namespace TmgLens {

namespace {

QColor mixed(const QPalette& palette, double shareOfText)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const auto channel = [shareOfText](double from, double to) { return float(from + (to - from) * shareOfText); };
    return QColor::fromRgbF(channel(base.redF(), text.redF()), channel(base.greenF(), text.greenF()),
                            channel(base.blueF(), text.blueF()));
}

} // namespace

QColor quietTextColor(const QPalette& palette)
{
    return mixed(palette, 0.72);
}

QColor separatorColor(const QPalette& palette)
{
    return mixed(palette, 0.14);
}

} // namespace TmgLens
