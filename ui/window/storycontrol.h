// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"
#include "model/story/storysubject.h"

#include <QObject>

#include <memory>

class QMenu;
class QWidget;

namespace TmgLens {

class LogTableModel;
class LogTableView;
class StoryDialog;
struct LoadError;

/// Tells stories of who is in a record: on a double click, by key, and from the menu of the table.
class StoryControl : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive this; @p window is the one beside which stories are told.
    StoryControl(const LogTableModel* log, LogTableView* table, QWidget* window);
    ~StoryControl() override;

    /// Tells the story of the current record's client, or who else it names.
    void tellOfCurrent();
    /// Adds a menu with all whose stories can be told to @p menu.
    void addStories(QMenu* menu, RecordNumber record);
    /// Closes the story that is open.
    void close();

Q_SIGNALS:
    /// As those of StoryDialog.
    void recordChosen(TmgLens::RecordNumber record);
    void termMenuAboutToShow(QMenu* menu, const TmgLens::FilterExpression& term);
    /// Why there is nothing to tell.
    void remarked(const QString& sentence);
    /// The record cannot be read any more.
    void failed(const TmgLens::LoadError& error);

private:
    [[nodiscard]] std::vector<StorySubject> subjectsOf(RecordNumber record);
    void tellOf(RecordNumber record);
    void tell(const std::vector<StorySubject>& subjects, std::size_t chosen);

    const LogTableModel* m_log;
    LogTableView* m_table;
    QWidget* m_window;
    std::unique_ptr<StoryDialog> m_dialog; // made when it is first wanted
};

} // namespace TmgLens
