// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/pattern.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

/// How severities look and what they are called. Shape, colour and word say the same, so that each is enough.
namespace TmgLens {

/// For people, for example `Alarm`.
[[nodiscard]] QString title(FindingSeverity severity);

/// At 3:1 against the palette's base.
[[nodiscard]] QColor severityColor(FindingSeverity severity, const QPalette& palette);

/// Octagon for an alarm, triangle for a warning, disc for less.
[[nodiscard]] QIcon severityMark(FindingSeverity severity, const QPalette& palette);

} // namespace TmgLens
