// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <span>
#include <system_error>

namespace TmgLens {

/**
 * Reads bytes at @p offset of the open file @p descriptor into @p buffer, without moving a cursor, so that many
 * threads can read at once.
 *
 * @return how many bytes were read; fewer than asked for only at the end of the file. @p error is set on failure.
 */
[[nodiscard]] std::size_t positionalRead(int descriptor, quint64 offset, std::span<char> buffer,
                                         std::error_code& error);

/**
 * Fills @p buffer in the same way if the system has all these bytes in memory, and returns whether it did. Never waits
 * for a disk or the network; where the system cannot be asked that way, false is the answer to everything.
 */
[[nodiscard]] bool positionalReadAtOnce(int descriptor, quint64 offset, std::span<char> buffer);

} // namespace TmgLens
