// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Qt>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace TmgLens {

/**
 * Finds the first of some words in bytes, with the widest vectors that the processor has.
 *
 * Looks for the three rarest characters of each word, at their distances, in 64 places at once, and compares the rest
 * where they stand. Immutable; may be used from any thread.
 */
class WordFinder
{
public:
    struct Instructions;
    /// The sets of vector instructions that this processor has, the widest first; never empty.
    [[nodiscard]] static std::vector<const Instructions*> supportedInstructions();

    /// @p words are neither none nor empty. Case is that of ASCII: other bytes are equal only to themselves.
    WordFinder(std::span<const std::string> words, Qt::CaseSensitivity caseSensitivity,
               const Instructions& instructions = *supportedInstructions().front());

    /// Where the first one stands that begins at @p from or later; @p from is at most the end.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view bytes, std::size_t from = 0) const;

    /// A character of a word, and the bit that a byte is given before it is compared with it: that which small letters
    /// have over capital ones, or none.
    struct Character
    {
        std::uint8_t caseBit = 0;
        std::uint8_t byte = 0;
    };

    /// A character to look for, so many bytes behind the beginning of its word.
    struct Probe
    {
        std::size_t offset = 0; ///< Less than reach.
        Character character;
    };

    struct Word
    {
        std::vector<Character> characters;
        std::array<Probe, 3> probes; ///< One perhaps several times.
    };

    static constexpr std::size_t reach = 64; ///< Probes lie within so many bytes.

    /// The work, compiled for one set of vector instructions.
    struct Instructions
    {
        const char* name;
        std::optional<std::size_t> (*find)(std::string_view bytes, std::size_t from, std::span<const Word> words);
    };

private:
    const Instructions* m_instructions;
    std::vector<Word> m_words;
};

} // namespace TmgLens
