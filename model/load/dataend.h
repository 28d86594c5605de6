// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/bytesource.h"

#include <stop_token>

namespace TmgLens {

/// Where the NUL bytes at the end of @p source begin, but not before @p begin; its size if there are none. Ends early,
/// too late in the source, when stopped. Reads as much as there are of them; any thread.
[[nodiscard]] std::expected<quint64, LoadError> findDataEnd(const ByteSource& source, quint64 begin,
                                                            const std::stop_token& stop);

} // namespace TmgLens
