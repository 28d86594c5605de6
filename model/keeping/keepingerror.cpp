// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/keepingerror.h"

#include "model/output/harmlesstext.h"

#include <QCoreApplication>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("KeepingError", text);
}

} // namespace

QString describeKeepingError(const KeepingError& error)
{
    const QString name = harmlessPath(error.path);
    const QString reason = harmlessText(error.systemText);
    switch (error.kind) {
    case KeepingError::Kind::Unreadable:
        return translated("“%1” could not be read (%2).").arg(name, reason);
    case KeepingError::Kind::Unwritable:
        return translated("“%1” could not be written (%2).").arg(name, reason);
    case KeepingError::Kind::NoJson:
        return translated("“%1” is damaged or another kind of file: near line %2, column %3 (%4).")
            .arg(name, QString::number(error.line), QString::number(error.column), reason);
    case KeepingError::Kind::OtherFile:
        return translated("“%1” is another kind of file: it has no “%2”.").arg(name, error.expected);
    case KeepingError::Kind::TooNew:
        return translated("“%1” was written by a later version of TMGLens. Use that version.").arg(name);
    case KeepingError::Kind::BadEntry:
        return translated("“%1” is damaged: entry %2 lacks “%3”.")
            .arg(name, QString::number(error.entry), error.expected);
    case KeepingError::Kind::Busy:
        return translated("“%1” is being written by another window for too long. Try again.").arg(name);
    case KeepingError::Kind::Changed:
        return translated("“%1” was changed by another window meanwhile.").arg(name);
    }
    return {};
}

} // namespace TmgLens
