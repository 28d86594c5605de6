// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/story/storydelegate.h"

#include "ui/look/quietcolors.h"
#include "ui/look/resultcolors.h"
#include "ui/story/storymodel.h"

#include <QPainter>

#include <algorithm>

namespace TmgLens {

namespace {

constexpr int rowPadding = 8;
constexpr double barHeight = 6;
constexpr double leastWidth = 4; // a moment is seen, too

bool isStep(const QModelIndex& index)
{
    return !index.data(StoryModel::BeginRole).isNull();
}

} // namespace

void StoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.column() == StoryModel::Track) {
        painter->save();
        paintTrack(painter, option, index);
        painter->restore();
    }
}

void StoryDelegate::paintTrack(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QRectF track = QRectF(option.rect).adjusted(6, 0, -6, 0);
    const double middle = track.center().y();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(separatorColor(option.palette));
    painter->drawLine(QPointF(track.left(), middle), QPointF(track.right(), middle));
    if (!isStep(index))
        return;
    const auto positionOf = [&](int role) {
        return track.left() + index.data(role).toDouble() * (track.width() - leastWidth);
    };
    const double left = positionOf(StoryModel::BeginRole);
    QRectF bar(left, middle - barHeight / 2, positionOf(StoryModel::EndRole) - left + leastWidth, barHeight);
    QColor color = resultColor(ResultClass(index.data(StoryModel::ClassRole).toInt()), option.palette);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(bar, 2, 2);
    if (index.data(StoryModel::IsOpenRole).toBool()) { // nobody knows how much longer
        bar.setLeft(bar.right());
        bar.setRight(track.right());
        color.setAlphaF(0.25F);
        painter->setBrush(color);
        painter->drawRect(bar);
    }
}

QSize StoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + rowPadding};
}

void StoryDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (isStep(index))
        return;
    option->font.setItalic(true);
    option->palette.setColor(QPalette::Text, quietTextColor(option->palette));
}

} // namespace TmgLens
