// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace TmgLens {

/// Whether visibleText() leaves tabs alone, because they separate fields.
enum class TabHandling { Show, Keep };

/**
 * The first @p limit characters of @p text as harmlessText() spells them, with `…` after them if that is not all.
 *
 * What a window lays out must be short: a value of some MiB would hold it up. The result is plain text; never hand it
 * to anything that understands markup.
 */
[[nodiscard]] QString visibleText(QStringView text, qsizetype limit, TabHandling tabs = TabHandling::Show);

} // namespace TmgLens
