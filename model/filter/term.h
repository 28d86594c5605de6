// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/bytesearcher.h"
#include "model/filter/verdict.h"
#include "model/format/fieldcutter.h"
#include "model/index/indexblock.h"
#include "model/index/zoneclock.h"

#include <span>

namespace TmgLens::Filter {

/// The bytes of a record, cut and decoded as far as a term asks for it. Lives as long as the bytes do.
class RecordText
{
public:
    explicit RecordText(const LogLayout& layout) : m_layout(layout), m_cutter(layout) {}

    /// Goes on to another record. @p marks are those of its fields, if they are known.
    void setBytes(std::string_view bytes, const FieldMarks& marks = {});

    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    [[nodiscard]] const LogLayout& layout() const { return m_layout; }
    /// Nothing if the record is too short to have the field.
    [[nodiscard]] std::string_view cell(std::size_t field) { return m_cutter.cell(field); }
    [[nodiscard]] const QString& text();

private:
    const LogLayout& m_layout;
    std::string_view m_bytes;
    FieldCutter m_cutter;
    std::optional<QString> m_text;
};

/// By which clocks times are meant that are written without a zone.
struct TimeClocks
{
    ZoneClock ofUtcLogs = {};
    ZoneClock ofServerLogs = {};
};

/// Where a block has the field of a term.
struct CellPlace
{
    std::optional<std::size_t> field; ///< Nothing if its layout lacks it.
    bool isPort = false; ///< The port behind the address is meant.
};

/// What terms say and need to know of a block before any of its records is judged.
struct BlockFacts
{
    const IndexBlock& block;
    std::optional<quint32> firstRecord = {}; ///< Within the document; nothing while the block is of none.
    std::vector<CellPlace> places = {}; ///< By slot of the term.
    std::vector<std::vector<Verdict>> codeVerdicts = {}; ///< By slot of the term, then by LocalCode.
};

/// What is known of a record while it is judged: first its code alone, then its time, then its bytes.
struct Evidence
{
    const BlockFacts& facts;
    LocalCode code;
    std::optional<std::size_t> record = std::nullopt; ///< Within the block.
    std::optional<LogTime> time = std::nullopt;
    RecordText* text = nullptr;
};

/// Finds records that a term may let through. Belongs to it.
struct Sieve
{
    std::vector<const ByteSearcher*> searchers = {}; ///< One of them finds something in each such record.
    std::size_t certainLength = 0; ///< Bytes that each match has at least: the more, the fewer records are found.
    bool isExact = false; ///< The term lets each record through in which so many bytes from a match on lie.
};

/**
 * A condition on records, made from a node of the tree.
 *
 * Immutable; judges records on any thread.
 */
class Term
{
public:
    /// What it takes to judge one record; parts of a group are tried in this order.
    enum class Cost : std::uint8_t { Code, File, Time, Finding, Words, Cell, AddressCell, CellPattern, RecordPattern };

    explicit Term(Cost cost) : m_cost(cost) {}
    Term(const Term&) = delete;
    Term& operator=(const Term&) = delete;
    virtual ~Term() = default;

    [[nodiscard]] virtual Verdict judge(const Evidence& evidence) const = 0;
    /**
     * For @p bytes, those of the whole @p block at once: finds each record that the term lets through, and maybe
     * others. Has no searchers if each record must be judged.
     */
    [[nodiscard]] virtual Sieve sieve(const IndexBlock& block, std::string_view bytes) const;
    [[nodiscard]] Cost cost() const { return m_cost; }

private:
    Cost m_cost;
};

using TermPointer = std::unique_ptr<const Term>;

} // namespace TmgLens::Filter
