// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/facets/facetdelegate.h"

#include "ui/facets/facetmodel.h"
#include "ui/look/countlist.h"
#include "ui/look/quietcolors.h"
#include "ui/look/resultcolors.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 6;
constexpr int roomyCharacters = 34; // in less room the share is left to the bar and the tool tip

/// `12 %`, with a digit more where there is but a little.
QString shareText(double share)
{
    constexpr double least = 0.1; // that is told in numbers
    const double percent = 100 * share;
    const QLocale locale;
    if (percent > 0 && percent < least)
        return u"< "_s + locale.toString(least, 'f', 1) + u" %"_s;
    return locale.toString(percent, 'f', percent < 9.95 ? 1 : 0) + u" %"_s;
}

/// Paints @p text at the right of @p area, which loses the room for it: at least as much as for @p widest.
void paintAtRight(QPainter* painter, QRect& area, const QString& text, const QString& widest = {})
{
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, text);
    const QFontMetrics metrics = painter->fontMetrics();
    area.setRight(area.right() - std::max(metrics.horizontalAdvance(text), metrics.horizontalAdvance(widest)) - gap);
}

} // namespace

void FacetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto kind = FacetModel::Kind(index.data(FacetModel::KindRole).toInt());
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.palette = visibleTickBoxes(option.palette);
    item.font.setWeight(kind == FacetModel::Kind::Field ? QFont::DemiBold : QFont::Normal);
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    QRect area = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    area.setRight(item.rect.right() - gap);
    const QString title = std::exchange(item.text, QString());
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(item.font);
    painter->setPen(quietTextColor(option.palette));
    QRect line = area;
    const bool hasRoom = area.width() > roomyCharacters * option.fontMetrics.averageCharWidth();
    if (kind == FacetModel::Kind::Value && hasRoom)
        paintAtRight(painter, line, shareText(index.data(FacetModel::ShareRole).toDouble()), shareText(1));
    if (kind != FacetModel::Kind::More)
        paintAtRight(painter, line, QLocale().toString(index.data(FacetModel::CountRole).toULongLong()));
    if (kind != FacetModel::Kind::More)
        painter->setPen(option.palette.color(QPalette::Text));
    // The ends of addresses and agents tell as much as their beginnings; of users of one domain they alone do.
    const Qt::TextElideMode elision = title.contains(u'\\') ? Qt::ElideLeft : Qt::ElideMiddle;
    const QString shown = painter->fontMetrics().elidedText(title, elision, line.width());
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (kind == FacetModel::Kind::Value)
        paintCountBar(painter, area, index.data(FacetModel::ShareRole).toDouble(),
                      resultColor(ResultClass::Info, option.palette));
    painter->restore();
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {120, option.fontMetrics.height() + countBarPadding};
}

} // namespace TmgLens
