// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/timereader.h"

#include "model/format/recordtime.h"

#include <cstring>

namespace TmgLens {

// A native log's own date and time are the server's local ones; its GMT cell needs no zone.
TimeReader::TimeReader(const LogLayout& layout)
    : m_dateOrder(layout.dateOrder)
    , m_hasOneCell((layout.format == LogLayout::Format::Native && layout.clock == LogLayout::Clock::Utc)
                   || !layout.dateField || !layout.timeField)
{
}

std::optional<LogTime> TimeReader::read(const KeyCells& cells)
{
    UsualCells usual;
    constexpr std::size_t dateSize = sizeof usual.date + sizeof usual.restOfDate;
    if (m_hasOneCell || cells.date.size() != dateSize || cells.time.size() != sizeof usual.time)
        return readCells(cells);
    std::memcpy(&usual.date, cells.date.data(), sizeof usual.date);
    std::memcpy(&usual.restOfDate, cells.date.data() + sizeof usual.date, sizeof usual.restOfDate);
    std::memcpy(&usual.time, cells.time.data(), sizeof usual.time);
    if (usual != m_usualCells) {
        m_usualCells = usual;
        m_time = readCells(cells);
    }
    return m_time;
}

std::optional<LogTime> TimeReader::readCells(const KeyCells& cells) const
{
    if (m_hasOneCell)
        return parseDateTime(cells.gmtTime, m_dateOrder);
    const auto date = parseDate(cells.date, m_dateOrder);
    const auto time = parseTimeOfDay(cells.time);
    if (!date || !time)
        return {};
    return *date + *time;
}

} // namespace TmgLens
