// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace TmgLens::Test {

/// Memory of this process, in bytes.
struct MemoryUse
{
    std::int64_t allocated = 0; ///< What was asked for and not given back.
    std::int64_t resident = 0; ///< What the system keeps for it.
};

/// The memory that is used once all that can be given back has been.
[[nodiscard]] MemoryUse memoryUse();

} // namespace TmgLens::Test
