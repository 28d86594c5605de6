// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace TmgLens::Test {

/// Whether a sanitizer keeps notes of who allocated what; they count as resident, and grow with each new way there.
#ifdef __SANITIZE_ADDRESS__
inline constexpr bool isAllocationNoted = true;
#else
inline constexpr bool isAllocationNoted = false;
#endif

/// Memory of this process, in bytes.
struct MemoryUse
{
    std::int64_t allocated = 0; ///< What was asked for and not given back.
    std::int64_t resident = 0; ///< What the system keeps for it.
};

/// The memory that is used once all that can be given back has been.
[[nodiscard]] MemoryUse memoryUse();

} // namespace TmgLens::Test
