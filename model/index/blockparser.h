// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/indexblock.h"

#include <string_view>

namespace TmgLens {

/// Bytes of a log that begin at the start of a line.
struct Stretch
{
    std::string_view bytes; ///< Whole lines; only the last one may lack its end.
    quint64 offset = 0; ///< Of the first byte in the source.
    bool isLast = false; ///< Nothing of the log follows.
};

/// What parsing a stretch gives.
struct ParsedStretch
{
    std::vector<std::shared_ptr<IndexBlock>> blocks; ///< One, or more where the layout changes; none is empty.
    LayoutPointer layoutAtStart; ///< Under which the stretch was parsed.
    LayoutPointer layoutAtEnd; ///< In force after it.
};

/**
 * Indexes a stretch under @p layout; a `#Fields` line that says something else begins a new block.
 *
 * Knows no file and keeps no text but one copy of each distinct code. Any bytes are welcome. Thread-safe.
 */
[[nodiscard]] ParsedStretch parseStretch(const Stretch& stretch, const SourcePointer& source,
                                         const LayoutPointer& layout);

} // namespace TmgLens
