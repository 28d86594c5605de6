// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/finding.h"
#include "model/index/recordindex.h"

#include <functional>
#include <span>

namespace TmgLens {

/// How many records are folded into what one pattern says.
struct FoldedCount
{
    const Pattern* pattern = nullptr; ///< With Pattern::folded; never nullptr.
    std::vector<quint64> ofCode; ///< By CodeIndex; codes that came later are not there.
};

/// How many of some records are folded into what one pattern says.
struct FoldedPart
{
    const Pattern* pattern = nullptr; ///< With Pattern::folded; never nullptr.
    quint64 count = 0; ///< Never 0.

    bool operator==(const FoldedPart&) const = default;
};

/// The parts of @p counts that have a code which @p isMeant says yes to.
[[nodiscard]] std::vector<FoldedPart> foldedParts(const std::vector<FoldedCount>& counts,
                                                  const std::function<bool(CodeIndex)>& isMeant);
/// Those that have @p code.
[[nodiscard]] std::vector<FoldedPart> foldedParts(const std::vector<FoldedCount>& counts, CodeIndex code);

/// What is to be said of @p parts: `40 belong to logons`; empty if there are none.
[[nodiscard]] QString foldedWords(const std::vector<FoldedPart>& parts);

/**
 * The records of a document that are shown as what they meant: parts of logons, remnants of closed connections.
 *
 * Immutable once it is shared.
 */
struct FoldedRecords
{
    /// The pattern that says what @p record meant; nullptr if it is not folded. Costs a binary search.
    [[nodiscard]] const Pattern* patternOf(RecordNumber record) const;

    PatternsPointer patterns; ///< Which all others point into.
    std::vector<quint32> records; ///< Ascending.
    std::vector<quint8> places; ///< Of each of these its pattern, as a place in `counts`.
    std::vector<FoldedCount> counts; ///< In the order of the patterns; those without findings are not there.
};

/// Shared between threads, never changed; nullptr where nobody has looked yet, or nobody wants it.
using FoldedRecordsPointer = std::shared_ptr<const FoldedRecords>;

/// The records of @p index, in which @p found was found, that are folded. The first pattern that folds a record
/// decides.
[[nodiscard]] FoldedRecordsPointer foldedRecords(const Findings& found, const RecordIndex& index);

/// FoldedRecords::counts of those of @p folded alone that are among @p records of @p index, which ascend.
[[nodiscard]] std::vector<FoldedCount> countFolded(const FoldedRecords& folded, const RecordIndex& index,
                                                   std::span<const quint32> records);

} // namespace TmgLens
