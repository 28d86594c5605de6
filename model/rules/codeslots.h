// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/codetable.h"

#include <optional>
#include <vector>

namespace TmgLens {

/**
 * Gives the codes of a document few places to be counted in: the most frequent ones have one each, and all others of a
 * class share one. So a damaged log, in which each record may have a code of its own, needs no more memory than others.
 *
 * Immutable; the table must outlive it.
 */
class CodeSlots
{
public:
    CodeSlots(const CodeTable& codes, std::size_t mostCodes);

    [[nodiscard]] std::size_t size() const { return m_frequent.size() + resultClassCount; }
    [[nodiscard]] std::size_t slotOf(CodeIndex code) const { return m_slots[qToUnderlying(code)]; }

    /// The code that has @p slot for itself; nothing if several share it.
    [[nodiscard]] std::optional<CodeIndex> code(std::size_t slot) const;
    [[nodiscard]] ResultClass resultClass(std::size_t slot) const;

private:
    const CodeTable& m_codes;
    std::vector<CodeIndex> m_frequent; // by slot
    std::vector<std::size_t> m_slots; // by CodeIndex
};

} // namespace TmgLens
