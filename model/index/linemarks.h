// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <array>
#include <memory>
#include <span>
#include <string_view>

namespace TmgLens {

/**
 * Finds where lines end and fields part, with the widest vectors that the processor has.
 *
 * Made to be used for one piece of a log after the other: the memory it has grown to stays. For one thread.
 */
class LineMarks
{
public:
    /// @p separator has one or two different characters.
    LineMarks(char lineEnd, std::string_view separator);

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

private:
    void makeRoomFor(std::size_t pieceLength);

    char m_lineEnd;
    std::array<char, 2> m_separator;
    bool m_isPair;
    std::size_t m_room = 0; // length of the longest piece there is room for
    std::unique_ptr<quint32[]> m_fieldEnds; // of all lines
    std::unique_ptr<quint32[]> m_lineLimits; // for each line, the number of field ends up to and with its own
    std::size_t m_lineCount = 0;
    bool m_holdsNul = false;
};

} // namespace TmgLens
