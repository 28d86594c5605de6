// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/story/story.h"
#include "model/story/storysubject.h"

namespace TmgLens {

/**
 * A filter for the records of @p step, which is of the story of @p subject: the subject, the other party, and the time.
 * Others of the same parties and that time can be among them. Times are by index.clock().
 */
[[nodiscard]] FilterExpression stepTerm(const RecordIndex& index, const StorySubject& subject, const StoryStep& step);

} // namespace TmgLens
