// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/keycells.h"

#include <algorithm>

namespace TmgLens {

KeyCellPlaces::KeyCellPlaces(const LogLayout& layout)
    : m_canUseMarks(!layout.isRelayed && !layout.isTable() && layout.separator.size() <= 2)
    , m_separatorLength(std::size_t(layout.separator.size()))
    , m_date(layout.dateField)
    , m_time(layout.timeField)
    , m_dateTime(layout.clock == LogLayout::Clock::ServerLocal && layout.localTimeField ? layout.localTimeField
                                                                                        : layout.gmtTimeField)
    , m_code(layout.codeField)
{
}

KeyCells KeyCellPlaces::marked(std::string_view record, std::span<const quint32> fieldEnds, const char* piece) const
{
    // The record can be less than the line, which may begin with a byte order mark and end in a carriage return.
    const char* const recordEnd = record.data() + record.size();
    const auto cell = [&](std::optional<std::size_t> field) {
        if (!field)
            return std::string_view();
        const char* const begin = *field == 0 ? record.data() : piece + fieldEnds[*field - 1] + m_separatorLength;
        return std::string_view(begin, std::min(piece + fieldEnds[*field], recordEnd));
    };
    return {.date = cell(m_date), .time = cell(m_time), .dateTime = cell(m_dateTime), .code = cell(m_code)};
}

KeyCells KeyCellPlaces::among(std::span<const std::string_view> cells) const
{
    const auto cell = [&](std::optional<std::size_t> field) {
        return field && *field < cells.size() ? cells[*field] : std::string_view();
    };
    return {.date = cell(m_date), .time = cell(m_time), .dateTime = cell(m_dateTime), .code = cell(m_code)};
}

} // namespace TmgLens
