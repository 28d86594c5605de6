// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace TmgLens {

/// Where a search goes from the current record.
enum class SearchDirection : std::uint8_t { Forward, Backward };

} // namespace TmgLens
