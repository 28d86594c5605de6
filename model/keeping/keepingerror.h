// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace TmgLens {

/// Why something that was kept for a person, or is to be kept, could not be read or written.
struct KeepingError
{
    enum class Kind {
        Unreadable, ///< The system refused; see systemText.
        Unwritable, ///< The same.
        NoJson, ///< Damaged, or another kind of file; see line, column and systemText.
        OtherFile, ///< JSON, but not what was looked for; expected has the key that it would have.
        TooNew, ///< Written by a later version of the program.
        BadEntry, ///< One entry lacks what it must have; see entry and expected.
        Busy, ///< Another window or program is writing for too long.
        Changed, ///< Somebody else has changed it since it was read.
    };

    Kind kind = Kind::Unreadable;
    QString path = {};
    qint64 line = 0; ///< From 1.
    qint64 column = 0; ///< In bytes, from 1.
    qsizetype entry = 0; ///< From 1.
    QString expected = {};
    QString systemText = {}; ///< The words of the system or of the parser.
};

/// One sentence or two for people: what could not be kept or read, where, why. Plain text.
[[nodiscard]] QString describeKeepingError(const KeepingError& error);

} // namespace TmgLens
