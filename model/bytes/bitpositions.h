// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <array>

namespace TmgLens {

/// For each byte the positions of the bits that are set in it, the lowest first, and zeroes after them.
inline constexpr auto bitPositions = [] {
    std::array<std::array<quint8, 8>, 256> table = {};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
        std::size_t count = 0;
        for (quint8 bit = 0; bit < 8; ++bit)
            if ((byte >> bit & 1U) != 0)
                table[byte][count++] = bit;
    }
    return table;
}();

} // namespace TmgLens
