// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace TmgLens {

/// @p text for a tool tip, which shows it as it is. A tip guesses whether its text is markup; what a log or the name of
/// a file holds must not get the chance. No text gives none, so that no empty tip is shown. Any thread.
[[nodiscard]] QString plainTip(const QString& text);

} // namespace TmgLens
