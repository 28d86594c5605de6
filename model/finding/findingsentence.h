// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/finding.h"

#include <expected>

namespace TmgLens {

/**
 * The attributes of which @p sentence, a pattern's, says how many there are; the error says what place it has that does
 * not exist.
 *
 * Places are `{client}` for the value that the first record has, `{client|client|clients}` for how many there are and
 * the word for one or for more, `{record|request|requests}` for the records, `{follower|logon|logons}` for those
 * that follow, and `{port}` and the like.
 */
[[nodiscard]] std::expected<std::vector<Attribute>, QString> countedAttributes(const QString& sentence);

/// What happened, for people: the pattern's sentence with the names and figures of @p finding. Values are cut where
/// they are long, and else as the log writes them: not harmless.
[[nodiscard]] QString findingSentence(const Finding& finding);

/// The same for the pattern's advice.
[[nodiscard]] QString findingAdvice(const Finding& finding);

/// Whether @p text can be filled in by foldedCount(): it has one place, `{record|one|more}`.
[[nodiscard]] bool isRecordCount(const QString& text);

/// What is to be said of @p count records of @p pattern, which is folded: `40 belong to logons`.
[[nodiscard]] QString foldedCount(const Pattern& pattern, quint64 count);

} // namespace TmgLens
