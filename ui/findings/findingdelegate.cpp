// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/findings/findingdelegate.h"

#include "ui/findings/findinglook.h"
#include "ui/findings/findingmodel.h"
#include "ui/look/quietcolors.h"
#include "ui/look/resultcolors.h"

#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>
#include <QTreeView>

#include <cmath>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 6;
constexpr int padding = 3; // above and below

/// @p layout in lines of @p width, between words where there are any; returns its height.
double layOut(QTextLayout& layout, double width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

FindingSeverity severityOf(const QModelIndex& index)
{
    return FindingSeverity(index.data(FindingModel::SeverityRole).toInt());
}

/// The line below the sentence; empty for what stands for more findings.
QString factsOf(const QModelIndex& index)
{
    const QString facts = index.data(FindingModel::FactsRole).toString();
    const bool isLess = !facts.isEmpty() && severityOf(index) != severityOf(index.parent());
    return isLess ? QString(title(severityOf(index)) % u" · "_s % facts) : facts;
}

QFont titleFont(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

QColor textColor(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    return index.data(FindingModel::HiddenRole).toBool() ? quietTextColor(option.palette)
                                                         : option.palette.color(QPalette::Text);
}

} // namespace

FindingDelegate::FindingDelegate(QTreeView* view) : QStyledItemDelegate(view), m_view(view)
{
    view->viewport()->installEventFilter(this);
}

bool FindingDelegate::eventFilter(QObject* watched, QEvent* event)
{
    if (watched->parent() != m_view) // no viewport but an editor in it; a view that goes away must not be asked for it
        return QStyledItemDelegate::eventFilter(watched, event);
    if (event->type() == QEvent::Resize)
        Q_EMIT sizeHintChanged({}); // sentences wrap at other places
    return false;
}

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    painter->save();
    if (index.parent().isValid())
        paintFinding(painter, item, index);
    else
        paintPattern(painter, item, index);
    painter->restore();
}

void FindingDelegate::paintPattern(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    QRect line = option.rect.adjusted(gap / 2, 0, -gap, 0);
    const FindingSeverity severity = severityOf(index);
    const int side = option.fontMetrics.height() - 2;
    const QRect mark(line.left(), line.center().y() - side / 2, side, side);
    severityMark(severity, option.palette).paint(painter, mark);
    line.setLeft(mark.right() + gap);

    painter->setFont(option.font);
    const QString count = QLocale().toString(index.data(FindingModel::CountRole).toInt());
    painter->setPen(quietTextColor(option.palette));
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, count);
    line.setRight(line.right() - option.fontMetrics.horizontalAdvance(count) - gap);

    const QString word = title(severity);
    const QFont font = titleFont(option.font);
    const QFontMetrics metrics(font);
    const int wordWidth = option.fontMetrics.horizontalAdvance(word) + 2 * gap;
    const QString name = metrics.elidedText(index.data().toString(), Qt::ElideRight, line.width() - wordWidth);
    painter->setFont(font);
    painter->setPen(textColor(option, index));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, name);
    line.setLeft(line.left() + metrics.horizontalAdvance(name) + 2 * gap);
    painter->setFont(option.font);
    painter->setPen(legibleColor(severityColor(severity, option.palette), option.palette.color(QPalette::Text),
                                 option.palette.color(QPalette::Base)));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, word);
}

void FindingDelegate::paintFinding(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const
{
    const QString facts = factsOf(index);
    const QPointF corner(option.rect.left() + gap / 2.0, option.rect.top() + padding);
    QTextLayout sentence(index.data().toString(), option.font);
    const double height = layOut(sentence, textWidth(index));
    painter->setPen(facts.isEmpty() ? quietTextColor(option.palette) : textColor(option, index));
    sentence.draw(painter, corner);
    QTextLayout below(facts, option.font);
    layOut(below, textWidth(index));
    painter->setPen(quietTextColor(option.palette));
    below.draw(painter, corner + QPointF(0, height));
}

double FindingDelegate::textWidth(const QModelIndex& index) const
{
    const int depth = index.parent().isValid() ? 2 : 1;
    return std::max(50, m_view->viewport()->width() - depth * m_view->indentation() - gap);
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    constexpr int leastWidth = 120;
    if (!index.parent().isValid())
        return {leastWidth, option.fontMetrics.height() + 2 * padding + 4};
    QTextLayout sentence(index.data().toString(), option.font);
    double height = layOut(sentence, textWidth(index));
    if (const QString facts = factsOf(index); !facts.isEmpty()) {
        QTextLayout below(facts, option.font);
        height += layOut(below, textWidth(index));
    }
    return {leastWidth, int(std::ceil(height)) + 2 * padding};
}

} // namespace TmgLens
