// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/indexblock.h"
#include "model/index/keycells.h"

#include <optional>

namespace TmgLens {

/**
 * Reads the times of records, one after the other. Most have the time of the one before, which is then not read
 * again. For one thread.
 */
class TimeReader
{
public:
    explicit TimeReader(const LogLayout& layout);

    /// The time of the record that has these cells, by the clock of the layout; nothing if there is none that exists.
    [[nodiscard]] std::optional<LogTime> read(const KeyCells& cells);

private:
    /// The bytes of a date of the usual length, `YYYY-MM-DD`, as numbers that are compared at once.
    struct DateBytes
    {
        quint64 first = 0;
        quint16 rest = 0;

        bool operator==(const DateBytes&) const = default;
    };

    [[nodiscard]] std::optional<LogTime> readOther(const KeyCells& cells) const;

    const LogLayout::DateOrder m_dateOrder;
    const bool m_hasOneCell;
    DateBytes m_dateBytes; // that m_date was read from; what they are at first is no date
    std::optional<std::chrono::sys_days> m_date;
    quint64 m_timeBytes = 0; // of a time of the usual length, `HH:MM:SS`, that m_time was read from, with m_date
    std::optional<LogTime> m_time;
};

} // namespace TmgLens
