// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace TmgLens {

/**
 * The program's own icon called @p name, for example `document-open` (resources/icons); a null icon if there is none.
 *
 * Drawn in the text colour of the palette at the time of painting, so that it follows light and dark by itself. The
 * desktop's icons are not asked: a set that is half theirs and half ours looks like neither. GUI thread only.
 */
[[nodiscard]] QIcon icon(QLatin1StringView name);

/// The program's icon: the desktop's `tmglens` where the program is installed, a copy from the resources otherwise.
[[nodiscard]] QIcon applicationIcon();

} // namespace TmgLens
