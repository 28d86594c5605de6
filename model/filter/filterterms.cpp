// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filterterms.h"

#include <algorithm>

namespace TmgLens {

FilterExpression FilterTerms::expression() const
{
    QList<FilterExpression> inForce;
    for (const Term& term : m_terms) {
        if (term.isOn)
            inForce += term.expression;
    }
    return FilterExpression::allOf(inForce);
}

void FilterTerms::setExpression(const FilterExpression& expression)
{
    const QList<FilterExpression> written = expression.terms();
    QList<Term> terms;
    for (const FilterExpression& term : written)
        terms.append({.expression = term});
    // A term that is off keeps its distance from the start.
    for (qsizetype i = 0; i < m_terms.size(); ++i) {
        const bool isWrittenAgain = written.contains(m_terms[i].expression);
        if (!m_terms[i].isOn && !isWrittenAgain)
            terms.insert(std::min(i, terms.size()), m_terms[i]);
    }
    m_terms = terms;
}

void FilterTerms::setOn(qsizetype position, bool isOn)
{
    m_terms[position].isOn = isOn;
}

void FilterTerms::switchAllOff()
{
    for (Term& term : m_terms)
        term.isOn = false;
    m_picked.isOn = !m_picked.records;
}

void FilterTerms::switchLike(const FilterTerms& other)
{
    for (Term& term : m_terms) {
        if (const qsizetype position = other.find(term.expression); position >= 0)
            term.isOn = other.m_terms[position].isOn;
    }
    if (m_picked.records == other.m_picked.records)
        m_picked.isOn = other.m_picked.isOn;
}

void FilterTerms::invert(qsizetype position)
{
    m_terms[position].expression = m_terms[position].expression.inverted();
}

void FilterTerms::remove(qsizetype position)
{
    m_terms.removeAt(position);
}

void FilterTerms::add(const FilterExpression& expression)
{
    const QList<FilterExpression> added = expression.terms();
    for (const FilterExpression& term : added) {
        m_terms.removeIf([opposite = term.inverted()](const Term& one) { return one.expression == opposite; });
        if (const qsizetype position = find(term); position >= 0)
            m_terms[position].isOn = true;
        else
            m_terms.append({.expression = term});
    }
}

void FilterTerms::replace(const FilterExpression& old, const FilterExpression& now)
{
    const QList<FilterExpression> gone = old.terms();
    const QList<FilterExpression> added = now.terms();
    qsizetype place = m_terms.size();
    for (const FilterExpression& term : gone) {
        const qsizetype position = find(term);
        if (position < 0)
            continue;
        m_terms.removeAt(position);
        place = std::min(place, position);
    }
    place = std::min(place, m_terms.size());
    for (const FilterExpression& term : added)
        m_terms.insert(place++, {.expression = term});
}

qsizetype FilterTerms::find(const FilterExpression& term) const
{
    const auto found = std::ranges::find(m_terms, term, &Term::expression);
    return found == m_terms.end() ? -1 : found - m_terms.begin();
}

} // namespace TmgLens
