// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/indexblock.h"

#include <functional>
#include <span>

namespace TmgLens {

/**
 * Chooses records of a block while its bytes (from block.begin to block.end) are at hand, so that they need not be read
 * again: gives their numbers in the block, ascending. May be called from several threads at once, and for blocks that
 * belong to no document yet.
 */
using RecordChooser =
    std::function<std::expected<std::vector<quint32>, LoadError>(const IndexBlock& block, std::string_view bytes)>;

/**
 * Makes text of the records @p chosen of a block while its bytes are at hand: the rows of a file that the log becomes.
 * May be called from several threads at once.
 */
using RowMaker =
    std::function<std::string(const BlockPointer& block, std::string_view bytes, std::span<const quint32> chosen)>;

} // namespace TmgLens
