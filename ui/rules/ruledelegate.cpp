// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rules/ruledelegate.h"

#include "model/rules/rulemodel.h"
#include "model/rules/rulesortmodel.h"
#include "ui/look/countlist.h"
#include "ui/look/resultcolors.h"

#include <QPainter>

#include <array>

namespace TmgLens {

namespace {

constexpr int margin = 4;

/// In the order of RuleOutcome: whose colour stands for each.
constexpr std::array outcomeClasses = {ResultClass::Allowed, ResultClass::Denied, ResultClass::Failed,
                                       ResultClass::Info};
static_assert(outcomeClasses.size() == ruleOutcomeCount);

/// A bar at the bottom of @p area, as long as @p rule has records in comparison with @p most.
void paintOutcomes(QPainter* painter, const QRect& area, const RuleTotals& rule, quint64 most, const QPalette& palette)
{
    QRectF piece(area.left(), area.bottom() - countBarHeight, 0, countBarHeight);
    for (std::size_t i = 0; i < ruleOutcomeCount; ++i) {
        if (rule.outcomes[i] == 0)
            continue;
        piece.setWidth(std::max(1.0, area.width() * double(rule.outcomes[i]) / double(most))); // what is there is seen
        painter->fillRect(piece, resultColor(outcomeClasses[i], palette));
        piece.moveLeft(piece.right());
    }
}

} // namespace

RuleDelegate::RuleDelegate(const RuleModel* rules, QObject* parent) : QStyledItemDelegate(parent), m_rules(rules) {}

void RuleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto* sorted = qobject_cast<const RuleSortModel*>(index.model());
    if (!sorted || index.column() != RuleModel::Name || m_rules->mostRecords() == 0)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintOutcomes(painter, option.rect.adjusted(margin, 0, -margin, -1),
                  m_rules->rule(sorted->mapToSource(index).row()), m_rules->mostRecords(), option.palette);
    painter->restore();
}

QSize RuleDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + margin, option.fontMetrics.height() + countBarPadding};
}

} // namespace TmgLens
