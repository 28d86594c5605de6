// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"
#include "model/rules/ruletotals.h"

#include <expected>
#include <stop_token>

namespace TmgLens {

/// How much of a log that lies, or is damaged, is taken in.
struct RuleLimits
{
    std::size_t rules = 2'000; ///< The most frequent ones have a row each.
    std::size_t codes = 1'000; ///< Codes that are less frequent in the document are not told as the top ones of a rule.
    std::size_t distinctOfRule = 1'000'000; ///< Clients of a rule that are told apart; as many destinations.
    std::size_t distinctInAll = 4'000'000; ///< The same of all rules together.
};

/**
 * Counts for each rule what it did in @p visible (ascending numbers of records; nullptr: all).
 *
 * Reads the log once; where its rules are too many for a row each, again to find the most frequent ones. Runs on all
 * processors and blocks the caller. When @p stop is requested the answer is to be thrown away. The error says that the
 * source could not be read.
 */
[[nodiscard]] std::expected<RuleReport, LoadError> countRules(const RecordIndex& index,
                                                              const std::vector<quint32>* visible,
                                                              const RuleLimits& limits, const std::stop_token& stop);

} // namespace TmgLens
