// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/field.h"

#include <QString>

namespace TmgLens {

/// What a field holds, in a few words for people; empty for FieldId::Other, where the log's own name must do.
[[nodiscard]] QString fieldTitle(FieldId id);

} // namespace TmgLens
