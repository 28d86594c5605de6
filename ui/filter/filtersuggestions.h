// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facet/exactcounter.h"
#include "model/filter/completionplace.h"
#include "model/index/recordindex.h"

#include <span>

namespace TmgLens {

/// Something that could be written in a filter.
struct FilterSuggestion
{
    QString text; ///< As it is written in the filter.
    QString note; ///< What it is, for the eye; may be empty. Plain text.
};

/**
 * What could stand at @p place in a filter on the records of @p index, the likeliest first: the names of fields that
 * the log has, the words of result categories, the codes that occur, and of a field that only the records themselves
 * can tell about, those of @p values.
 */
[[nodiscard]] std::vector<FilterSuggestion> filterSuggestions(const CompletionPlace& place, const RecordIndex& index,
                                                              std::span<const FacetValue> values);

/// True if a look at all records is needed for what could stand at @p place.
[[nodiscard]] bool needsValues(const CompletionPlace& place);

} // namespace TmgLens
