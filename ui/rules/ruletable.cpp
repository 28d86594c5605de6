// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/ruletable.h"

#include "ui/look/countlist.h"
#include "ui/look/listaction.h"
#include "ui/rules/ruledelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMouseEvent>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestName = 32; // average characters
constexpr int roomAround = 12; // times, in pixels

} // namespace

RuleTable::RuleTable(QWidget* parent) : QTreeView(parent), m_sorted(&m_rules)
{
    setObjectName(u"ruleTable"_s);
    setAccessibleName(tr("Rules"));
    setModel(&m_sorted);
    setItemDelegate(new RuleDelegate(&m_rules, this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setTextElideMode(Qt::ElideMiddle);
    setPalette(calmHighlight(palette()));
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setSortingEnabled(true);
    sortByColumn(RuleModel::Records, Qt::DescendingOrder);
    header()->setStretchLastSection(false);
    setupActions();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RuleTable::updateActions);
    connect(&m_sorted, &QAbstractItemModel::modelReset, this, &RuleTable::updateActions);
    updateActions();
}

void RuleTable::setupActions()
{
    const auto add = [this](const char* name, const QString& text, const QList<QKeySequence>& keys, auto&& act) {
        QAction* action = addListAction(this, name, text, keys.value(0));
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_filtering += add("showRuleRecords", tr("&Show the records of this rule"), {Qt::Key_Return, Qt::Key_Enter},
                       [this] { showRecords(); });
    m_filtering += add("onlyRule", tr("&Only this rule"), {}, [this] { Q_EMIT termRequested(selectedTerm()); });
    m_filtering += add("excludeRule", tr("&Exclude this rule"), {Qt::SHIFT | Qt::Key_Return, Qt::SHIFT | Qt::Key_Enter},
                       [this] { Q_EMIT termRequested(selectedTerm().inverted()); });
    m_copy = add("copyRules", tr("&Copy"), {QKeySequence::Copy}, [this] { copy(); });
    add("exportRules", tr("E&xport as CSV…"), {}, [this] { Q_EMIT exportRequested(); });
}

void RuleTable::setRules(std::vector<RuleTotals> rules)
{
    const QString current = currentIndex().siblingAtColumn(RuleModel::Name).data().toString();
    m_rules.setRules(std::move(rules));
    if (!currentIndex().isValid())
        restoreCurrent(current);
    fitColumns();
}

/// Other rules than before are shown: the current one stays so if it is among them.
void RuleTable::restoreCurrent(const QString& name)
{
    const QModelIndex first = m_sorted.index(0, RuleModel::Name);
    const QModelIndexList found = m_sorted.match(first, Qt::DisplayRole, name, 1, Qt::MatchExactly);
    if (first.isValid())
        setCurrentIndex(name.isEmpty() || found.isEmpty() ? first : found.first());
}

/// Makes the columns as wide as what is in them, once: after that they are as the person wants them.
void RuleTable::fitColumns()
{
    if (m_isFitted || m_rules.rowCount() == 0)
        return;
    m_isFitted = true;
    for (int column = 0; column < RuleModel::ColumnCount; ++column)
        resizeColumnToContents(column);
    const int widest = widestName * fontMetrics().averageCharWidth();
    setColumnWidth(RuleModel::Name, std::min(columnWidth(RuleModel::Name), widest));
    for (const int column : {RuleModel::FirstUse, RuleModel::LastUse})
        setColumnWidth(column, columnWidth(column) + roomAround);
}

std::vector<RuleTotals> RuleTable::shownRules() const
{
    std::vector<RuleTotals> rules;
    for (int row = 0; row < m_sorted.rowCount(); ++row)
        rules.push_back(m_rules.rule(m_sorted.mapToSource(m_sorted.index(row, 0)).row()));
    return rules;
}

QModelIndexList RuleTable::selectedRules() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    return rows;
}

FilterExpression RuleTable::selectedTerm() const
{
    QList<int> rows;
    const QModelIndexList selected = selectedRules();
    for (const QModelIndex& index : selected)
        rows += m_sorted.mapToSource(index).row();
    return m_rules.term(rows);
}

void RuleTable::showRecords()
{
    if (const FilterExpression term = selectedTerm(); !term.isEmpty())
        Q_EMIT recordsRequested(term);
}

void RuleTable::copy() const
{
    QStringList lines;
    const QModelIndexList selected = selectedRules();
    for (const QModelIndex& row : selected) {
        QStringList cells;
        for (int column = 0; column < m_sorted.columnCount(); ++column)
            cells += row.siblingAtColumn(column).data().toString();
        lines += cells.join(u'\t') + u'\n';
    }
    QGuiApplication::clipboard()->setText(lines.join(QString()));
}

void RuleTable::updateActions()
{
    const bool isSelected = selectionModel()->hasSelection();
    const bool hasTerm = isSelected && !selectedTerm().isEmpty();
    for (QAction* action : std::as_const(m_filtering))
        action->setEnabled(hasTerm);
    m_copy->setEnabled(isSelected);
}

void RuleTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && indexAt(event->position().toPoint()).isValid())
        showRecords();
    else
        QTreeView::mouseDoubleClickEvent(event);
}

void RuleTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        setPalette(calmHighlight(parentWidget()->palette()));
    QTreeView::changeEvent(event);
}

} // namespace TmgLens
