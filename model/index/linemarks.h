// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace TmgLens {

/**
 * Finds where lines end and fields part, with the widest vectors that the processor has.
 *
 * Of the fields of a line only the wanted ones are located; the others are counted. Made to be used for one piece of a
 * log after the other: what it has grown to stays. For one thread.
 */
class LineMarks
{
public:
    static constexpr std::size_t maximumWanted = 4;

    /// Where a field lies in the piece, without its separators.
    struct Cell
    {
        quint32 begin = 0;
        quint32 end = 0;
    };

    struct Line
    {
        quint32 end = 0; ///< Position of the line end in the piece.
        quint32 separatorCount = 0;
        /// The wanted fields, in their order; undefined for those that the line lacks.
        std::array<Cell, maximumWanted> cells = {};
    };

    /// A piece in chunks of 64 bytes, a bit for each byte.
    struct Chunk
    {
        quint64 lineEnds = 0;
        quint64 separators = 0;
        quint64 separatorsBefore = 0; ///< Number of separators in the chunks before.
    };

    /// The steps of the work, compiled for one set of vector instructions.
    struct Instructions
    {
        const char* name;
        bool (*findChunksOfSingles)(std::string_view text, const char* characters, Chunk* chunks);
        bool (*findChunksOfPairs)(std::string_view text, const char* characters, Chunk* chunks);
        void (*findLines)(std::span<const Chunk> chunks, std::span<const quint32> wanted, quint32 separatorLength,
                          std::vector<Line>& lines);
    };

    /// The sets that this processor has, the widest vectors first; never empty.
    [[nodiscard]] static std::vector<const Instructions*> supportedInstructions();

    /// @p separator has one or two different characters. @p wanted are numbers of fields, from 0 on, ascending, at most
    /// maximumWanted of them.
    LineMarks(char lineEnd, std::string_view separator, std::span<const quint32> wanted,
              const Instructions& instructions = *supportedInstructions().front());

    /// Looks through @p piece, which begins with a line and is shorter than 1 GiB. The last line is found only if it
    /// has an end. What was found before is forgotten.
    void mark(std::string_view piece);

    [[nodiscard]] std::span<const Line> lines() const { return m_lines; }
    [[nodiscard]] bool holdsNul() const { return m_holdsNul; }

private:
    const Instructions* m_instructions;
    char m_lineEnd;
    std::array<char, 2> m_separator;
    quint32 m_separatorLength;
    std::vector<quint32> m_wanted;
    std::vector<Chunk> m_chunks;
    std::vector<Line> m_lines;
    bool m_holdsNul = false;
};

} // namespace TmgLens
