// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/pattern.h"

#include <expected>

namespace TmgLens {

/**
 * Reads descriptions of patterns, as resources/findings/README.md explains them.
 *
 * @p adjustments is another document, or empty: under the id of a pattern it may set its window, severity, count and
 * limits anew. The error is a sentence that says where what is wrong.
 */
[[nodiscard]] std::expected<std::vector<Pattern>, QString> readPatterns(const QByteArray& json,
                                                                        const QByteArray& adjustments = {});

/// The patterns that the program ships, with @p adjustments to them; without any always the same ones, from any thread.
[[nodiscard]] std::expected<PatternsPointer, QString> builtInPatterns(const QByteArray& adjustments = {});

} // namespace TmgLens
