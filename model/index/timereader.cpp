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
    if (m_hasOneCell)
        return parseDateTime(cells.gmtTime, m_dateOrder);
    const auto date = readDate(cells.date);
    const auto time = parseTimeOfDay(cells.time);
    if (!date || !time)
        return {};
    return *date + *time;
}

std::optional<std::chrono::sys_days> TimeReader::readDate(std::string_view cell)
{
    DateBytes bytes;
    if (cell.size() != sizeof bytes.first + sizeof bytes.rest)
        return parseDate(cell, m_dateOrder);
    std::memcpy(&bytes.first, cell.data(), sizeof bytes.first);
    std::memcpy(&bytes.rest, cell.data() + sizeof bytes.first, sizeof bytes.rest);
    if (bytes != m_dateBytes) {
        m_dateBytes = bytes;
        m_date = parseDate(cell, m_dateOrder);
    }
    return m_date;
}

} // namespace TmgLens
