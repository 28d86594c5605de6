// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/pattern.h"

namespace TmgLens {

/// Why a record is shown as what @p pattern, which is folded, says of it, and that the log gives it the class @p
/// logged: a sentence.
[[nodiscard]] QString foldedSentence(const Pattern& pattern, ResultClass logged);

} // namespace TmgLens
