// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/rules/rulemodel.h"
#include "model/rules/rulesortmodel.h"

#include <QTreeView>

namespace TmgLens {

/// The rules with what they did: a table that sorts, filters the records, and can be copied.
class RuleTable : public QTreeView
{
    Q_OBJECT

public:
    explicit RuleTable(QWidget* parent);

    void setRules(std::vector<RuleTotals> rules);
    void setZone(const QTimeZone& zone) { m_rules.setZone(zone); }
    void setChoice(RuleSortModel::Choice choice) { m_sorted.setChoice(choice); }

    /// The rules that are shown, in the order in which they are.
    [[nodiscard]] std::vector<RuleTotals> shownRules() const;

Q_SIGNALS:
    /// The person wants to see the records that meet @p term.
    void recordsRequested(const TmgLens::FilterExpression& term);
    /// Of the visible records only those that meet @p term are to stay.
    void termRequested(const TmgLens::FilterExpression& term);
    void exportRequested();

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setupActions();
    [[nodiscard]] QModelIndexList selectedRules() const;
    [[nodiscard]] FilterExpression selectedTerm() const;
    void showRecords();
    void copy() const;
    void updateActions();
    void restoreCurrent(const QString& name);
    void fitColumns();

    RuleModel m_rules;
    RuleSortModel m_sorted;
    QList<QAction*> m_filtering; ///< Actions that need a term.
    QAction* m_copy;
    bool m_isFitted = false;
};

} // namespace TmgLens
