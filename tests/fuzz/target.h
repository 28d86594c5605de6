// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdio>
#include <cstdlib>
#include <random>
#include <string_view>

/// What the fuzz targets have in common. A target is a file that defines tryInput(); what calls it is the fuzzer, or in
/// ordinary builds replay.cpp, for the inputs that are kept in tests/data/fuzz.
namespace TmgLens::Fuzz {

/// Does with @p input what the target is for, and ends the program where a property does not hold. The same input
/// always takes the same way.
void tryInput(std::string_view input);

/// Ends the program, which makes the input a finding, unless @p holds. @p property is what is broken then.
inline void require(bool holds, const char* property)
{
    if (holds)
        return;
    std::fprintf(stderr, "Broken: %s\n", property);
    std::abort();
}

/// Chance that follows from @p input alone, so that inputs are plain logs and need not hold choices.
inline std::mt19937 chanceFrom(std::string_view input)
{
    std::seed_seq seed(input.begin(), input.end());
    return std::mt19937(seed);
}

/// A number below @p end by chance, the same everywhere.
inline std::size_t below(std::mt19937& random, std::size_t end)
{
    return random() % end;
}

/// Takes the first line from the front of @p input, without its line feed.
inline std::string_view takeLine(std::string_view& input)
{
    const std::size_t end = input.find('\n');
    const std::string_view line = input.substr(0, end);
    input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
    return line;
}

} // namespace TmgLens::Fuzz
