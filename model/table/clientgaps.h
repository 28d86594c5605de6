// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <functional>
#include <limits>
#include <memory>
#include <stop_token>

namespace TmgLens {

/**
 * For each record the seconds since the previous record of the same client: in the order of the log, where it can be
 * below 0; of several logs in the order of time.
 */
using ClientGaps = std::vector<qint32>;
using ClientGapsPointer = std::shared_ptr<const ClientGaps>;

/// Of a record that is its client's first, or that has no time or no address of a client.
inline constexpr qint32 noGap = std::numeric_limits<qint32>::min();

/**
 * The gaps of all records of @p index. Reads the log on all processors and blocks the caller; takes 16 bytes a record
 * meanwhile, of several logs 28. When @p stop is requested the answer comes soon and is of no use; @p progress gets 0
 * to 100, from any thread.
 */
[[nodiscard]] std::expected<ClientGaps, LoadError> clientGaps(const RecordIndex& index, const std::stop_token& stop,
                                                              const std::function<void(int)>& progress = {});

} // namespace TmgLens
