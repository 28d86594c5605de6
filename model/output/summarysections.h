// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/output/logsummary.h"

/// The parts of a summary that other pages have, too, as HTML.
namespace TmgLens::Html {

/// @p title, how many records there are, of which time, and how they were chosen.
[[nodiscard]] QString summaryHeader(const QString& title, const LogSummary& summary);
/// What is said quietly behind a count of which some are folded, for which @p words are (see FoldedWords).
[[nodiscard]] QString foldedNote(const QString& words);
/// How many records there are of each class.
[[nodiscard]] QString classSection(const LogSummary& summary);
/// The logs.
[[nodiscard]] QString fileSection(const LogSummary& summary);

} // namespace TmgLens::Html
