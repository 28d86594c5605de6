// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace TmgLens::Filter {

/**
 * The regular expression @p pattern, made for single records, as it is to be searched for in the lines of many at once:
 * no match spans two lines, and `$` is also before the carriage return of a line end. It matches in each line whose
 * record @p pattern matches in, and hardly in any other.
 *
 * Knows characters, classes, groups, alternatives, quantifiers, `.`, `^`, `$` and the common escapes. Nothing for a
 * pattern with anything else, such as options and look-around.
 */
[[nodiscard]] std::optional<QString> patternForLines(QStringView pattern);

} // namespace TmgLens::Filter
