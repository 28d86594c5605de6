// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <span>
#include <stop_token>

namespace TmgLens {

/// What to look for in records.
struct TextQuery
{
    QString text;
    bool isRegularExpression = false; ///< Then text must be a valid pattern: see QRegularExpression::isValid().
    bool isCaseSensitive = false;
};

/**
 * Position in @p records of the next record that holds the text, or nothing.
 *
 * A record holds the text if its bytes do, or its code as tables show it, withTitle().
 *
 * Looks at the positions after @p from (before it if @p backwards), then goes on at the other end, @p from itself last;
 * -1 for @p from starts at the first. Blocks the caller; ends early with nothing when @p stop is requested.
 * The error says that the source could not be read, or that a regular expression gave up on a record.
 */
[[nodiscard]] std::expected<std::optional<quint32>, LoadError> findText(const RecordIndex& index,
                                                                        std::span<const quint32> records,
                                                                        const TextQuery& query, qint64 from,
                                                                        bool backwards, const std::stop_token& stop);

} // namespace TmgLens
