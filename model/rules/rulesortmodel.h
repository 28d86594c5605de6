// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSortFilterProxyModel>

namespace TmgLens {

class RuleModel;

/// The rules of a RuleModel in an order, all of them or those that have never done something.
class RuleSortModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Choice { All, NeverAllowed, NeverDenied };

    /// @p rules must outlive the object.
    explicit RuleSortModel(RuleModel* rules, QObject* parent = nullptr);

    void setChoice(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    const RuleModel* m_rules;
    Choice m_choice = Choice::All;
};

} // namespace TmgLens
