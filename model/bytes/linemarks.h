// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <array>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace TmgLens {

/**
 * Finds where lines end and fields part, with the widest vectors that the processor has.
 *
 * Made to be used for one piece of a log after the other: the memory it has grown to stays. For one thread.
 */
class LineMarks
{
public:
    struct Instructions;
    /// The sets of vector instructions that this processor has, the widest first; never empty.
    [[nodiscard]] static std::vector<const Instructions*> supportedInstructions();

    /// @p separator has one or two different characters.
    LineMarks(char lineEnd, std::string_view separator,
              const Instructions& instructions = *supportedInstructions().front());

    /// Looks through @p piece, which begins with a line and is shorter than 1 GiB. The last line is found only if it
    /// has an end. What was found before is forgotten.
    void mark(std::string_view piece);

    [[nodiscard]] std::size_t lineCount() const { return m_lineCount; }

    /// Where the fields of line @p i end, as positions in the piece: at a separator's first character each, and at the
    /// line end, which is the last of them.
    [[nodiscard]] std::span<const quint32> fieldEnds(std::size_t i) const
    {
        const quint32 first = i > 0 ? m_lineLimits[i - 1] : 0;
        return {m_fieldEnds.get() + first, m_lineLimits[i] - first};
    }

    [[nodiscard]] bool holdsNul() const { return m_holdsNul; }

    struct Characters
    {
        char lineEnd = 0;
        std::array<char, 2> separator = {};
    };

    /// Where to put what is found. There is room for as many marks, and as many lines, as the text has bytes, and for
    /// one chunk more: what is not yet known to be needed is written as well.
    struct Sink
    {
        quint32* fieldEnds = nullptr;
        quint32* lineLimits = nullptr;
    };

    struct Found
    {
        std::size_t lineCount = 0;
        bool holdsNul = false;
    };

    /// The work, compiled for one set of vector instructions.
    struct Instructions
    {
        const char* name;
        Found (*findSingles)(std::string_view text, const Characters& characters, Sink sink);
        Found (*findPairs)(std::string_view text, const Characters& characters, Sink sink);
    };

private:
    void makeRoomFor(std::size_t pieceLength);

    const Instructions* m_instructions;
    Characters m_characters;
    bool m_isPair;
    std::size_t m_room = 0; // length of the longest piece there is room for
    std::unique_ptr<quint32[]> m_fieldEnds; // of all lines
    std::unique_ptr<quint32[]> m_lineLimits; // for each line, the number of field ends up to and with its own
    std::size_t m_lineCount = 0;
    bool m_holdsNul = false;
};

} // namespace TmgLens
