// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/bookmarks/bookmarkkeeper.h"
#include "ui/find/searchdirection.h"

namespace TmgLens {

class BookmarkPanel;
class LogTableView;
class ResultFilterModel;

/// Marks records of the table, and goes to those that are marked.
class BookmarkControl : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive this, but for the panel, which belongs to a window.
    BookmarkControl(const LogTableModel* log, const ResultFilterModel* records, LogTableView* table);

    /// The list of the bookmarks, made for @p window; to be called once.
    [[nodiscard]] BookmarkPanel* createPanel(QWidget* window);

    [[nodiscard]] BookmarkPanel* panel() const { return m_panel; }

    /// Marks the selected records, or takes their marks away if all of them are marked.
    void toggle();
    /// Marks the current record if it is not, and lets the person write its note.
    void editNote();
    /// Makes the next record current that is marked, of those that are shown.
    void goToNext(SearchDirection direction);

Q_SIGNALS:
    /// The list is wanted.
    void panelNeeded();
    /// Something that is worth a word in passing.
    void remarked(const QString& sentence);
    /// Something went wrong.
    void failed(const QString& sentence);

private:
    void remove(const std::vector<RecordNumber>& records);
    void choose(RecordNumber record);

    const LogTableModel* m_log;
    const ResultFilterModel* m_records;
    LogTableView* m_table;
    BookmarkModel m_bookmarks;
    BookmarkKeeper m_keeper;
    BookmarkPanel* m_panel = nullptr;
};

} // namespace TmgLens
