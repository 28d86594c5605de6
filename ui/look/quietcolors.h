// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>

namespace TmgLens {

/// Text of @p palette, a little paler, still at 4.5:1 or better on its base where the palette allows that.
[[nodiscard]] QColor quietTextColor(const QPalette& palette);
/// A hair line between things on the palette's base.
[[nodiscard]] QColor separatorColor(const QPalette& palette);

} // namespace TmgLens
