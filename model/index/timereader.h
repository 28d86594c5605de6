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
    /// The bytes of a date and a time of the usual lengths, `YYYY-MM-DD` and `HH:MM:SS`, as numbers that are compared
    /// at once.
    struct UsualCells
    {
        quint64 date = 0;
        quint16 restOfDate = 0;
        quint64 time = 0;

        bool operator==(const UsualCells&) const = default;
    };

    [[nodiscard]] std::optional<LogTime> readCells(const KeyCells& cells) const;

    const LogLayout::DateOrder m_dateOrder;
    const bool m_hasOneCell;
    UsualCells m_usualCells; // that m_time was read from; what they are at first is no date
    std::optional<LogTime> m_time;
};

} // namespace TmgLens
