// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/foldedtext.h"

#include "ui/look/resulttitles.h"

#include <QCoreApplication>

namespace TmgLens {

QString foldedSentence(const Pattern& pattern, ResultClass logged)
{
    return QCoreApplication::translate("Folded", "The log says “%1”, but %2 (finding %3).")
        .arg(resultClassTitle(logged), pattern.folded->reason, pattern.id);
}

} // namespace TmgLens
