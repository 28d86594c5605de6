// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/session.h"
#include "model/table/resultfiltermodel.h"
#include "ui/window/windowactions.h"

#include <QMainWindow>

#include <memory>

class QStackedWidget;

namespace TmgLens {

class BookmarkControl;
class CategoryPanel;
class DetailFollower;
class DetailPane;
class ErrorPage;
class FacetPanel;
class FilePanel;
class FilterLift;
class FindingControl;
class FollowControl;
class LoadingControl;
class LogOpener;
class LogPage;
class LogPanels;
class LogStatusBar;
class LogTableView;
class StartPage;
class StoryControl;

/**
 * One log in a window, or several as one: builds the parts, connects them, and keeps the state of the window.
 *
 * May be closed at any time, also in the middle of loading, filtering, searching or exporting.
 */
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Loads the logs at @p paths as one, in place of what this window shows; see LoadingControl::open().
    /// @p serverZone is that of local times, if somebody knows it.
    void open(const QStringList& paths, const std::optional<QTimeZone>& serverZone = {});
    /// Shows the rows of @p log, which have no path, and of these what @p filter lets through.
    void openSource(const SourcePointer& log, const FilterExpression& filter);
    /// True if there is nothing in this window that opening another log would take away.
    [[nodiscard]] bool isFree() const;
    /// The paths of what is in this window, absolute; empty if there is nothing.
    [[nodiscard]] QStringList paths() const;

    /// How what is in this window looks; nothing if there is none that could be opened once more.
    [[nodiscard]] std::optional<WindowView> view() const;
    /// Loads the logs of @p view, and makes it look so. Where it cannot be read, the start page says why.
    void restore(const WindowView& view);
    /// Tells @p sentence on the start page.
    void showStartRemark(const QString& sentence);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    static void readDataAhead();
    void setupPages();
    void setupPanels();
    void setupStatusBar();
    void setupMenus();
    void setupLoading();
    void setupOpening();
    void setupFollowing();
    void setupFiles();
    void setupFiltering();
    void setupRecords();
    void setupLift();
    void setupBookmarks();
    void setupFindings();
    void setupDetails();
    void setupStories();
    void setupTimes();
    void setupValues();
    void setupFolding();
    void restoreWindow();

    void applyFilter();
    void applyFindings();
    void showAllRecords();
    void showOnly(const PickedRecordsPointer& picked);
    void goToAwaited();
    void goTo(RecordNumber record);
    void showCounts();
    void showBusy(bool busy);
    void setTimes(TimeDisplay times);
    void showClock();
    void askForServerZone();
    void setRawValues(bool areRaw);
    void fold();

    void showFailure(const QString& sentence);
    void finishLoading();
    void treatAsSet();
    void showMembers();
    void showLogActions(bool hasLog);
    void showPage(QWidget* page);
    void showTitle();

    // The data first: they are needed until the last widget is gone, see the destructor.
    LogTableModel m_log;
    ResultFilterModel m_records;

    WindowActions m_actions;
    WindowMenus m_menus;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_startPage = nullptr;
    ErrorPage* m_errorPage = nullptr;
    LogPage* m_logPage = nullptr;
    LogTableView* m_table = nullptr; ///< Of the log page.
    CategoryPanel* m_categories = nullptr;
    FacetPanel* m_facets = nullptr;
    FilePanel* m_files = nullptr;
    DetailPane* m_detailPane = nullptr;
    LogPanels* m_panels = nullptr;
    LogStatusBar* m_status = nullptr;
    std::optional<WindowView> m_awaited; ///< How a log that is being restored is to look once it is read.
    std::unique_ptr<BookmarkControl> m_bookmarks;
    std::unique_ptr<FindingControl> m_findings;
    PickedRecordsPointer m_awaitedRecords; ///< Of which the first is to be current once they are shown.
    std::unique_ptr<LoadingControl> m_loading;
    std::unique_ptr<LogOpener> m_opener;
    std::unique_ptr<FollowControl> m_following;
    std::unique_ptr<DetailFollower> m_details;
    std::unique_ptr<FilterLift> m_lift;
    std::unique_ptr<StoryControl> m_stories;
};

} // namespace TmgLens
