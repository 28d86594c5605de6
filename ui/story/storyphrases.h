// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/story/story.h"
#include "model/story/storysubject.h"

/// The sentences of a story; plain text, whatever the log holds.
namespace TmgLens {

/// What happened in @p step of a story about somebody of kind @p subject; @p codes are those of its index.
[[nodiscard]] QString stepText(const StoryStep& step, StorySubject::Kind subject, const CodeTable& codes);

/// How long @p step lasted; empty for a moment.
[[nodiscard]] QString lastedText(const StoryStep& step);

/// That nothing happened for @p silence.
[[nodiscard]] QString silenceText(std::chrono::seconds silence);

/// That there is more than what is told; empty if there is not.
[[nodiscard]] QString furtherText(const Story& story);

} // namespace TmgLens
