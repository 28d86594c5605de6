// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/term.h"

#include <span>
#include <stop_token>

namespace TmgLens::Filter {

/// The error for @p record of @p block, on which a regular expression gave up.
[[nodiscard]] LoadError patternGaveUp(const IndexBlock& block, std::size_t record);

/// Judges records of one block by their bytes. For one thread.
class ByteJudge
{
public:
    /// Both must outlive the judge.
    ByteJudge(const Term& term, const BlockFacts& facts) : m_term(term), m_facts(facts), m_text(*facts.block.layout) {}

    /// Judges @p open in bytes from the source.
    [[nodiscard]] std::expected<void, LoadError> read(std::span<const quint32> open, const std::stop_token& stop);
    /// Judges @p open in @p bytes, those of the block.
    [[nodiscard]] std::expected<void, LoadError> search(std::span<const quint32> open, std::string_view bytes,
                                                        const std::stop_token& stop);
    /// The records that were let through, ascending.
    [[nodiscard]] const std::vector<quint32>& accepted() const { return m_accepted; }

private:
    [[nodiscard]] bool judge(std::size_t record, std::string_view bytes, const FieldMarks& marks = {});
    [[nodiscard]] bool isWorthMarking(std::span<const quint32> open) const;
    void judgeAll(std::span<const quint32> open, std::string_view bytes, const std::stop_token& stop);
    void sift(const Sieve& sieve, std::span<const quint32> open, std::string_view bytes, const std::stop_token& stop);
    [[nodiscard]] std::expected<void, LoadError> outcome() const;

    const Term& m_term;
    const BlockFacts& m_facts;
    RecordText m_text;
    std::vector<quint32> m_accepted;
    std::optional<LoadError> m_error;
};

} // namespace TmgLens::Filter
