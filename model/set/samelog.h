// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/set/setfinding.h"

#include <stop_token>

namespace TmgLens {

/**
 * The members of @p members that hold, byte for byte, what an earlier one holds, as SetFinding::Kind::Duplicate. The
 * same log can be there under two names, or packed and unpacked.
 *
 * Reads only those that are of one size and speak of one time. A log that cannot be read is like no other. Blocks the
 * caller; when @p stop is requested the answer is to be thrown away.
 */
[[nodiscard]] std::vector<SetFinding> findDuplicates(const std::vector<SetMember>& members,
                                                     const std::stop_token& stop);

} // namespace TmgLens
