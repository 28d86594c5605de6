// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/bytes/linemarks.h"
#include "model/format/fieldmarks.h"
#include "model/index/indexblock.h"

namespace TmgLens::Filter {

/**
 * Finds where the fields of a block's records end, for many records at once.
 *
 * For those who look at cells of nearly all records. Goes through the block once, from its front. For one thread.
 */
class RecordMarks
{
public:
    /// @p bytes are those of the whole @p block, of whose layout marks are known to suit. Both must outlive the marks.
    RecordMarks(const IndexBlock& block, std::string_view bytes);

    /// Where the fields of record @p i end, whose bytes are @p record, as recordIn() has them. Not known if the record
    /// is less than its line. @p i must not decrease. Valid up to the next call.
    [[nodiscard]] FieldMarks find(std::size_t i, std::string_view record);

private:
    void markFrom(std::size_t i);

    const IndexBlock& m_block;
    std::string_view m_bytes;
    LineMarks m_marks; // of the lines in m_piece
    std::string_view m_piece;
    std::size_t m_behind = 0; // the first record that is not in it
    std::size_t m_line = 0; // the one looked at last
};

} // namespace TmgLens::Filter
