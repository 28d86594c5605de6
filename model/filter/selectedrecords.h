// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordreader.h"

#include <span>

namespace TmgLens::Filter {

/// True if so few of the records of a block are wanted that a read for each costs less than one of the whole block.
[[nodiscard]] bool isSparse(const IndexBlock& block, std::span<const quint32> records);

/**
 * Hands the bytes of some records of a block to @p visit: @p records are their numbers within the block, ascending.
 *
 * Reads the block as a whole, or one record after the other where only a few are wanted. Thread-safe.
 */
[[nodiscard]] std::expected<void, LoadError> visitSelected(const IndexBlock& block, std::span<const quint32> records,
                                                           const RecordVisitor& visit);

} // namespace TmgLens::Filter
