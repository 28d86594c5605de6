// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/codetable.h"
#include "model/index/indexblock.h"

#include <array>
#include <vector>

namespace TmgLens {

/// What a rule did with the traffic of a record, more coarsely than ResultClass.
enum class RuleOutcome : std::uint8_t {
    Allowed, ///< Also what was redirected, and connections that were closed in order.
    Denied,
    Failed, ///< Also what was dropped or taken for an attack, and what ran into a limit.
    Other, ///< Information, and codes of which nothing is known.
};
inline constexpr std::size_t ruleOutcomeCount = 4;

[[nodiscard]] RuleOutcome ruleOutcome(ResultClass resultClass);

/// How many different values there are.
struct DistinctCount
{
    quint64 count = 0;
    bool hasMore = false; ///< There are more, but nobody has counted them.

    bool operator==(const DistinctCount&) const = default;
};

/// What one rule did.
struct RuleTotals
{
    QString name; ///< As Filter::exactValue() spells it; empty for records that no rule decided on.
    quint64 furtherRules = 0; ///< Above 0: these are so many rules together, and have no name.
    quint64 records = 0;
    std::array<quint64, ruleOutcomeCount> outcomes = {};
    /// The most frequent codes, three at most, with the records of the rule that carry them as their counts.
    std::vector<CodeEntry> topCodes = {};
    DistinctCount clients = {}; ///< By address, without ports.
    DistinctCount destinations = {}; ///< By name, without case; by address where a record has no name.
    LogTime first = invalidTime; ///< Moment of its earliest record, in UTC.
    LogTime last = invalidTime;

    [[nodiscard]] quint64 outcome(RuleOutcome outcome) const { return outcomes[std::size_t(outcome)]; }
    /// True if it stands for a rule, not for several or for none.
    [[nodiscard]] bool isOneRule() const { return furtherRules == 0 && !name.isEmpty(); }
};

/// What all rules did.
struct RuleReport
{
    /// By records, then by name; behind them those that are too many for a row each.
    std::vector<RuleTotals> rules;
    quint64 records = 0; ///< That were counted.
    quint64 wholeCount = 0; ///< Records that the logs have, counted or not.
    quint64 withoutField = 0; ///< Records of logs that do not tell rules.
};

} // namespace TmgLens
