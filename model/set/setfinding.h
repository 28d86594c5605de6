// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/set/setmember.h"

#include <QDate>

namespace TmgLens {

/**
 * Something about a set of logs that a person who takes it for whole should know.
 *
 * The product numbers its logs, see LogName; so a gap in these is a log that is not here.
 */
struct SetFinding
{
    enum class Kind {
        MissingDays, ///< There are logs of the days before and after.
        MissingNumbers, ///< There are logs of the day with higher numbers.
        Overlap, ///< Two logs of one kind in one folder tell of the same time.
        Duplicate, ///< Two logs hold the same bytes.
    };

    Kind kind = Kind::MissingDays;
    QString log = {}; ///< `WEB` or `FWS`, with its folder before it if there are several.
    QDate firstDay = {}; ///< Of those missing; the day of missing numbers.
    QDate lastDay = {};
    int firstNumber = 0; ///< Of those missing.
    int lastNumber = 0;
    std::vector<std::size_t> members = {}; ///< Of an overlap or a duplicate, two: numbers in the set, the later first.

    bool operator==(const SetFinding&) const = default;
};

/// Days and numbers that the names of @p members leave out, and members that overlap.
[[nodiscard]] std::vector<SetFinding> findGaps(const std::vector<SetMember>& members);

/// @p duplicates, and behind them @p gaps but for overlaps of logs that are the same.
[[nodiscard]] std::vector<SetFinding> withDuplicates(const std::vector<SetFinding>& gaps,
                                                     std::vector<SetFinding> duplicates);

/// @p finding in a sentence.
[[nodiscard]] QString describeSetFinding(const SetFinding& finding, const std::vector<SetMember>& members);

} // namespace TmgLens
