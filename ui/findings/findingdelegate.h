// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace TmgLens {

/// Paints patterns as titles with mark, severity and count, and findings as whole sentences with their facts below.
class FindingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Sentences wrap at the width of @p view, which owns the delegate.
    explicit FindingDelegate(QTreeView* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] double textWidth(const QModelIndex& index) const;
    static void paintPattern(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index);
    void paintFinding(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    QTreeView* m_view;
};

} // namespace TmgLens
