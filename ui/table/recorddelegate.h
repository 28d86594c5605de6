// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"
#include "model/table/recordrows.h"
#include "ui/find/foundtext.h"

#include <QStyledItemDelegate>

namespace TmgLens {

class BookmarkModel;
class LogTableModel;

/**
 * Paints one cell of a log: the class of its row as a tint, the result with its meaning and a mark (a ring for what is
 * shown as what it meant), numbers to the right, what holds no value dimmed, found text marked.
 *
 * Values are shown as plain text whatever they hold.
 */
class RecordDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RecordDelegate(const LogTableModel* log, QObject* parent);

    /// Marks @p text in every cell.
    void setMarkedText(const FoundText& text) { m_marked = text; }
    /// Marks the rows of @p records with a bar at their left edge; nullptr for none.
    void setMarkedRecords(const RowsPointer& records) { m_markedRecords = records; }

    /// Tells the notes of @p bookmarks in tips.
    void setBookmarks(const BookmarkModel* bookmarks) { m_bookmarks = bookmarks; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QString displayText(const QVariant& value, const QLocale& locale) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    [[nodiscard]] bool isMarked(const QModelIndex& index) const;
    void paintFoundText(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    [[nodiscard]] QString classText(RecordNumber record) const;
    [[nodiscard]] QString toolTip(const QModelIndex& index) const;

    [[nodiscard]] QString bookmarkNote(RecordNumber record) const;

    const LogTableModel* m_log;
    const BookmarkModel* m_bookmarks = nullptr;
    FoundText m_marked;
    RowsPointer m_markedRecords;
};

} // namespace TmgLens
