// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <random>
#include <string>
#include <string_view>

namespace TmgLens::Test {

/// @p length bytes, each by chance one of @p characters. Few that differ let what is looked for occur.
inline std::string randomBytes(std::mt19937& random, std::string_view characters, std::size_t length)
{
    std::uniform_int_distribution<std::size_t> choice(0, characters.size() - 1);
    std::string bytes(length, 'x');
    for (char& c : bytes)
        c = characters[choice(random)];
    return bytes;
}

} // namespace TmgLens::Test
