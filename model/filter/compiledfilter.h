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

    /// The records of @p part from its @p first on that are let through, by their number in the document.
    [[nodiscard]] std::expected<std::vector<quint32>, LoadError> match(const RecordIndex::Part& part, std::size_t first,
                                                                       const std::stop_token& stop) const;

private:
    /// Numbers of records within a block, ascending.
    struct Sorted
    {
        std::vector<quint32> accepted;
        std::vector<quint32> open;
    };
    using Judged = std::expected<Sorted, LoadError>;

    [[nodiscard]] TermPointer compile(const Node& node, const CodeTable& codes);
    [[nodiscard]] TermPointer compileGroup(const Group& group, const CodeTable& codes);
    [[nodiscard]] TermPointer compileComparison(const Comparison& comparison, const CodeTable& codes);

    [[nodiscard]] std::vector<CellPlace> places(const LogLayout& layout) const;
    [[nodiscard]] Verdict judge(const Evidence& evidence) const;
    [[nodiscard]] Judged judgeByIndex(const RecordIndex::Part& part, std::size_t first,
                                      std::span<const CellPlace> places) const;
    [[nodiscard]] std::expected<std::vector<quint32>, LoadError> judgeByBytes(const RecordIndex::Part& part,
                                                                              std::span<const quint32> open,
                                                                              std::span<const CellPlace> places,
                                                                              const std::stop_token& stop) const;

    bool m_onlyMalformed;
    std::vector<FieldName> m_cellFields; // by slot
    TermPointer m_root; // nullptr: lets everything through
};

} // namespace TmgLens::Filter
