// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/bookmarkmodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;
class QTreeView;

namespace TmgLens {

/// The bookmarks of a log as a list: to go to their records, to write notes, to remove, to copy.
class BookmarkPanel : public QWidget
{
    Q_OBJECT

public:
    /// @p bookmarks must outlive the panel.
    BookmarkPanel(BookmarkModel* bookmarks, QWidget* parent = nullptr);

    /// Lets the person write the note of @p record, which is marked.
    void editNote(RecordNumber record);

Q_SIGNALS:
    /// The person wants to see @p record.
    void recordChosen(TmgLens::RecordNumber record);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setupList();
    void setupActions();
    void choose(const QModelIndex& index);
    void removeSelected();
    void copy(ListFormat format);
    void updateState();
    [[nodiscard]] std::vector<int> selectedRows() const;

    BookmarkModel* m_bookmarks;
    QTreeView* m_list;
    QStackedWidget* m_pages;
    QLabel* m_absent;
    QAction* m_bringBack = nullptr;
    QList<QAction*> m_forSelection; ///< Need a bookmark.
};

} // namespace TmgLens
