// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filtermatcher.h"
#include "model/filter/filternode.h"
#include "model/filter/term.h"

namespace TmgLens::Filter {

/// Where records of @p layout have the field called @p name.
[[nodiscard]] CellPlace cellPlace(const FieldName& name, const LogLayout& layout);

class ByteJudge;

/// The codes of a block, by LocalCode.
using BlockCodes = std::vector<const CodeEntry*>;

/// Those of @p part of a document with the codes @p table, which must outlive them.
[[nodiscard]] BlockCodes blockCodes(const RecordIndex::Part& part, const CodeTable& table);

/**
 * A filter made ready to judge records.
 *
 * Judges the records of a block in steps, each for what the one before left open: by code, by time, by their bytes.
 * Does not know which document a block is part of: what is picked is for the caller to keep. Immutable; may be used
 * from any thread.
 */
class CompiledFilter
{
public:
    explicit CompiledFilter(const RecordFilter& filter, const TimeClocks& clocks = {});

    /// True if it matters what codes mean; else match() looks at none.
    [[nodiscard]] bool asksForCodes() const { return !m_codeTests.empty(); }

    using Matches = std::expected<std::vector<quint32>, LoadError>;

    /// The records of @p part from the @p first of its block on that are let through, by their number in the block.
    [[nodiscard]] Matches match(const RecordIndex::Part& part, const BlockCodes& codes, std::size_t first,
                                const std::stop_token& stop) const;
    /// All such records, for a caller who has the bytes of the whole block at hand.
    [[nodiscard]] Matches match(const RecordIndex::Part& part, const BlockCodes& codes, std::string_view bytes) const;
    /// The same for a block that is part of no document yet, so that nothing can have been found out about it.
    [[nodiscard]] Matches match(const IndexBlock& block, const BlockCodes& codes, std::string_view bytes) const;
    /// Takes out of @p matches, which match() has given for the block of @p part, those that nobody has picked.
    void keepPicked(const RecordIndex::Part& part, std::vector<quint32>& matches) const;

private:
    /// Numbers of records within a block, ascending.
    struct Sorted
    {
        std::vector<quint32> accepted;
        std::vector<quint32> open;
    };

    using OpenJudgement = std::function<std::expected<void, LoadError>(ByteJudge&, std::span<const quint32>)>;

    [[nodiscard]] Matches matchBy(const BlockFacts& known, std::size_t first, const OpenJudgement& judgeOpen) const;

    [[nodiscard]] TermPointer compile(const Node& node);
    [[nodiscard]] TermPointer compileGroup(const Group& group);
    [[nodiscard]] TermPointer compileComparison(const Comparison& comparison);
    [[nodiscard]] TermPointer codeTerm(std::function<Verdict(const CodeEntry&)> test);

    [[nodiscard]] BlockFacts facts(const IndexBlock& block, const BlockCodes& codes) const;
    [[nodiscard]] Verdict judge(const Evidence& evidence) const;
    [[nodiscard]] std::expected<Sorted, LoadError> judgeByIndex(const BlockFacts& facts, std::size_t first) const;

    const RecordFilter m_filter;
    const TimeClocks m_clocks;
    bool m_needsRecord = false; // its number or its time
    std::vector<FieldName> m_cellFields; // by slot
    std::vector<std::function<Verdict(const CodeEntry&)>> m_codeTests; // by slot
    TermPointer m_root; // nullptr: lets everything through
};

} // namespace TmgLens::Filter
