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
 * Looks at each record once, and sorts only where the order is another: not of logs that follow each other. Any thread.
 */
[[nodiscard]] std::vector<quint32> inTimeOrder(const RecordIndex& index, std::vector<quint32> records);

} // namespace TmgLens
