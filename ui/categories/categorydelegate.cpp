// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/categories/categorydelegate.h"

#include "ui/categories/categorymodel.h"
#include "ui/look/countlist.h"
#include "ui/look/quietcolors.h"
#include "ui/look/resultcolors.h"
#include "ui/look/resultmark.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace TmgLens {

namespace {

constexpr int markSize = 10;
constexpr int gap = 6;
constexpr int leastTitle = 70; // of a title that is longer

void paintMark(QPainter* painter, const QRect& area, const QColor& color)
{
    const QRect mark(area.left(), area.center().y() - markSize / 2, markSize, markSize);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(mark, 2.5, 2.5);
}

/// Paints at the right of @p line the mark of folded records, and how many they are, smaller than the count; takes the
/// room for it off the line. All of them need no number, and among those that a filter shows nobody has counted them;
/// nor is there one that would leave less than @p titleWidth to the title.
void paintFolded(QPainter* painter, QRect* line, const QModelIndex& index, const QPalette& palette, int titleWidth)
{
    const quint64 folded = index.data(CategoryModel::FoldedRole).toULongLong();
    if (folded == 0)
        return;
    QFont font = painter->font();
    font.setWeight(QFont::Normal);
    font.setPointSizeF(font.pointSizeF() * 0.85);
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const quint64 count = index.data(CategoryModel::CountRole).toULongLong();
    const bool isPart = folded < count && index.data(CategoryModel::VisibleRole).toULongLong() == count;
    const int side = metrics.ascent();
    QString text = isPart ? QLocale().toString(folded) : QString();
    if (line->width() - metrics.horizontalAdvance(text) - side - gap / 3 - gap < titleWidth)
        text.clear();
    painter->drawText(*line, Qt::AlignRight | Qt::AlignVCenter, text);
    line->setRight(line->right() - metrics.horizontalAdvance(text) - side - gap / 3);
    const QRect mark(line->right(), line->center().y() - side / 2, side, side);
    foldedMark(ResultClass::Closed, palette).paint(painter, mark);
    line->setRight(line->right() - gap);
}

} // namespace

void CategoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const bool isGroup = !index.parent().isValid();
    item.palette = visibleTickBoxes(option.palette);
    item.font.setWeight(isGroup ? QFont::DemiBold : QFont::Normal);
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    QRect area = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    area.setRight(item.rect.right() - gap);
    const QString title = std::exchange(item.text, QString());
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor color = resultColor(ResultClass(index.data(CategoryModel::ClassRole).toInt()), option.palette);
    QRect line = area.adjusted(isGroup ? 0 : 2, 0, 0, 0);
    if (isGroup) {
        paintMark(painter, line, color);
        line.setLeft(line.left() + markSize + gap);
    }
    const QString count = index.data(CategoryModel::CountTextRole).toString();
    const QFontMetrics metrics(item.font);
    painter->setFont(item.font);
    painter->setPen(quietTextColor(option.palette));
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, count);
    line.setRight(line.right() - metrics.horizontalAdvance(count) - gap);
    paintFolded(painter, &line, index, option.palette, std::min(metrics.horizontalAdvance(title), leastTitle));
    painter->setFont(item.font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(title, Qt::ElideRight, line.width()));
    paintCountBar(painter, area, index.data(CategoryModel::ShareRole).toDouble(),
                  index.data(CategoryModel::VisibleShareRole).toDouble(), color);
    painter->restore();
}

QSize CategoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {120, option.fontMetrics.height() + countBarPadding};
}

} // namespace TmgLens
