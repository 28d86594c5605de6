// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/quietplaceholder.h"

#include "ui/look/quietcolors.h"

#include <QEvent>
#include <QLineEdit>

namespace TmgLens {

QuietPlaceholder::QuietPlaceholder(QLineEdit* line) : QObject(line), m_line(line)
{
    line->installEventFilter(this);
    updateColor();
}

bool QuietPlaceholder::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        updateColor();
    return QObject::eventFilter(watched, event);
}

void QuietPlaceholder::updateColor()
{
    QPalette palette = m_line->palette();
    const QColor quiet = quietTextColor(palette);
    if (palette.color(QPalette::PlaceholderText) == quiet) // changed by what stands below
        return;
    palette.setColor(QPalette::PlaceholderText, quiet);
    m_line->setPalette(palette);
}

} // namespace TmgLens
