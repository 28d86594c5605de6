// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace TmgLens {

class RuleModel;

/// Paints the cells of rules; under a name, a bar of what became of its records.
class RuleDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @p rules, which must outlive the delegate, stand behind the RuleSortModel of the view.
    RuleDelegate(const RuleModel* rules, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const RuleModel* m_rules;
};

} // namespace TmgLens
