// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/rules/rulesortmodel.h"

#include "model/rules/rulemodel.h"

namespace TmgLens {

RuleSortModel::RuleSortModel(RuleModel* rules, QObject* parent) : QSortFilterProxyModel(parent), m_rules(rules)
{
    setSortRole(RuleModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(rules);
}

void RuleSortModel::setChoice(Choice choice)
{
    m_choice = choice;
    invalidateRowsFilter();
}

bool RuleSortModel::filterAcceptsRow(int row, const QModelIndex&) const
{
    if (m_choice == Choice::All)
        return true;
    const RuleTotals& rule = m_rules->rule(row);
    const auto sought = m_choice == Choice::NeverAllowed ? RuleOutcome::Allowed : RuleOutcome::Denied;
    return rule.isOneRule() && rule.outcome(sought) == 0;
}

bool RuleSortModel::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const bool isLeftFurther = m_rules->rule(left.row()).furtherRules > 0;
    const bool isRightFurther = m_rules->rule(right.row()).furtherRules > 0;
    if (isLeftFurther != isRightFurther) // they stand last, whichever way the others are sorted
        return isRightFurther == (sortOrder() == Qt::AscendingOrder);
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace TmgLens
