// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/timereader.h"

#include "model/format/recordtime.h"

#include <cstring>

namespace TmgLens {

namespace {

std::optional<LogTime> join(std::optional<std::chrono::sys_days> date, std::optional<std::chrono::seconds> time)
{
    if (!date || !time)
        return {};
    return *date + *time;
}

} // namespace

// But for W3C, the date and time of a log are the server's local ones; its GMT cell needs no zone.
TimeReader::TimeReader(const LogLayout& layout)
    : m_dateOrder(layout.dateOrder)
    , m_hasOneCell((hasLocaleDates(layout) && layout.clock == LogLayout::Clock::Utc) || !layout.dateField
                   || !layout.timeField)
{
}

std::optional<LogTime> TimeReader::read(const KeyCells& cells)
{
    DateBytes date;
    quint64 time = 0;
    if (m_hasOneCell || cells.date.size() != sizeof date.first + sizeof date.rest || cells.time.size() != sizeof time)
        return readOther(cells);
    std::memcpy(&date.first, cells.date.data(), sizeof date.first);
    std::memcpy(&date.rest, cells.date.data() + sizeof date.first, sizeof date.rest);
    std::memcpy(&time, cells.time.data(), sizeof time);
    if (date == m_dateBytes && time == m_timeBytes)
        return m_time;
    if (date != m_dateBytes)
        m_date = parseDate(cells.date, m_dateOrder);
    m_dateBytes = date;
    m_timeBytes = time;
    m_time = join(m_date, parseTimeOfDay(cells.time));
    return m_time;
}

/// The time in cells of another shape than most records have.
std::optional<LogTime> TimeReader::readOther(const KeyCells& cells) const
{
    if (m_hasOneCell)
        return parseDateTime(cells.dateTime, m_dateOrder);
    return join(parseDate(cells.date, m_dateOrder), parseTimeOfDay(cells.time));
}

} // namespace TmgLens
