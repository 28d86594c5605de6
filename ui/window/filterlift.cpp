// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/filterlift.h"

#include "model/table/resultfiltermodel.h"
#include "ui/categories/categorypanel.h"
#include "ui/filter/filterbar.h"
#include "ui/table/logtableview.h"
#include "ui/window/liftbar.h"

#include <QAction>
#include <QLayout>
#include <QScopedValueRollback>
#include <QShortcut>

namespace TmgLens {

FilterLift::FilterLift(const Parts& parts)
    : m_parts(parts)
    , m_escape(new QShortcut(Qt::Key_Escape, parts.table, nullptr, nullptr, Qt::WidgetShortcut))
    , m_matches(new ResultFilterModel(parts.log, this))
{
    m_escape->setEnabled(false);
    connect(m_escape, &QShortcut::activated, this, &FilterLift::goBack);
    connect(parts.bar, &LiftBar::returnRequested, this, &FilterLift::goBack);
    connect(parts.filterBar, &FilterBar::expressionChanged, this, &FilterLift::followFilter);
    connect(parts.categories, &CategoryPanel::selectionChanged, this, &FilterLift::followFilter);
    connect(parts.onlyMalformed, &QAction::toggled, this, &FilterLift::followFilter);
    connect(parts.log, &QAbstractItemModel::rowsInserted, this, &FilterLift::followLog);
    connect(parts.log, &QAbstractItemModel::modelReset, this, &FilterLift::putBack);
    const auto showFound = [this] {
        if (m_lifted && !m_matches->filter().isEmpty())
            showMatches(m_matches->rows());
    };
    connect(m_matches, &QAbstractItemModel::modelReset, this, showFound);
    connect(m_matches, &QAbstractItemModel::rowsInserted, this, showFound);
}

void FilterLift::toggle()
{
    if (m_lifted)
        goBack();
    else if (m_parts.records->isBusy())
        Q_EMIT remarked(tr("The filter is still at work."));
    else if (m_parts.records->filter().isEmpty())
        Q_EMIT remarked(tr("No filter is in force: all records are shown."));
    else if (!m_parts.table->currentRecord())
        Q_EMIT remarked(tr("Select the record first that you want to see the surroundings of."));
    else
        lift();
    Q_EMIT changed(m_lifted.has_value());
}

void FilterLift::goTo(RecordNumber record)
{
    const bool isOfThisLog = qToUnderlying(record) < m_parts.log->records().recordCount();
    if (!isOfThisLog || m_parts.table->showRecord(record))
        return;
    if (!m_lifted)
        toggle();
    if (!m_lifted) // it has been said why
        return;
    if (m_parts.records->isBusy())
        connect(
            m_parts.records, &ResultFilterModel::updated, this, [this, record] { showLifted(record); },
            Qt::SingleShotConnection);
    else
        showLifted(record);
}

void FilterLift::showLifted(RecordNumber record)
{
    if (m_lifted && !m_parts.table->showRecord(record))
        Q_EMIT remarked(tr("This record is in a log that is hidden."));
}

FilterLift::Filtering FilterLift::current() const
{
    return {.terms = m_parts.filterBar->terms(),
            .selection = m_parts.categories->selection(),
            .onlyMalformed = m_parts.onlyMalformed->isChecked()};
}

void FilterLift::lift()
{
    m_parts.table->goTo(m_parts.table->place()); // who looks around a record that stands in for another, means it
    const RowsPointer matches = m_parts.records->rows();
    m_liftedFilter = m_parts.records->filter();
    m_line = m_parts.log->records().lineNumber(*m_parts.table->currentRecord());
    m_lifted = current();
    Filtering nothing{.terms = m_lifted->terms, .selection = {}};
    nothing.terms.switchAllOff();
    apply(nothing);
    showMatches(matches);
    m_parts.bar->parentWidget()->layout()->activate();
    m_parts.table->scrollTo(m_parts.table->currentIndex()); // the bar took the place of the last rows
    m_escape->setEnabled(true);
    m_parts.table->setFocus();
}

void FilterLift::goBack()
{
    putBack();
    m_parts.table->setFocus();
}

void FilterLift::putBack()
{
    if (!m_lifted)
        return;
    Filtering filtering = *m_lifted;
    filtering.terms = m_parts.filterBar->terms(); // a chip can have been taken away
    filtering.terms.switchLike(m_lifted->terms);
    end();
    apply(filtering);
}

void FilterLift::drop()
{
    if (m_lifted)
        end();
}

void FilterLift::followFilter()
{
    if (!m_lifted || m_isApplying)
        return;
    const Filtering now = current();
    const Filtering lifted = *m_lifted;
    if (now == lifted) {
        end();
        return;
    }
    FilterTerms terms = now.terms;
    terms.switchLike(lifted.terms);
    if (terms == lifted.terms)
        return;
    end();
    if (now.selection.showsAll())
        m_parts.categories->setSelection(lifted.selection);
    if (lifted.onlyMalformed)
        m_parts.onlyMalformed->setChecked(true);
}

void FilterLift::followLog()
{
    if (m_lifted && m_matches->filter().isEmpty())
        m_matches->setFilter(m_liftedFilter);
}

void FilterLift::showMatches(const RowsPointer& matches)
{
    m_parts.table->markRecords(matches);
    m_parts.bar->showLift(m_line, matches->size());
}

void FilterLift::end()
{
    m_lifted.reset();
    m_matches->setFilter({});
    m_parts.table->markRecords({});
    m_parts.bar->hide();
    m_escape->setEnabled(false);
    Q_EMIT changed(false);
}

void FilterLift::apply(const Filtering& filtering)
{
    const QScopedValueRollback guard(m_isApplying, true);
    m_parts.filterBar->setTerms(filtering.terms);
    m_parts.categories->setSelection(filtering.selection);
    m_parts.onlyMalformed->setChecked(filtering.onlyMalformed);
}

} // namespace TmgLens
