// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/finding/finding.h"
#include "model/index/recordindex.h"
#include "model/table/timedisplay.h"

namespace TmgLens {

/// From when to when @p finding of @p index goes, for people, in the zone that @p display asks for.
[[nodiscard]] QString spanText(const Finding& finding, const RecordIndex& index, TimeDisplay display);

/// The same by the clock of the first log of @p index, up to the second behind the last; nothing if it has no times.
[[nodiscard]] std::optional<Filter::Times> spanByLog(const Finding& finding, const RecordIndex& index);

} // namespace TmgLens
