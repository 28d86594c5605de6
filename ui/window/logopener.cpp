// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/logopener.h"

#include "model/source/logaddress.h"
#include "ui/database/databasedialog.h"
#include "ui/window/loadingcontrol.h"
#include "ui/window/logstatusbar.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>

namespace TmgLens {

namespace {

/// What file dialogs offer.
QString logFiles()
{
    return LogOpener::tr("Logs (*.w3c *.log *.iis *.txt *.csv);;Archives (*.zip *.7z *.gz *.bz2 *.xz *.zst *.tar "
                         "*.tgz);;All files (*)");
}

MainWindow* windowShowing(const QStringList& paths)
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        auto* window = qobject_cast<MainWindow*>(widget);
        if (window && window->isVisible() && window->paths() == paths)
            return window;
    }
    return nullptr;
}

/// A window that goes when it is closed.
MainWindow* newWindow()
{
    auto* window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    return window;
}

} // namespace

LogOpener::LogOpener(MainWindow* window, LoadingControl* loading, LogStatusBar* status)
    : m_window(window)
    , m_loading(loading)
    , m_status(status)
{
}

void LogOpener::open(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    if (m_window->isFree()) {
        m_window->open(paths);
        return;
    }
    MainWindow* window = windowShowing(absolutePaths(paths));
    if (!window) {
        window = newWindow();
        window->open(paths);
        window->show();
    }
    window->raise();
    window->activateWindow();
}

/// The folder in which a person is asked for logs: that of those in the window.
QString LogOpener::askedFolder() const
{
    if (!m_loading->canReload())
        return {};
    const QFileInfo shown(logAddress(m_loading->paths().constFirst()).file);
    return shown.isDir() ? shown.filePath() : shown.path();
}

void LogOpener::askForFiles()
{
    open(QFileDialog::getOpenFileNames(m_window, tr("Open logs"), askedFolder(), logFiles()));
}

void LogOpener::askForFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(m_window, tr("Open all logs in a folder"), askedFolder());
    if (!folder.isEmpty())
        open({folder});
}

void LogOpener::askForMore()
{
    if (!m_loading->canReload()) {
        m_status->showMessage(tr("Logs can be added to those that come from files."), 4000);
        return;
    }
    const QStringList paths = QFileDialog::getOpenFileNames(m_window, tr("Add logs"), askedFolder(), logFiles());
    if (!paths.isEmpty())
        m_loading->add(paths);
}

void LogOpener::askForDatabase()
{
    auto* dialog = new DatabaseDialog(m_window);
    connect(dialog, &DatabaseDialog::opened, this, &LogOpener::openTable);
    dialog->open();
}

/// Shows the rows of a table, in a window of their own if this one has a log.
void LogOpener::openTable(const SourcePointer& log, const FilterExpression& filter)
{
    if (m_window->isFree()) {
        m_window->openSource(log, filter);
        return;
    }
    MainWindow* const window = newWindow();
    window->openSource(log, filter);
    window->show();
}

void LogOpener::paste()
{
    const QString rows = QGuiApplication::clipboard()->text();
    if (rows.isEmpty())
        m_status->showMessage(tr("The clipboard holds no text."), 4000);
    else
        m_loading->openPasted(rows);
}

} // namespace TmgLens
