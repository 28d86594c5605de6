// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/summary/summarydelegate.h"

#include "ui/look/countlist.h"
#include "ui/look/quietcolors.h"
#include "ui/look/resultcolors.h"
#include "ui/summary/summarylines.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 8;

ResultClass classOf(const QModelIndex& index)
{
    const QVariant resultClass = index.data(SummaryLines::ClassRole);
    return resultClass.isNull() ? ResultClass::Info : ResultClass(resultClass.toInt());
}

/// Paints @p text at the right of @p area, which loses the room for it: that of @p widest.
void paintAtRight(QPainter* painter, QRect& area, const QString& text, const QString& widest)
{
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, text);
    const QFontMetrics metrics = painter->fontMetrics();
    area.setRight(area.right() - std::max(metrics.horizontalAdvance(text), metrics.horizontalAdvance(widest)) - gap);
}

void paintAtLeft(QPainter* painter, const QRect& area, const QString& text)
{
    const Qt::TextElideMode elision = text.contains(u'\\') ? Qt::ElideLeft : Qt::ElideMiddle; // users of one domain
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, elision, area.width() - 1)); // widths are rounded
}

} // namespace

void SummaryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect area = option.rect.adjusted(gap, 0, -gap, 0);
    if (index.data(SummaryLines::IsMoreRole).toBool()) {
        painter->setPen(quietTextColor(option.palette));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
    } else {
        paintWords(painter, area, option, index);
        paintCountBar(painter, area, index.data(SummaryLines::PercentRole).toDouble() / 100,
                      resultColor(classOf(index), option.palette));
    }
    painter->restore();
}

void SummaryDelegate::paintWords(QPainter* painter, QRect area, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    const QLocale locale;
    const double percent = index.data(SummaryLines::PercentRole).toDouble();
    painter->setPen(quietTextColor(option.palette));
    paintAtRight(painter, area, locale.toString(percent, 'f', 1) + u" %"_s, u"100.0 %"_s);
    painter->setPen(option.palette.color(QPalette::Text));
    paintAtRight(painter, area, locale.toString(index.data(SummaryLines::CountRole).toULongLong()), {});
    const QString meaning = index.data(SummaryLines::MeaningRole).toString();
    QRect text = area;
    if (!meaning.isEmpty()) {
        text.setWidth(std::min(m_textWidth, area.width()));
        area.setLeft(text.right() + gap);
        painter->setPen(quietTextColor(option.palette));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(meaning, Qt::ElideRight, area.width()));
        painter->setPen(option.palette.color(QPalette::Text));
    }
    paintAtLeft(painter, text, index.data().toString());
}

QSize SummaryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {120, option.fontMetrics.height() + countBarPadding};
}

} // namespace TmgLens
