// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facet/exactcounter.h"
#include "model/filter/filtermatcher.h"
#include "model/filter/filternode.h"

#include <optional>
#include <span>
#include <stop_token>

namespace TmgLens {

/// A field whose values are to be counted.
struct FacetRequest
{
    Filter::FieldName field;
    /// Its values are counted over the records that this lets through; without it, over the visible ones.
    std::optional<RecordFilter> filter = {};
    QStringList pinned = {}; ///< Values that the answer has in any case, with a count of 0 if no record has them.
};

/// What a field holds.
struct FacetCounts
{
    std::vector<FacetValue> values; ///< The most frequent ones and those pinned, by count, then by their bytes.
    quint64 distinct = 0; ///< Distinct values, of which `values` can be the first.
    quint64 records = 0; ///< That were counted: those whose log has the field.
};

/// Several fields whose values are to be counted at once.
struct FacetQuery
{
    std::vector<FacetRequest> facets;
    QString words; ///< Only values that hold this, in any case, and those that are pinned. All if it is empty.
    std::size_t mostValues = 500; ///< To be kept of each field.
    std::size_t memoryLimit = 64 * 1024 * 1024; ///< For the distinct values of each field, in bytes.
};

/// Of values that are longer, the beginning counts, with `…` behind it: they are alike if it is.
inline constexpr std::size_t longestFacetValue = 4096; // bytes
/// Makes that of @p value, in UTF-8, if it is longer.
void shortenFacetValue(std::string& value);

/// One answer for each request, in their order.
using FacetAnswer = std::expected<std::vector<FacetCounts>, LoadError>;

/**
 * Counts the values of fields exactly, over @p visible (ascending numbers of records; nullptr: all).
 *
 * Reads the log once for all fields; again only where the distinct values of one outgrow its memory, as often as it
 * takes. Runs on all processors and blocks the caller. When @p stop is requested the answer is to be thrown away. The
 * error says that the source could not be read, or that a regular expression of a filter gave up.
 *
 * A record whose log lacks the field does not count, as no comparison with the field lets it through.
 */
[[nodiscard]] FacetAnswer countFacets(const RecordIndex& index, const std::vector<quint32>* visible,
                                      const FacetQuery& query, const std::stop_token& stop);

} // namespace TmgLens
