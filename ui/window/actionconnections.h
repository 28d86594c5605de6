// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QMenu;

namespace TmgLens {

class BookmarkControl;
class LogPage;
class LogTableModel;
struct WindowActions;

/// Connects the actions of a window that work on the records of @p page with the parts that do the work.
void connectRecordActions(const WindowActions& actions, LogPage* page);

/// Connects those of the summary and of the rules, which stand on @p page in the place of the records.
void connectSummaryActions(const WindowActions& actions, LogPage* page);

/// Connects those of the bookmarks; @p marks says on @p page what went wrong.
void connectBookmarkActions(const WindowActions& actions, BookmarkControl* marks, LogPage* page);

/// Fills @p menu, which is that of the filter line too, with the saved filters for the log of @p page.
void connectSavedFilters(const WindowActions& actions, QMenu* menu, const LogTableModel* log, LogPage* page);

} // namespace TmgLens
