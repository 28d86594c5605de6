// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/suggestiondelegate.h"

#include <QApplication>
#include <QPainter>

namespace TmgLens {

namespace {

constexpr int gap = 24; // between the text and its note
constexpr int margin = 4;

} // namespace

QSize SuggestionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const QString note = index.data(NoteRole).toString();
    if (!note.isEmpty())
        size.rwidth() += gap + option.fontMetrics.horizontalAdvance(note);
    return size.grownBy({margin, 2, margin, 2});
}

void SuggestionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    QColor quiet = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    quiet.setAlphaF(isSelected ? 0.9F : 0.7F);
    painter->save();
    painter->setPen(quiet);
    const int textEnd = option.rect.left() + gap + option.fontMetrics.horizontalAdvance(index.data().toString());
    const QRect room(QPoint(textEnd, option.rect.top()), option.rect.bottomRight() - QPoint(margin, 0));
    const QString note = option.fontMetrics.elidedText(index.data(NoteRole).toString(), Qt::ElideRight, room.width());
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, note);
    painter->restore();
}

} // namespace TmgLens
