// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <span>
#include <stop_token>
#include <system_error>

namespace TmgLens {

/// Opens what can only be read from start to end, such as a named pipe, without waiting for somebody to write to it.
/// The descriptor is the caller's to close; negative if @p error is set.
[[nodiscard]] int openStream(const QString& path, std::error_code& error);

/**
 * Reads from the open file @p descriptor, from where it stands, until @p buffer is full. Waits for what has not been
 * written yet, but looks some times a second whether @p stop was requested, and returns then.
 *
 * @return how many bytes were read; fewer than asked for only at the end, on a stop, or on failure, which sets
 * @p error.
 */
[[nodiscard]] std::size_t streamRead(int descriptor, std::span<char> buffer, const std::stop_token& stop,
                                     std::error_code& error);

} // namespace TmgLens
