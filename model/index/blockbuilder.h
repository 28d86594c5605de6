// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/codeinterner.h"
#include "model/index/keycells.h"
#include "model/index/timereader.h"

#include <memory>

namespace TmgLens {

/// A line of a log.
struct LogLine
{
    std::string_view text; ///< Without line end.
    quint64 offset = 0; ///< Of its first byte in the source.
    quint64 end = 0; ///< Offset after its line end.
    bool isCutOff = false; ///< The log ends within it.
    std::size_t lineEnds = 0; ///< Within the text: those in quotes.
};

/// What LineMarks have found in a line.
struct FoundMarks
{
    FieldMarks fields;
    bool mayHoldNul = true;
};

/// Fills one block, line by line. For one thread.
class BlockBuilder
{
public:
    /// The block begins at offset @p begin of @p source.
    BlockBuilder(const SourcePointer& source, const LayoutPointer& layout, quint64 begin);

    [[nodiscard]] quint64 lineCount() const { return m_block->lineCount; }
    [[nodiscard]] const KeyCellPlaces& keyCellPlaces() const { return m_places; }

    /// Makes room for about so many records.
    void reserve(std::size_t recordCount);
    /// Counts a line that is no record.
    void skipLine(const LogLine& line);
    /// Adds a record. @p marks are null if they are not known, or if KeyCellPlaces cannot use them.
    void addRecord(const LogLine& line, const FoundMarks* marks);

    /// Hands the block over. The builder is of no more use.
    [[nodiscard]] std::shared_ptr<IndexBlock> seal();

private:
    void addRecord(const LogLine& line, const FoundMarks* marks, RecordFlags flags);
    [[nodiscard]] bool hasAllFields(const LogLine& line, const FoundMarks& marks) const;
    [[nodiscard]] RecordFlags fieldCountFlags(std::string_view record) const;
    void addTimeAndCode(const KeyCells& keys, CodeInterner& codes, RecordFlags flags);
    void readClock(const LogLine& line);
    void addTableRow(const LogLine& line, RecordFlags flags);
    void addFurtherLines(std::size_t count);
    void finishLine(quint64 end);
    void markCutShort();
    void countUp();

    std::shared_ptr<IndexBlock> m_block;
    const LogLayout& m_layout;
    const KeyCellPlaces m_places;
    CodeInterner m_codes;
    CodeInterner m_otherCodes; // of the server's other log, if the two are mixed
    TimeReader m_times;
    std::vector<std::string_view> m_cells; // kept for its memory
    std::string m_unescaped; // the same
    std::vector<RecordFlags> m_codeFlags; // by number of the code
    int m_clockTries; // records that may still be looked at for the clock of the server
};

} // namespace TmgLens
