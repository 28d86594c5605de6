// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"

namespace TmgLens {

/**
 * The terms of a filter side by side, some of them switched off: out of force, but not forgotten.
 *
 * A value type. Positions are numbers from 0 to terms().size() - 1.
 */
class FilterTerms
{
public:
    struct Term
    {
        FilterExpression expression; ///< Never empty.
        bool isOn = true;

        bool operator==(const Term&) const = default;
    };

    FilterTerms() = default;
    explicit FilterTerms(const QList<Term>& terms) : m_terms(terms) {}

    [[nodiscard]] const QList<Term>& terms() const { return m_terms; }
    /// What is in force: all terms that are on.
    [[nodiscard]] FilterExpression expression() const;
    /// Takes over an expression that was written as text. Terms that are off stay, where they stood among the others.
    void setExpression(const FilterExpression& expression);

    void setOn(qsizetype position, bool isOn);
    void switchAllOff();
    /// Switches the terms on and off as they are in @p other; what that does not have stays as it is.
    void switchLike(const FilterTerms& other);
    /// Puts the opposite in its place.
    void invert(qsizetype position);
    void remove(qsizetype position);
    /// Adds the terms of @p expression, but for those that are there, which are switched on. Their opposites go.
    void add(const FilterExpression& expression);
    /// Puts the terms of @p now in the place of those of @p old, at the end if @p old is empty or not there.
    void replace(const FilterExpression& old, const FilterExpression& now);

    bool operator==(const FilterTerms&) const = default;

private:
    [[nodiscard]] qsizetype find(const FilterExpression& term) const;

    QList<Term> m_terms;
};

} // namespace TmgLens
