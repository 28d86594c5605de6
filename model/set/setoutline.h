// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

namespace TmgLens {

/**
 * What remains of a set of logs when its records are let go: which logs there are, with which fields, by which clock,
 * and of which time each of them tells.
 *
 * Takes a few hundred bytes a block. A value type that belongs to one thread.
 */
class SetOutline
{
public:
    /// Takes in @p block, which follows on those of its log that have been taken in.
    void add(const IndexBlock& block);
    /// The zone of the servers, as RecordIndex::chooseServerZone() has it.
    void chooseServerZone(const std::optional<QTimeZone>& zone) { m_index.chooseServerZone(zone); }

    /// Logs, columns, zone and spans are those of the set; of the records there are the first and the last of a block.
    [[nodiscard]] const RecordIndex& index() const { return m_index; }

    /**
     * Logs by their places in index().files(), those together whose times overlap or meet, the earliest ones first. All
     * records of a group are earlier than those of the next one. In a group, logs stand in the order of the set.
     */
    [[nodiscard]] std::vector<std::vector<std::size_t>> groups() const;

    /// An index with all logs, columns and the zone of the set that has no record yet: blocks of any of the logs can be
    /// appended to it, and their files, columns and moments are those that they have in an index of the whole set.
    [[nodiscard]] RecordIndex emptyIndex() const;

private:
    RecordIndex m_index;
};

} // namespace TmgLens
