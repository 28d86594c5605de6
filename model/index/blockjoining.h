// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/indexblock.h"

namespace TmgLens {

/// Two blocks as one.
struct JoinedBlocks
{
    std::shared_ptr<IndexBlock> block;
    std::vector<LocalCode> codesOfSecond; ///< What its codes are in the joined block. Those of the first keep theirs.
};

/**
 * Joins @p first and @p second if they are of one log and under one layout, @p second begins where @p first ends, and
 * both are small; else nothing. Any thread.
 *
 * A log that grows comes in very many blocks, and each costs as much as some hundred records.
 */
[[nodiscard]] std::optional<JoinedBlocks> joinBlocks(const IndexBlock& first, const IndexBlock& second);

} // namespace TmgLens
