// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filterchips.h"

#include "ui/filter/filterchip.h"
#include "ui/look/flowlayout.h"

#include <QApplication>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostChips = 50; // more were pasted as text, and are read there

} // namespace

FilterChips::FilterChips(QWidget* parent) : QWidget(parent)
{
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(0, 2, 0, 0);
    flow->setSpacing(4);
    setAccessibleName(tr("Filter terms"));
    hide();
}

void FilterChips::setTerms(const FilterTerms& terms)
{
    if (terms == m_terms)
        return;
    m_terms = terms;
    const int focused = layout()->indexOf(QApplication::focusWidget());
    while (QLayoutItem* item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one whose click this is
        delete item;
    }
    if (terms.picked().records)
        addPickedChip();
    for (qsizetype i = 0; i < std::min(terms.terms().size(), mostChips); ++i)
        addChip(i);
    setVisible(layout()->count() > 0);
    updateGeometry();
    if (focused >= 0 && layout()->count() > 0)
        layout()->itemAt(std::min(focused, layout()->count() - 1))->widget()->setFocus();
}

void FilterChips::addPickedChip()
{
    const FilterTerms::Picked& picked = m_terms.picked();
    auto* chip = new FilterChip(picked.records->title, picked.isOn, this);
    layout()->addWidget(chip);
    chip->show();
    connect(chip, &FilterChip::toggled, this, [this](bool isOn) {
        change([=](FilterTerms& terms) { terms.setPicked({.records = terms.picked().records, .isOn = isOn}); });
    });
    connect(chip, &FilterChip::removalRequested, this,
            [this] { change([](FilterTerms& terms) { terms.setPicked({}); }); });
    connect(chip, &FilterChip::onlyThisRequested, this, [this] {
        change([picked = m_terms.picked().records](FilterTerms& terms) {
            terms = {};
            terms.setPicked({.records = picked});
        });
    });
}

void FilterChips::addChip(qsizetype position)
{
    const FilterTerms::Term& term = m_terms.terms()[position];
    auto* chip = new FilterChip(term.expression.toString(), term.isOn, this);
    chip->setWritten(true);
    layout()->addWidget(chip);
    chip->show();
    connect(chip, &FilterChip::toggled, this,
            [this, position](bool isOn) { change([=](FilterTerms& terms) { terms.setOn(position, isOn); }); });
    connect(chip, &FilterChip::inversionRequested, this,
            [this, position] { change([=](FilterTerms& terms) { terms.invert(position); }); });
    connect(chip, &FilterChip::removalRequested, this,
            [this, position] { change([=](FilterTerms& terms) { terms.remove(position); }); });
    connect(chip, &FilterChip::onlyThisRequested, this, [this, position] {
        change([term = m_terms.terms()[position].expression](FilterTerms& terms) {
            terms = {};
            terms.add(term);
        });
    });
    connect(chip, &FilterChip::editRequested, this, [this, position] { Q_EMIT editRequested(position); });
}

void FilterChips::change(const std::function<void(FilterTerms&)>& change)
{
    FilterTerms terms = m_terms;
    change(terms);
    Q_EMIT termsChanged(terms);
}

} // namespace TmgLens
