// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"

namespace TmgLens {

/// What somebody is in the middle of writing, in the text of a filter.
struct CompletionPlace
{
    enum class Kind : std::uint8_t {
        Nothing, ///< Something that nobody can guess: quoted words, a regular expression.
        Term, ///< The start of a term: a field name, or a word to look for.
        Value, ///< A value of the field.
    };

    Kind kind = Kind::Nothing;
    qsizetype begin = 0; ///< What was written, from its first character to its last, quotes included.
    qsizetype end = 0;
    QString typed = {}; ///< What of it stands before the cursor, without quotes.
    Filter::FieldName field = {}; ///< Of a value.
};

/// What is being written at position @p cursor, 0 to the length of @p text, which need not be a whole expression.
[[nodiscard]] CompletionPlace completionPlace(QStringView text, qsizetype cursor);

} // namespace TmgLens
