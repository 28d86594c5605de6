// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <stop_token>

namespace TmgLens {

/// A record that belongs to the same exchange as another one.
struct Neighbour
{
    RecordNumber record = {};
    std::chrono::seconds distance{}; ///< Negative if it came before.
    QString result = {}; ///< Code and title.
    QString what = {}; ///< What was asked for in a web log, what was done in a firewall log; the log's text, cut.
};

/// What happened around a record between the same parties.
struct Neighbours
{
    /// What neighbours have in common with the record.
    enum class Likeness : std::uint8_t {
        ClientAndDestination, ///< In a web log.
        Pair, ///< Both addresses with both ports, in other logs.
    };
    /// Why none can be told.
    enum class Lack : std::uint8_t { Nothing, Time, Client, Destination };

    Likeness likeness = Likeness::ClientAndDestination;
    Lack lack = Lack::Nothing;
    std::chrono::seconds reach{}; ///< How far they are away at most, before and after.
    std::vector<Neighbour> nearest = {}; ///< In the order of time, of one second in that of the document.
    quint64 total = 0; ///< Of which `nearest` can be a part.
};

/// So many neighbours are told.
inline constexpr std::size_t mostNeighbours = 50;

/**
 * The neighbours of @p record: of the same client and host within 30 seconds in a web log, of the same pair of
 * addresses and ports within 2 minutes in others. Moments count, whatever clock a log goes by.
 *
 * Reads the records of that stretch of time only. From any thread. When @p stop is requested the answer is incomplete
 * and to be thrown away. The error says that the source could not be read.
 */
[[nodiscard]] std::expected<Neighbours, LoadError> findNeighbours(const RecordIndex& index, RecordNumber record,
                                                                  const std::stop_token& stop);

} // namespace TmgLens
