// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/story/story.h"
#include "model/story/storysubject.h"

#include <stop_token>

namespace TmgLens {

/**
 * The story of @p subject in the logs of @p index, told in the order of moments, whatever clocks the logs go by.
 *
 * Looks for the records on all processors and reads them then; blocks the caller. Takes 16 bytes for each of them, and
 * the texts of a few thousand at a time. When @p stop is requested the answer is to be thrown away. The error says that
 * a source could not be read.
 */
[[nodiscard]] std::expected<Story, LoadError> tellStory(const RecordIndex& index, const StorySubject& subject,
                                                        const std::stop_token& stop);

} // namespace TmgLens
