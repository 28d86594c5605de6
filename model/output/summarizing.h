// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filtermatcher.h"
#include "model/finding/foldedrecords.h"
#include "model/output/logsummary.h"

namespace TmgLens {

/// The sentences that tell which records @p filter lets through; none if all. @p codes are those of the logs.
[[nodiscard]] QStringList describeFilter(const RecordFilter& filter, const CodeTable& codes);

/**
 * The most frequent clients, hosts (or, where no record has one, destinations), rules and users of @p records
 * (ascending numbers; nullptr: all) of @p index, as far as they have any.
 *
 * Runs as countFacets() does, with its errors.
 */
[[nodiscard]] std::expected<std::vector<TopValues>, LoadError>
countTopValues(const RecordIndex& index, const std::vector<quint32>* records, const std::stop_token& stop);

/// The whole summary of @p records, in the same way, of one log that has been read.
[[nodiscard]] std::expected<LogSummary, LoadError>
summarizeRecords(const RecordIndex& index, const std::vector<quint32>* records, const std::stop_token& stop);

/// What a summary tells of records that are folded, which @p counts counts; @p codes are those of the logs.
[[nodiscard]] FoldedNotes foldedNotes(const std::vector<FoldedCount>& counts, const CodeTable& codes);

} // namespace TmgLens
