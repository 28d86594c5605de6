// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace TmgLens::Filter {

/// True if no byte is beyond ASCII. Stops at none, so that the compiler can take many at a time.
[[nodiscard]] inline bool isAscii(std::string_view bytes)
{
    unsigned char all = 0;
    for (const char c : bytes)
        all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

} // namespace TmgLens::Filter
