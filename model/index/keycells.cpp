// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/keycells.h"

#include <algorithm>

namespace TmgLens {

KeyCellPlaces::KeyCellPlaces(const LogLayout& layout)
    : m_canUseMarks(!layout.isRelayed && layout.separator.size() <= 2)
    , m_separatorLength(std::size_t(layout.separator.size()))
{
    for (const auto field : {layout.dateField, layout.timeField, layout.gmtTimeField, layout.codeField}) {
        if (field && *field > 0)
            m_separators.push_back(quint32(*field) - 1);
        if (field)
            m_separators.push_back(quint32(*field));
    }
    std::ranges::sort(m_separators);
    const auto repeated = std::ranges::unique(m_separators);
    m_separators.erase(repeated.begin(), repeated.end());
    m_date = place(layout.dateField);
    m_time = place(layout.timeField);
    m_gmtTime = place(layout.gmtTimeField);
    m_code = place(layout.codeField);
}

KeyCellPlaces::Place KeyCellPlaces::place(std::optional<std::size_t> field) const
{
    if (!field)
        return {};
    const auto slot = [this](std::size_t separator) {
        return std::size_t(std::ranges::lower_bound(m_separators, separator) - m_separators.begin());
    };
    return {.field = field, .before = *field > 0 ? slot(*field - 1) : 0, .after = slot(*field)};
}

KeyCells KeyCellPlaces::marked(std::string_view record, const LineMarks::Line& mark, const char* piece) const
{
    const auto cell = [&](const Place& place) {
        if (!place.field)
            return std::string_view();
        const char* const begin =
            *place.field == 0 ? record.data() : piece + mark.wanted[place.before] + m_separatorLength;
        const char* const end =
            *place.field < mark.separatorCount ? piece + mark.wanted[place.after] : record.data() + record.size();
        return std::string_view(begin, std::size_t(end - begin));
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
