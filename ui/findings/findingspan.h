// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/finding/finding.h"
#include "model/table/shownclock.h"

namespace TmgLens {

/// From when to when @p finding goes, for people, by @p clock.
[[nodiscard]] QString spanText(const Finding& finding, const ShownClock& clock);

/// The same as moments, up to the second behind the last; to the end of @p index where nothing has ended it. Nothing if
/// it has no times.
[[nodiscard]] std::optional<Filter::Times> spanOf(const Finding& finding, const RecordIndex& index);

} // namespace TmgLens
