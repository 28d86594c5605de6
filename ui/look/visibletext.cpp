// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/visibletext.h"

#include "model/output/harmlesstext.h"

#include <QStringList>

namespace TmgLens {

namespace {

/// Up to @p limit characters; one more if that would cut a character in two.
QStringView start(QStringView text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    const bool cutsInTwo = limit > 0 && text[limit - 1].isHighSurrogate() && text[limit].isLowSurrogate();
    return text.first(cutsInTwo ? limit + 1 : limit);
}

QString harmlessCells(QStringView text)
{
    QStringList cells;
    const QList<QStringView> parts = text.split(u'\t');
    for (const QStringView cell : parts)
        cells << harmlessText(cell);
    return cells.join(u'\t');
}

} // namespace

QString visibleText(QStringView text, qsizetype limit, TabHandling tabs)
{
    const QStringView shown = start(text, limit);
    QString result = tabs == TabHandling::Keep ? harmlessCells(shown) : harmlessText(shown);
    if (shown.size() < text.size())
        result += u'\u2026';
    return result;
}

} // namespace TmgLens
