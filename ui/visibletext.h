// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace TmgLens {

/// Whether visibleText() leaves tabs alone, because they separate fields.
enum class TabHandling { Show, Keep };

/**
 * @p text, cut to @p limit characters, with everything that would deceive the eye made visible.
 *
 * Values come from attackers: control characters become their pictures (U+2400…), and format characters such as the
 * bidirectional overrides, zero-width characters and line separators become `‹U+202E›`. The result is plain text;
 * never hand it to anything that understands markup. If something was cut off, the result ends with `…`.
 */
[[nodiscard]] QString visibleText(QStringView text, qsizetype limit, TabHandling tabs = TabHandling::Show);

} // namespace TmgLens
