// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace TmgLens::Filter {

/**
 * The alternatives of the regular expression @p pattern, made for single records, as they are to be searched for in the
 * lines of many in ASCII at once: no match spans two lines, and `$` is also before the carriage return of a line end.
 * One of them matches in each line whose record @p pattern matches in, and hardly in any other.
 *
 * They are several because the engine jumps to where one can begin, but tries several at each byte.
 *
 * Knows ASCII characters, classes, groups, alternatives, quantifiers, `.`, `^`, `$` and the common escapes. Nothing for
 * a pattern with anything else, such as options and look-around.
 */
[[nodiscard]] QStringList patternsForLines(QStringView pattern);

} // namespace TmgLens::Filter
