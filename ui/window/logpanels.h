// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <array>

class QDockWidget;
class QKeySequence;
class QMainWindow;
class QMenu;

namespace TmgLens {

/**
 * The panels around a log: the result categories, the values of fields, the details of the current record, the
 * bookmarks, the logs that are looked at as one, and what was found in them.
 *
 * A person shows, hides and moves them; without a log in the window none is shown, and with the next log they are
 * back as they were.
 */
class LogPanels : public QObject
{
    Q_OBJECT

public:
    /// Docks the widgets in @p window and adds the actions that show and hide them to @p menu. arrange() must follow.
    LogPanels(QMainWindow* window, QWidget* categories, QWidget* values, QWidget* details, QWidget* bookmarks,
              QWidget* files, QWidget* findings, QMenu* menu);

    /// Puts the panels where they stand at first in a window of @p width: the details beside the records or, where
    /// that would push the result column off the screen, under them.
    void arrange(int width);

    /// Shows the bookmarks, wherever a person has put them.
    void showBookmarks();

    /// Shows the findings, wherever a person has put them.
    void showFindings();

    /// Whether there are several logs, so that their list is of use.
    void setHasSeveralLogs(bool hasSeveral);

    /// Whether there is a log for the panels to stand beside.
    void setHasLog(bool hasLog);
    [[nodiscard]] bool hasLog() const { return m_hasLog; }

Q_SIGNALS:
    /// Whether the values of fields can be seen: not behind another panel either, which is no reason for a hide event.
    void valuesShown(bool areShown);

private:
    /// A panel in its dock.
    struct Panel
    {
        QDockWidget* dock;
        bool isShown; ///< While there is no log: whether it is when there is one.
    };

    Panel createPanel(QWidget* content, const char* name, const QKeySequence& key, bool isShown);
    [[nodiscard]] std::array<Panel*, 6> panels();

    QMainWindow* m_window;
    Panel m_categories;
    Panel m_values;
    Panel m_details;
    Panel m_bookmarks;
    Panel m_files;
    Panel m_findings;
    bool m_hasSeveral = false;
    bool m_hasLog = true;
};

} // namespace TmgLens
