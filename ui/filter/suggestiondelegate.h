// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace TmgLens {

/// Paints a suggestion: what would be written, and quietly behind it what that is.
class SuggestionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int NoteRole = Qt::UserRole + 1; ///< QString

    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace TmgLens
