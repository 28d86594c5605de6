// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultcategory.h"

#include <QIcon>
#include <QPalette>

namespace TmgLens {

/**
 * A small sign for a result: its colour tells the class, its shape how much attention it deserves (disc: none or
 * little, triangle: a warning, diamond: an error, octagon: critical).
 */
[[nodiscard]] QIcon resultMark(ResultClass resultClass, Severity severity, const QPalette& palette);

/// The sign of what is shown as what it meant, and not as its code says: a ring in the colour of @p resultClass.
[[nodiscard]] QIcon foldedMark(ResultClass resultClass, const QPalette& palette);

} // namespace TmgLens
