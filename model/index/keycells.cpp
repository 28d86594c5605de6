// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/keycells.h"

#include <algorithm>

namespace TmgLens {

KeyCellPlaces::KeyCellPlaces(const LogLayout& layout) : m_canUseMarks(!layout.isRelayed && layout.separator.size() <= 2)
{
    for (const auto field : {layout.dateField, layout.timeField, layout.gmtTimeField, layout.codeField}) {
        if (field)
            m_fields.push_back(quint32(*field));
    }
    std::ranges::sort(m_fields);
    const auto repeated = std::ranges::unique(m_fields);
    m_fields.erase(repeated.begin(), repeated.end());
    m_date = place(layout.dateField);
    m_time = place(layout.timeField);
    m_gmtTime = place(layout.gmtTimeField);
    m_code = place(layout.codeField);
}

KeyCellPlaces::Place KeyCellPlaces::place(std::optional<std::size_t> field) const
{
    if (!field)
        return {};
    return {.field = field, .cell = std::size_t(std::ranges::find(m_fields, quint32(*field)) - m_fields.begin())};
}

KeyCells KeyCellPlaces::marked(std::string_view record, const LineMarks::Line& mark, const char* piece) const
{
    const auto cell = [&](const Place& place) {
        if (!place.field)
            return std::string_view();
        const auto [begin, end] = mark.cells[place.cell];
        // The record can be less than the line, which may begin with a byte order mark and end in a carriage return.
        const char* const first = *place.field == 0 ? record.data() : piece + begin;
        const char* const last = end == mark.end ? record.data() + record.size() : piece + end;
        return std::string_view(first, std::size_t(last - first));
    };
    return {.date = cell(m_date), .time = cell(m_time), .gmtTime = cell(m_gmtTime), .code = cell(m_code)};
}

KeyCells KeyCellPlaces::among(std::span<const std::string_view> cells) const
{
    const auto cell = [&](const Place& place) {
        return place.field && *place.field < cells.size() ? cells[*place.field] : std::string_view();
    };
    return {.date = cell(m_date), .time = cell(m_time), .gmtTime = cell(m_gmtTime), .code = cell(m_code)};
}

} // namespace TmgLens
