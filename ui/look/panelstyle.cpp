// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/panelstyle.h"

#include <QGuiApplication>
#include <QPalette>

namespace TmgLens {

QIcon PanelStyle::standardIcon(StandardPixmap kind, const QStyleOption* option, const QWidget* widget) const
{
    if (const qint64 palette = QGuiApplication::palette().cacheKey(); palette != m_palette) {
        m_icons.clear();
        m_palette = palette;
    }
    QIcon& icon = m_icons[kind];
    if (icon.isNull())
        icon = QProxyStyle::standardIcon(kind, option, widget);
    return icon;
}

} // namespace TmgLens
