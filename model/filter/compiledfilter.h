// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filtermatcher.h"
#include "model/filter/filternode.h"
#include "model/filter/term.h"

namespace TmgLens::Filter {

/// Where records of @p layout have the field called @p name.
[[nodiscard]] CellPlace cellPlace(const FieldName& name, const LogLayout& layout);

/**
 * A filter made ready for one document.
 *
 * Judges the records of a block in steps, each for what the one before left open: by code, by time, by their bytes.
 * Immutable; may be used from any thread.
 */
class CompiledFilter
{
public:
    CompiledFilter(const RecordFilter& filter, const CodeTable& codes);

    using Matches = std::expected<std::vector<quint32>, LoadError>;

    /// The records of @p part from its @p first on that are let through, by their number in the document.
    [[nodiscard]] Matches match(const RecordIndex::Part& part, std::size_t first, const std::stop_token& stop) const;
    /// The same for a caller who has the bytes of the whole block at hand.
    [[nodiscard]] Matches match(const RecordIndex::Part& part, std::size_t first, std::string_view bytes,
                                const std::stop_token& stop) const;

private:
    /// Numbers of records within a block, ascending.
    struct Sorted
    {
        std::vector<quint32> accepted;
        std::vector<quint32> open;
    };
    class ByteJudge;

    [[nodiscard]] TermPointer compile(const Node& node, const CodeTable& codes);
    [[nodiscard]] TermPointer compileGroup(const Group& group, const CodeTable& codes);
    [[nodiscard]] TermPointer compileComparison(const Comparison& comparison, const CodeTable& codes);

    [[nodiscard]] std::vector<CellPlace> places(const LogLayout& layout) const;
    [[nodiscard]] Verdict judge(const Evidence& evidence) const;
    [[nodiscard]] std::expected<Sorted, LoadError> judgeByIndex(const RecordIndex::Part& part, std::size_t first,
                                                                std::span<const CellPlace> places) const;

    bool m_onlyMalformed;
    bool m_needsTime = false;
    std::vector<FieldName> m_cellFields; // by slot
    TermPointer m_root; // nullptr: lets everything through
};

} // namespace TmgLens::Filter
