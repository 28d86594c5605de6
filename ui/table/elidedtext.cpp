// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/elidedtext.h"

namespace TmgLens {

using namespace Qt::StringLiterals;

QString elidedInMiddle(const QString& text, const QFontMetrics& metrics, int width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    width -= 2; // elidedText() can be a pixel too wide, and then the style would cut it once more
    constexpr qsizetype longestScheme = 12;
    const qsizetype schemeEnd = text.indexOf("://"_L1);
    const qsizetype host = schemeEnd + 3;
    const qsizetype path = schemeEnd > 0 && schemeEnd <= longestScheme ? text.indexOf(u'/', host) + 1 : 0;
    if (path == 0)
        return metrics.elidedText(text, Qt::ElideMiddle, width);
    const int roomForEnd = width / 4;
    for (const QString& head : {text.first(path), text.sliced(host, path - host)}) {
        const int room = width - metrics.horizontalAdvance(head);
        if (room >= roomForEnd)
            return head + metrics.elidedText(text.sliced(path), Qt::ElideLeft, room);
    }
    return metrics.elidedText(text.sliced(host), Qt::ElideMiddle, width);
}

} // namespace TmgLens
