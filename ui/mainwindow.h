// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/load/logloader.h"
#include "model/table/resultfiltermodel.h"
#include "ui/csvexport.h"
#include "ui/logtableview.h"
#include "ui/windowactions.h"

#include <QMainWindow>
#include <QTimer>

class QDockWidget;
class QStackedWidget;

namespace TmgLens {

class CategoryPanel;
class DetailPane;
class ErrorPage;
class LogPage;
class LogStatusBar;
class StartPage;

/**
 * One log in a window: builds the parts, connects them, and keeps the state of the window.
 *
 * May be closed at any time, also in the middle of loading, filtering, searching or exporting.
 */
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Loads @p path (`-` is standard input) in this window, in place of what it shows.
    void openFile(const QString& path);
    /// Absolute path of the log in this window; empty if there is none.
    [[nodiscard]] QString filePath() const { return m_path; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void setupPages();
    void setupDocks();
    void setupStatusBar();
    void setupMenus();
    void setupLoading();
    void setupFiltering();
    void setupLogPage();
    void setupExporting();
    void setupDetails();
    void setupTimes();
    void restoreWindow();

    void askForFiles();
    void openFiles(const QStringList& paths);
    void openElsewhere(const QString& path);
    void load();
    void reload();
    void finishLoading(const ScanOutcome& outcome);
    void failLoading(const LoadError& error);
    void returnToPlace();

    void applyFilter();
    void showAllRecords();
    void showCounts();
    void showBusy(bool busy);
    void showCurrentRecord();
    void exportRecords();
    void setTimes(TimeDisplay times);

    void showLogActions(bool hasLog);
    void showTitle();
    void fillRecentMenu();
    void showAbout();
    [[nodiscard]] QString fileName() const;

    // The data first: they are needed until the last widget is gone, see the destructor.
    LogTableModel m_log;
    ResultFilterModel m_records;
    LogLoader m_loader;
    CsvExport m_export;
    QTimer m_detailPause;

    QString m_path;
    std::optional<TablePlace> m_placeAfterReload;

    WindowActions m_actions;
    WindowMenus m_menus;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_startPage = nullptr;
    ErrorPage* m_errorPage = nullptr;
    LogPage* m_logPage = nullptr;
    LogTableView* m_table = nullptr; ///< Of the log page.
    QDockWidget* m_categoryDock = nullptr;
    QDockWidget* m_detailDock = nullptr;
    CategoryPanel* m_categories = nullptr;
    DetailPane* m_details = nullptr;
    LogStatusBar* m_status = nullptr;
};

} // namespace TmgLens
