// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"
#include "model/source/bytesource.h"

#include <optional>

namespace TmgLens {

struct ExportRequest;

/// Writes the log of @p source as @p request says, while it is read. Nothing if it has to be read as a whole first,
/// since it has several layouts, or not what is asked for.
[[nodiscard]] std::optional<ExitStatus> exportStreamed(const ExportRequest& request, const SourcePointer& source);

} // namespace TmgLens
