// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/story/storysubject.h"

namespace TmgLens {

/// What @p subject is called in lists and menus: `Client 10.20.31.54`. Plain text.
[[nodiscard]] QString subjectTitle(const StorySubject& subject);

} // namespace TmgLens
