// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace TmgLens {

/// Paints a line of a summary: text, meaning, count and share, over a bar in the colour of the class.
class SummaryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Meanings begin so far behind their texts' left edge, one below the other.
    void setTextWidth(int width) { m_textWidth = width; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintWords(QPainter* painter, QRect area, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    int m_textWidth = 0;
};

} // namespace TmgLens
