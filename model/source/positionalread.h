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

} // namespace TmgLens
