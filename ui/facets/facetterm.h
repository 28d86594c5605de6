// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/filter/filternode.h"

#include <QStringList>

namespace TmgLens {

/// The term of a filter that ticks values of one field, and those values; both are empty if there is none.
struct FacetTerm
{
    FilterExpression term;
    QStringList values;
};

/// The first term side by side in @p expression that is about nothing but values of @p field.
[[nodiscard]] FacetTerm facetTerm(const FilterExpression& expression, const Filter::FieldName& field);

/// @p expression without its term @p term.
[[nodiscard]] FilterExpression withoutTerm(const FilterExpression& expression, const FilterExpression& term);

} // namespace TmgLens
