// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/rules/codeslots.h"

#include <algorithm>

namespace TmgLens {

CodeSlots::CodeSlots(const CodeTable& codes, std::size_t mostCodes) : m_codes(codes)
{
    for (std::size_t i = 0; i < codes.size(); ++i)
        m_frequent.push_back(CodeIndex(quint32(i)));
    const auto countOf = [&codes](CodeIndex code) { return codes.at(code).count; };
    std::ranges::stable_sort(m_frequent, std::ranges::greater(), countOf);
    m_frequent.resize(std::min(m_frequent.size(), mostCodes));
    m_slots.reserve(codes.size());
    for (const CodeEntry& code : codes.entries())
        m_slots.push_back(m_frequent.size() + std::size_t(code.result.entry.resultClass));
    for (std::size_t slot = 0; slot < m_frequent.size(); ++slot)
        m_slots[qToUnderlying(m_frequent[slot])] = slot;
}

std::optional<CodeIndex> CodeSlots::code(std::size_t slot) const
{
    return slot < m_frequent.size() ? std::optional(m_frequent[slot]) : std::nullopt;
}

ResultClass CodeSlots::resultClass(std::size_t slot) const
{
    const auto own = code(slot);
    return own ? m_codes.at(*own).result.entry.resultClass : ResultClass(slot - m_frequent.size());
}

} // namespace TmgLens
