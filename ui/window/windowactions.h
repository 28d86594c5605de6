// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

class QMainWindow;

namespace TmgLens {

/// The menus that the window fills itself.
struct WindowMenus
{
    QMenu* recent;
    QMenu* columns;
    QMenu* times;
    QMenu* panels;
    QMenu* filters;
};

/// What a person can do in a window: the actions, with their texts, icons and keys. All belong to the window.
struct WindowActions
{
    Q_DECLARE_TR_FUNCTIONS(TmgLens::WindowActions)

public:
    [[nodiscard]] static WindowActions create(QMainWindow* window);
    /// Puts the actions into the menu bar of @p window.
    [[nodiscard]] WindowMenus createMenus(QMainWindow* window) const;
    /// Those that need a log in the window.
    [[nodiscard]] QList<QAction*> needingLog() const;
    /// Those that need the records on screen, too.
    [[nodiscard]] QList<QAction*> needingRecords() const;

    QAction* open;
    QAction* openFolder;
    QAction* addLogs;
    QAction* openDatabase;
    QAction* pasteRows;
    QAction* reload;
    QAction* exportCsv;
    QAction* saveSummary;
    QAction* printSummary;
    QAction* close;
    QAction* quit;
    QAction* copyText;
    QAction* copyCsv;
    QAction* selectAll;
    QAction* filter;
    QAction* find;
    QAction* findNext;
    QAction* findPrevious;
    QAction* lookUpCode;
    QAction* nextProblem;
    QAction* previousProblem;
    QAction* nextSameCode;
    QAction* previousSameCode;
    QAction* goToTime;
    QAction* back;
    QAction* forward;
    QAction* showAround;
    QAction* story; ///< Of the current record's client.
    QAction* toggleBookmark;
    QAction* editNote;
    QAction* nextBookmark;
    QAction* previousBookmark;
    QAction* saveFilter;
    QAction* manageFilters;
    QAction* showAll;
    QAction* onlyMalformed;
    QAction* summary; ///< Checked while the summary stands in the place of the records.
    QAction* rules; ///< The same for what rules did.
    QAction* sortAscending;
    QAction* sortDescending;
    QAction* fileOrder;
    QAction* rawValues;
    QAction* fold; ///< Checked while records are shown as what they meant together.
    QAction* follow; ///< Checked while logs that grow are followed.
    QAction* showKeyboard;
    QAction* about;
    QActionGroup* times; ///< Actions carry a TimeDisplay as their data.
    QAction* serverZone;

private:
    [[nodiscard]] static QActionGroup* createTimes(QMainWindow* window);
};

} // namespace TmgLens
