// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/indexblock.h"

#include <array>
#include <string_view>
#include <unordered_map>

namespace TmgLens {

/// Numbers the distinct code texts that the records of one log have in a block; another log's have other numbers.
class CodeInterner
{
public:
    /// @p block gets the texts, and a count of 0 for each.
    CodeInterner(IndexBlock& block, LogKind log) : m_block(block), m_log(log) {}

    /// The number of @p text; a new one if it has not been seen.
    [[nodiscard]] quint32 number(std::string_view text);

private:
    /// A text of up to 16 bytes as numbers that are equal only for equal texts.
    struct ShortText
    {
        quint64 first = 0;
        quint64 last = 0;
        std::size_t size = 0;

        bool operator==(const ShortText&) const = default;
    };

    /// One of the texts seen; which one changes.
    struct Slot
    {
        ShortText text = {.size = SIZE_MAX};
        quint32 number = 0;
    };

    /// Lets a map of strings be searched by views.
    struct ViewHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    [[nodiscard]] static ShortText shortText(std::string_view text);
    [[nodiscard]] quint32 lookUp(std::string_view text);

    IndexBlock& m_block;
    LogKind m_log;
    std::array<Slot, 256> m_slots = {}; // a log has some dozens of codes: nearly all look-ups end here
    std::unordered_map<std::string, quint32, ViewHash, std::equal_to<>> m_numbers;
};

} // namespace TmgLens
