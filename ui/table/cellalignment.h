// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

namespace TmgLens {

/// Where values of @p type stand in their column: numbers at the right, so that their digits stand under each other.
[[nodiscard]] Qt::Alignment cellAlignment(FieldType type);

} // namespace TmgLens
