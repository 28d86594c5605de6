// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/filter/pickedrecords.h"

namespace TmgLens {

/**
 * The terms of a filter side by side, some of them switched off: out of force, but not forgotten. Beside them can stand
 * records that somebody has picked, which no expression has.
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

    /// Picked records; nullptr for none.
    struct Picked
    {
        PickedRecordsPointer records = {};
        bool isOn = true;

        bool operator==(const Picked&) const = default;
    };

    FilterTerms() = default;
    explicit FilterTerms(const QList<Term>& terms) : m_terms(terms) {}

    [[nodiscard]] const QList<Term>& terms() const { return m_terms; }
    /// What is in force: all terms that are on.
    [[nodiscard]] FilterExpression expression() const;
    /// Takes over an expression that was written as text. Terms that are off stay, where they stood among the others.
    void setExpression(const FilterExpression& expression);

    [[nodiscard]] const Picked& picked() const { return m_picked; }
    /// The picked records that are in force; nullptr for none.
    [[nodiscard]] PickedRecordsPointer pickedInForce() const { return m_picked.isOn ? m_picked.records : nullptr; }
    void setPicked(const Picked& picked) { m_picked = picked; }

    void setOn(qsizetype position, bool isOn);
    /// Switches off the picked records, too.
    void switchAllOff();
    /// Switches the terms, and the picked records, on and off as they are in @p other; what that does not have stays as
    /// it is.
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
    Picked m_picked;
};

} // namespace TmgLens
