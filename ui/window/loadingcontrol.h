// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/load/logloader.h"
#include "ui/table/logtableview.h"

#include <QObject>

namespace TmgLens {

class LogPage;
class LogStatusBar;

/**
 * Brings a log into the window: reads it into the model, tells how far it is, and how it ended.
 *
 * Each load begins with started() and ends with finished() or failed(), unless a later one overtakes it. The
 * destructor stops what is going on.
 */
class LoadingControl : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive this.
    LoadingControl(LogTableModel* log, LogPage* page, LogStatusBar* status);

    /// Loads @p path (`-` is standard input) in place of what is there, and goes to @p place, if there is one.
    void open(const QString& path, const std::optional<TablePlace>& place = {});
    /// Loads @p text, which comes from the clipboard.
    void openPasted(const QString& text);
    /// Loads the log once more from the start.
    void repeat();
    /// The same, and comes back to the place where the person is.
    void reload();
    void cancel() { m_loader.cancel(); }
    /// There is no log any more, after failed().
    void forget() { m_path.clear(); }

    /// Absolute path of the log, or `-` for one that is no file; empty if there is none.
    [[nodiscard]] QString path() const { return m_path; }
    /// What people call the log; empty if there is none.
    [[nodiscard]] QString name() const;
    /// Whether the log can be read a second time.
    [[nodiscard]] bool canReload() const;
    [[nodiscard]] bool isRunning() const { return m_loader.isRunning(); }

    /// Goes to where the person was before reload(), or to the place given to open(), once its records are there and
    /// filtered; a log that is opened anew shows its first record.
    void returnToPlace();

Q_SIGNALS:
    void started();
    /// Records have come.
    void grown();
    /// All is read that will be; the page says if it is not all of the log.
    void finished();
    /// Nothing of the log can be shown, for the reason that @p sentence gives.
    void failed(const QString& sentence);

private:
    void append(const QList<BlockPointer>& blocks);
    void finish(const ScanOutcome& outcome);
    void askForDateOrder(const LogLayout& layout);
    void setDateOrder(LogLayout::DateOrder order);
    void fail(const LoadError& error);

    LogTableModel* m_log;
    LogPage* m_page;
    LogStatusBar* m_status;
    LogLoader m_loader;
    QString m_path;
    SourcePointer m_source; // where there is no file to be opened again
    ScanChoices m_choices;
    std::optional<TablePlace> m_placeAfterLoad; ///< Where the person was.
};

} // namespace TmgLens
