// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/source/bytesource.h"

#include <QObject>

namespace TmgLens {

class LoadingControl;
class LogStatusBar;
class MainWindow;

/**
 * Asks a person for logs, and opens them in its window, or in another one if that has a log.
 *
 * GUI thread only.
 */
class LogOpener : public QObject
{
    Q_OBJECT

public:
    /// @p loading and @p status are those of @p window. All of them must outlive this.
    LogOpener(MainWindow* window, LoadingControl* loading, LogStatusBar* status);

    /// Opens the logs at @p paths as one. If a window shows them already, it comes to the front.
    void open(const QStringList& paths);

    void askForFiles();
    void askForFolder();
    /// Asks for logs to add to those in the window.
    void askForMore();
    void askForDatabase();
    /// Opens what was copied out of the product's console, or out of a text log.
    void paste();

private:
    [[nodiscard]] QString askedFolder() const;
    void openTable(const SourcePointer& log, const FilterExpression& filter);

    MainWindow* m_window;
    LoadingControl* m_loading;
    LogStatusBar* m_status;
};

} // namespace TmgLens
