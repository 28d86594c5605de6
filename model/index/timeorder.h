// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

namespace TmgLens {

/**
 * @p records (numbers, ascending) in the order of their times, which are compared by the clocks of their logs; of
 * several from one second the order stays. A record without a time that exists goes with the one before it in its file,
 * or, before the first that has one, with that.
 *
 * Costs next to nothing where the order is that already, as of one log or of logs in their turn. Any thread.
 */
[[nodiscard]] std::vector<quint32> inTimeOrder(const RecordIndex& index, std::vector<quint32> records);

} // namespace TmgLens
