// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterterms.h"

#include <QWidget>

namespace TmgLens {

/// The terms of a filter, and what is picked, side by side as chips. Hidden while there is none.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget* parent);

    void setTerms(const FilterTerms& terms);

Q_SIGNALS:
    /// The person has switched, inverted or removed a term.
    void termsChanged(const TmgLens::FilterTerms& terms);
    /// The person wants to write the term at @p position anew.
    void editRequested(qsizetype position);

private:
    void addPickedChip();
    void addChip(qsizetype position);
    void change(const std::function<void(FilterTerms&)>& change);

    FilterTerms m_terms;
};

} // namespace TmgLens
