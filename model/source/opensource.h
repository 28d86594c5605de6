// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/bytesource.h"

#include <stop_token>

namespace TmgLens {

/**
 * Opens a log file, or standard input if @p path is `-`.
 *
 * Standard input, pipes and UTF-16 files are copied to an unnamed temporary file first, as UTF-8, so that they can be
 * read by position; that takes time, so call it off the GUI thread. Stopping gives LoadError::Kind::Stopped.
 */
[[nodiscard]] std::expected<SourcePointer, LoadError> openSource(const QString& path, const std::stop_token& stop);

} // namespace TmgLens
