// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/query/timehistogram.h"
#include "model/table/shownclock.h"
#include "ui/timestrip/timeaxis.h"

namespace TmgLens {

/// From when to when @p range goes, for people: `2010-05-12 10:05 to 10:10 (UTC)`.
[[nodiscard]] QString rangePhrase(const TimeRange& range, const ShownClock& clock);

/// What bin @p bin holds, a line for each fact; plain text.
[[nodiscard]] QString binPhrase(const TimeHistogram& all, const TimeHistogram& shown, int bin, const ShownClock& clock);

} // namespace TmgLens
