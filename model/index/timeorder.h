// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <stop_token>

namespace TmgLens {

/// All records of a document, in the order of their times.
struct TimeOrder
{
    std::vector<quint32> records; ///< Empty if they stand in this order already.
    quint32 end = 0; ///< How many records the document had.

    [[nodiscard]] bool isOrderOfFiles() const { return records.empty(); }
};

using TimeOrderPointer = std::shared_ptr<const TimeOrder>;

/**
 * The order of the records of @p index by their moments. Of several from one second the order stays. A record without a
 * time goes with the one before it in its log, or, before the first that has one, with that.
 *
 * Logs are sorted in themselves and merged then, in a time that grows with the records and with the logarithm of the
 * number of logs that overlap. Takes 4 bytes a record meanwhile. Any thread. When @p stop is requested the result is to
 * be thrown away.
 */
[[nodiscard]] TimeOrder timeOrder(const RecordIndex& index, const std::stop_token& stop = {});

/// @p records (numbers below order.end, ascending) in @p order.
[[nodiscard]] std::vector<quint32> inOrder(const TimeOrder& order, std::vector<quint32> records);

} // namespace TmgLens
