// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <functional>
#include <optional>

namespace TmgLens {

/// The bytes of record @p i of @p block without line end, at most maximumRecordLength of them. Thread-safe.
[[nodiscard]] std::expected<QByteArray, LoadError> readRecord(const IndexBlock& block, std::size_t i);

/// The same for a record of a document.
[[nodiscard]] inline std::expected<QByteArray, LoadError> readRecord(const RecordIndex::Place& place)
{
    return readRecord(*place.part->block, place.record);
}

/// The same bytes if they can be had without waiting for a disk or the network.
[[nodiscard]] std::optional<QByteArray> readRecordAtOnce(const IndexBlock& block, std::size_t i);

/// Record @p i of @p block, without line end, in the bytes of the whole block.
[[nodiscard]] std::string_view recordIn(std::string_view blockBytes, const IndexBlock& block, std::size_t i);

/// Sees one record: its number within the block, its bytes without line end. Returns false to stop.
using RecordVisitor = std::function<bool(std::size_t record, std::string_view bytes)>;

/**
 * Hands the bytes of all records of a block to @p visit, in order, reading the source in large pieces.
 *
 * For work that looks at every record: text filters, export, sort keys. The view is valid during the call only.
 * Thread-safe.
 */
[[nodiscard]] std::expected<void, LoadError> visitRecords(const IndexBlock& block, const RecordVisitor& visit);

/// The same for @p count records, of which @p first is the first.
[[nodiscard]] std::expected<void, LoadError> visitRecords(const IndexBlock& block, std::size_t first, std::size_t count,
                                                          const RecordVisitor& visit);

} // namespace TmgLens
