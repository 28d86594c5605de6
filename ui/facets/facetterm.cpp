// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/facets/facetterm.h"

#include "model/filter/exactvalue.h"

namespace TmgLens {

FacetTerm facetTerm(const FilterExpression& expression, const Filter::FieldName& field)
{
    const QList<FilterExpression> terms = expression.terms();
    for (const FilterExpression& term : terms)
        if (const QStringList values = Filter::valuesOfTerm(term, field); !values.isEmpty())
            return {.term = term, .values = values};
    return {};
}

FilterExpression withoutTerm(const FilterExpression& expression, const FilterExpression& term)
{
    QList<FilterExpression> terms = expression.terms();
    terms.removeOne(term);
    return FilterExpression::allOf(terms);
}

} // namespace TmgLens
