// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/logkind.h"
#include "model/result/resultcategory.h"

#include <QString>
#include <QStringList>

namespace TmgLens {

/// How well the advice of an entry is founded.
enum class Confidence : std::uint8_t { Documented, Practice, Inferred };
[[nodiscard]] QLatin1StringView keyword(Confidence confidence);

/**
 * What is known about one result code in one log.
 *
 * A plain value; may be copied to any thread.
 */
struct ResultEntry
{
    quint32 value = 0;
    QStringList symbols; ///< All names published for the number; can be empty.
    LogKind log = LogKind::Unknown; ///< Unknown: the meaning does not depend on the log.
    ResultFamily family = ResultFamily::Unknown;
    ResultClass resultClass = ResultClass::Unknown;
    Severity severity = Severity::Notice;
    QString area; ///< What it is about, for example `name-resolution`.
    QString title; ///< A few words for a table cell, at most 40 characters.
    QString message; ///< The documented message, to the letter where Microsoft's table has it; empty if there is none.
    QString causes; ///< Why it happens.
    QString confirm; ///< How to make sure.
    QString advice; ///< What to do.
    Confidence confidence = Confidence::Inferred;
    QString source; ///< Title or address of the document that the facts come from.
};

/// The message, or a sentence that says that none is documented. For people and JSON; CSV takes the message as it is.
[[nodiscard]] QString messageOrNone(const ResultEntry& entry);

} // namespace TmgLens
