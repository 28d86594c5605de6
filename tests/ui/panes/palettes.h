// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>

namespace TmgLens {

/// Palettes as desktops have them, so that tests do not depend on where they run.
inline QPalette lightPalette()
{
    QPalette palette(QColor(0xefeff0));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf5f6f7));
    palette.setColor(QPalette::Text, QColor(0x232629));
    palette.setColor(QPalette::WindowText, QColor(0x232629));
    palette.setColor(QPalette::ButtonText, QColor(0x232629));
    palette.setColor(QPalette::Highlight, QColor(0x3daee9));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, QColor(0xa0a4a8));
    return palette;
}

inline QPalette darkPalette()
{
    QPalette palette(QColor(0x2a2e32));
    palette.setColor(QPalette::Base, QColor(0x1b1e20));
    palette.setColor(QPalette::AlternateBase, QColor(0x25292c));
    palette.setColor(QPalette::Text, QColor(0xfcfcfc));
    palette.setColor(QPalette::WindowText, QColor(0xfcfcfc));
    palette.setColor(QPalette::ButtonText, QColor(0xfcfcfc));
    palette.setColor(QPalette::Highlight, QColor(0x3daee9));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, QColor(0x6e7175));
    palette.setColor(QPalette::Link, QColor(0x1d99f3));
    return palette;
}

} // namespace TmgLens
