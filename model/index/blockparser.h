// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/bytes/linemarks.h"
#include "model/index/blockbuilder.h"

#include <optional>
#include <string_view>

namespace TmgLens {

/// What parsing a stretch of a log gives.
struct ParsedStretch
{
    std::vector<std::shared_ptr<IndexBlock>> blocks; ///< One, or more where the layout changes; none is empty.
    LayoutPointer layoutAtStart; ///< Under which the stretch was parsed.
    LayoutPointer layoutAtEnd; ///< In force after it.
};

/**
 * Indexes a stretch of a log that comes in portions; a `#Fields` line, or in a table a line of column titles, that says
 * something else begins a new block.
 *
 * Knows no file and keeps no text but one copy of each distinct code. Any bytes are welcome. For one thread.
 */
class BlockParser
{
public:
    /// The stretch begins at offset @p begin of @p source, under @p layout, and has about @p expectedLength bytes.
    BlockParser(const SourcePointer& source, const LayoutPointer& layout, quint64 begin, quint64 expectedLength);

    /// Takes the whole lines of @p bytes, which follow on those taken before, and returns how many bytes that were. The
    /// rest has to be given again, with more after it.
    std::size_t take(std::string_view bytes);

    /// Takes all of @p bytes, the last line being one even if it lacks its end. @p isEndOfLog says that nothing can
    /// come after them.
    void takeLast(std::string_view bytes, bool isEndOfLog);

    /**
     * The same for a log with quotes, in which records can have several lines: takes the records of @p bytes that start
     * before position @p limit and returns where the last one ends. That is before the limit if it is not whole, and
     * has to be given again, with more after it; unless @p isAll, which says that no more can be had.
     */
    std::size_t takeQuoted(std::string_view bytes, std::size_t limit, bool isAll, bool isEndOfLog);

    /// Hands over what was found. The parser is of no more use.
    [[nodiscard]] ParsedStretch finish();

private:
    std::size_t takePiece(std::string_view piece);
    bool takeLine(LogLine& line, const FoundMarks* marks);
    bool takeDirective(const LogLine& line);
    bool change(const std::optional<LogLayout>& layout, const LogLine& line);
    void reserveFor(std::size_t done);
    void beginBlock(const LayoutPointer& layout, quint64 offset);
    void sealBlock();

    SourcePointer m_source;
    quint64 m_offset; // of the next byte
    quint64 m_expectedLength;
    bool m_hasReserved = false;
    QString m_product;
    ParsedStretch m_result;
    std::optional<BlockBuilder> m_builder;
    std::optional<LineMarks> m_marks;
};

/// Indexes a whole stretch, which @p bytes are.
[[nodiscard]] ParsedStretch parseStretch(std::string_view bytes, const SourcePointer& source,
                                         const LayoutPointer& layout, quint64 begin, bool isEndOfLog);

} // namespace TmgLens
