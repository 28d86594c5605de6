// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace TmgLens::Filter {

/// What to search for in the lines of many records at once, in ASCII.
struct LinePattern
{
    QString
        pattern; ///< A regular expression. No match spans two lines; `$` is also before a line end's carriage return.
    QString word; ///< Characters that each match holds, as many as could be found out: perhaps none.
};

/**
 * The alternatives of the regular expression @p pattern, which is made for single records. One of them matches in each
 * line whose record @p pattern matches in, and hardly in any other.
 *
 * They are several because the engine jumps to where one can begin, but tries several at each byte.
 *
 * Knows ASCII characters, classes, groups, alternatives, quantifiers, `.`, `^`, `$` and the common escapes. Nothing for
 * a pattern with anything else, such as options and look-around.
 */
[[nodiscard]] std::vector<LinePattern> patternsForLines(QStringView pattern);

} // namespace TmgLens::Filter
