// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/set/setmember.h"

#include <stop_token>

namespace TmgLens {

/**
 * The members of @p members that hold, byte for byte, what an earlier one holds: numbers of pairs, the copy first. The
 * same log can be there under two names, or packed and unpacked.
 *
 * Reads only those that are of one size and speak of one time. A log that cannot be read is like no other. Blocks the
 * caller; when @p stop is requested the answer is to be thrown away.
 */
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> sameLogs(const std::vector<SetMember>& members,
                                                                        const std::stop_token& stop);

} // namespace TmgLens
