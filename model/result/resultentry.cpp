// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/resultentry.h"

#include <QCoreApplication>

namespace TmgLens {

using namespace Qt::StringLiterals;

QLatin1StringView keyword(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Documented:
        return "documented"_L1;
    case Confidence::Practice:
        return "practice"_L1;
    case Confidence::Inferred:
        break;
    }
    return "inferred"_L1;
}

QString messageOrNone(const ResultEntry& entry)
{
    if (!entry.message.isEmpty())
        return entry.message;
    return QCoreApplication::translate("ResultEntry", "No message text is documented for this code.");
}

} // namespace TmgLens
