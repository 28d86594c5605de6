// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/keycells.h"

namespace TmgLens {

KeyCellPlaces::KeyCellPlaces(const LogLayout& layout)
    : m_canUseMarks(FieldMarks::suit(layout))
    , m_separatorLength(std::size_t(layout.separator.size()))
    , m_date(layout.dateField)
    , m_time(layout.timeField)
    , m_dateTime(layout.clock == LogLayout::Clock::ServerLocal && layout.localTimeField ? layout.localTimeField
                                                                                        : layout.gmtTimeField)
    , m_code(layout.codeField)
{
}

KeyCells KeyCellPlaces::marked(std::string_view record, const FieldMarks& marks) const
{
    const auto cell = [&](std::optional<std::size_t> field) {
        return field ? marks.cell(record, *field, m_separatorLength) : std::string_view();
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
