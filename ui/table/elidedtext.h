// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFontMetrics>
#include <QString>

namespace TmgLens {

/**
 * @p text cut in the middle to fit @p width pixels. Of an address with a scheme the host stays and the end of the path,
 * which tell one from another; where that is too long, the scheme goes first.
 */
[[nodiscard]] QString elidedInMiddle(const QString& text, const QFontMetrics& metrics, int width);

} // namespace TmgLens
