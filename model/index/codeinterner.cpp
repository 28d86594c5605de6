// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/codeinterner.h"

#include <bit>
#include <cstring>

namespace TmgLens {

namespace {

template <typename Number> quint64 load(const char* bytes)
{
    Number number = 0;
    std::memcpy(&number, bytes, sizeof number);
    return number;
}

} // namespace

/// Loads of fixed length that overlap are several times as fast as a copy of as many bytes as there are.
CodeInterner::ShortText CodeInterner::shortText(std::string_view text)
{
    const char* const bytes = text.data();
    const std::size_t size = text.size();
    if (size >= 8)
        return {.first = load<quint64>(bytes), .last = load<quint64>(bytes + size - 8), .size = size};
    if (size >= 4)
        return {.first = load<quint32>(bytes), .last = load<quint32>(bytes + size - 4), .size = size};
    if (size >= 2)
        return {.first = load<quint16>(bytes), .last = load<quint16>(bytes + size - 2), .size = size};
    return {.first = size == 1 ? load<quint8>(bytes) : 0, .last = 0, .size = size};
}

quint32 CodeInterner::number(std::string_view text)
{
    if (text.size() > 16)
        return lookUp(text);
    const ShortText packed = shortText(text);
    constexpr quint64 spread = 0x9E3779B97F4A7C15; // the golden ratio's digits: the high bits depend on all low ones
    Slot& slot = m_slots[((packed.first ^ std::rotl(packed.last, 32)) * spread) >> 56];
    if (slot.text != packed)
        slot = {.text = packed, .number = lookUp(text)};
    return slot.number;
}

quint32 CodeInterner::lookUp(std::string_view text)
{
    const auto known = m_numbers.find(text);
    if (known != m_numbers.end())
        return known->second;
    const auto number = quint32(m_block.codeTexts.size());
    m_block.codeTexts.emplace_back(text);
    m_block.codeLogs.push_back(m_log);
    m_block.codeCounts.push_back(0);
    m_numbers.emplace(text, number);
    return number;
}

} // namespace TmgLens
