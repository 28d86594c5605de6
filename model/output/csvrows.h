// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"
#include "model/output/csvcell.h"
#include "model/output/csvoptions.h"

#include <QStringList>

#include <span>

namespace TmgLens {

/// What all rows of an export have in common. Immutable; may be read from any thread while the index lives.
struct CsvFormat
{
    CsvFormat(const RecordIndex& documentIndex, const CsvOptions& csvOptions);

    const RecordIndex& index;
    CsvOptions options;
    FormulaGuard guard;
    bool hasCellsBeforeFindings;
    std::vector<std::string> files; ///< The first cell with its comma, by file of the index, if there is to be one.
    std::vector<std::string> decoded; ///< CodeIndex -> the decoded cells with their commas, if they are to be added.
};

/// What the columns are called.
[[nodiscard]] QStringList csvColumnNames(const CsvFormat& format);

/// The first row, which has these names, with the byte order mark if there is to be one.
[[nodiscard]] std::string csvHeader(const CsvFormat& format);

/**
 * Makes rows of records, some at a time, in memory that it keeps. Belongs to one thread at a time.
 */
class CsvRows
{
public:
    explicit CsvRows(const CsvFormat& format) : m_format(format) {}

    /// Makes the rows of @p records, which may be in any order, in place of those that were there.
    [[nodiscard]] std::expected<void, LoadError> make(std::span<const quint32> records);
    /// The same of an index of one block, all of whose bytes are at hand.
    void make(std::span<const quint32> records, std::string_view blockBytes);
    [[nodiscard]] std::string_view text() const { return m_text; }
    /// Gives the rows away.
    [[nodiscard]] std::string takeText() { return std::move(m_text); }

private:
    [[nodiscard]] std::expected<void, LoadError> addAll(std::span<const quint32> records);
    void arrangeRows(std::span<const quint32> records);
    void enter(const RecordIndex::Part& part);
    [[nodiscard]] std::expected<void, LoadError> addRun(const RecordIndex::Part& part,
                                                        std::span<const quint32> records);
    void addRecord(const RecordIndex::Part& part, std::size_t record, std::string_view bytes);
    void addFindings(quint32 record);
    void addUtc(LogTime moment);
    [[nodiscard]] bool isCopyable(std::string_view bytes) const;
    void copyCells(std::string_view bytes);
    void copyPlain(std::string_view bytes);
    void addCells(const RecordIndex::Part& part, std::string_view bytes, bool isUtf8);
    void findQuoted(std::string_view bytes);
    void addCell(const LogLayout& layout, std::size_t field, bool isUtf8);

    const CsvFormat& m_format;
    std::string m_text;
    std::vector<std::size_t> m_rowEnds; // in the text
    std::vector<quint32> m_ascending; // the records of rows in another order, as they are read
    std::string m_arranged; // memory for these rows
    const RecordIndex::Part* m_part = nullptr; // that m_hasColumnsInOrder speaks of
    bool m_hasColumnsInOrder = false;
    LogTime m_utc = invalidTime; // what m_utcText says: most records are of the same second as the one before
    std::string m_utcText;
    std::vector<std::string_view> m_cells; // of the record at hand
    std::string m_unescaped; // which cells may point into
    std::vector<char> m_isQuoted; // one a cell
};

} // namespace TmgLens
