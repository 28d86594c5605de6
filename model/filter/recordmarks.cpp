// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/recordmarks.h"

#include "model/format/fieldcutter.h"

#include <algorithm>

namespace TmgLens::Filter {

namespace {

constexpr std::size_t pieceLength = 16 * 1024; // looked through at once: it and its marks stay in the fastest cache

} // namespace

RecordMarks::RecordMarks(const IndexBlock& block, std::string_view bytes)
    : m_block(block)
    , m_bytes(bytes)
    , m_marks(block.layout->lineEnd, toStringView(block.layout->separator))
{
}

FieldMarks RecordMarks::find(std::size_t i, std::string_view record)
{
    if (i >= m_behind)
        markFrom(i);
    // Directives and blank lines may stand between the records.
    const auto begin = std::size_t(record.data() - m_piece.data());
    while (m_line < m_marks.lineCount() && m_marks.fieldEnds(m_line).back() < begin)
        ++m_line;
    if (m_line == m_marks.lineCount())
        return {};
    const auto ends = m_marks.fieldEnds(m_line);
    const std::size_t end = begin + record.size();
    const bool isWholeLine = ends.back() == end || (ends.back() == end + 1 && m_piece[end] == '\r');
    return isWholeLine ? FieldMarks{.ends = ends, .piece = m_piece.data()} : FieldMarks();
}

/// Marks the records from @p i on that begin in the length of a piece.
void RecordMarks::markFrom(std::size_t i)
{
    const auto& starts = m_block.starts;
    const auto first = starts.begin() + std::ptrdiff_t(i);
    m_behind = std::size_t(std::upper_bound(first + 1, starts.end(), *first + pieceLength) - starts.begin());
    const std::size_t begin = std::min<std::size_t>(*first, m_bytes.size());
    m_piece = m_bytes.substr(begin, m_block.limit(m_behind - 1) - begin);
    m_marks.mark(m_piece);
    m_line = 0;
}

} // namespace TmgLens::Filter
