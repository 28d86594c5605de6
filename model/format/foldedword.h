// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace TmgLens {

/// Lower case, without blanks, `-` and `_`: products, documents and releases spell names and words differently.
[[nodiscard]] inline QString foldedWord(QStringView word)
{
    QString folded;
    for (const QChar character : word) {
        if (!character.isSpace() && character != u'-' && character != u'_')
            folded += character.toLower();
    }
    return folded;
}

} // namespace TmgLens
