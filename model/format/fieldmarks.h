// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace TmgLens {

/**
 * Where the fields of a record end, as LineMarks have found it in the line that the record stands in.
 *
 * A view: valid as long as what was found and the bytes it was found in.
 */
struct FieldMarks
{
    std::span<const quint32> ends; ///< At a separator's first character each, and at the line end; none if not known.
    const char* piece = nullptr; ///< What they are counted from.

    /// True if the fields of @p layout part at separators alone, and at such that LineMarks can find.
    [[nodiscard]] static bool suit(const LogLayout& layout)
    {
        return !layout.isRelayed && !layout.isTable() && !layout.isQuoted && layout.separator.size() <= 2;
    }

    /// Field @p field of @p record, which must have it.
    [[nodiscard]] std::string_view cell(std::string_view record, std::size_t field, std::size_t separatorLength) const
    {
        // The record can be less than the line, which may begin with a byte order mark and end in a carriage return.
        const char* const begin = field == 0 ? record.data() : piece + ends[field - 1] + separatorLength;
        return {begin, std::min(piece + ends[field], record.data() + record.size())};
    }
};

} // namespace TmgLens
