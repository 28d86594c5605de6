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

#include <utility>

namespace TmgLens {

FilterLift::FilterLift(const Parts& parts)
    : m_parts(parts)
    , m_escape(new QShortcut(Qt::Key_Escape, parts.table, nullptr, nullptr, Qt::WidgetShortcut))
{
    m_escape->setEnabled(false);
    connect(m_escape, &QShortcut::activated, this, &FilterLift::putBack);
    connect(parts.bar, &LiftBar::returnRequested, this, &FilterLift::putBack);
    connect(parts.filterBar, &FilterBar::expressionChanged, this, &FilterLift::drop);
    connect(parts.categories, &CategoryPanel::selectionChanged, this, &FilterLift::drop);
    connect(parts.onlyMalformed, &QAction::toggled, this, &FilterLift::drop);
    connect(parts.log, &QAbstractItemModel::modelReset, this, &FilterLift::drop);
}

void FilterLift::toggle()
{
    if (m_lifted)
        putBack();
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

void FilterLift::lift()
{
    const RowsPointer matches = m_parts.records->rows();
    const quint64 line = m_parts.log->records().lineNumber(*m_parts.table->currentRecord());
    m_lifted = Filtering{.terms = m_parts.filterBar->terms(),
                         .selection = m_parts.categories->selection(),
                         .onlyMalformed = m_parts.onlyMalformed->isChecked()};
    Filtering nothing{.terms = m_lifted->terms, .selection = {}};
    nothing.terms.switchAllOff();
    apply(nothing);
    m_parts.table->markRecords(matches);
    m_parts.bar->showLift(line, matches->size());
    m_parts.bar->parentWidget()->layout()->activate();
    m_parts.table->scrollTo(m_parts.table->currentIndex()); // the bar took the place of the last rows
    m_escape->setEnabled(true);
    m_parts.table->setFocus();
}

void FilterLift::putBack()
{
    const Filtering filtering = *std::exchange(m_lifted, {});
    apply(filtering);
    end();
    m_parts.table->setFocus();
}

void FilterLift::drop()
{
    if (m_lifted && !m_isApplying)
        end();
}

void FilterLift::end()
{
    m_lifted.reset();
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
