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
 * Each load begins with started() and ends with finished(), failed() or choiceNeeded(), unless a later one overtakes
 * it. The destructor stops what is going on.
 */
class LoadingControl : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive this.
    LoadingControl(LogTableModel* log, LogPage* page, LogStatusBar* status);

    /// Loads @p path (`-` is standard input) in place of what is there, and goes to @p place, if there is one.
    void open(const QString& path, const std::optional<TablePlace>& place = {});
    /// Loads what is open already, under the name that it has.
    void openSource(const SourcePointer& source);
    /// Loads @p text, which comes from the clipboard.
    void openPasted(const QString& text);
    /// Loads the log once more from the start.
    void repeat();
    /// The same, and lets an archive unpack to all that the disk holds.
    void repeatWithoutLimit();
    /// The same, and comes back to the place where the person is.
    void reload();
    void cancel() { m_loader.cancel(); }
    /// There is no log any more, after failed().
    void forget();

    /// Absolute path of the log, or `-` for one that is no file; empty if there is none. Of a member of an archive, as
    /// LogAddress has it.
    [[nodiscard]] QString path() const { return m_path; }
    /// Absolute path of the file that the log is, or is in; as path() otherwise. Known once the log is open.
    [[nodiscard]] QString filePath() const { return m_address.file; }
    /// What people call the log; empty if there is none.
    [[nodiscard]] QString name() const;
    /// Whether the log can be read a second time.
    [[nodiscard]] bool canReload() const;
    /// Whether the log was refused because its archive unpacks to more than is allowed.
    [[nodiscard]] bool isOverLimit() const { return m_isOverLimit; }
    [[nodiscard]] bool isRunning() const { return m_loader.isRunning(); }

    /// Goes to where the person was before reload(), or to the place given to open(), once its records are there and
    /// filtered; a log that is opened anew shows its first record.
    void returnToPlace();

Q_SIGNALS:
    void started();
    /// It is known where the log is, and so its name.
    void opened();
    /// Records have come.
    void grown();
    /// All is read that will be; the page says if it is not all of the log.
    void finished();
    /// Nothing of the log can be shown, for the reason that @p sentence gives.
    void failed(const QString& sentence);
    /// The log is an archive of several: open() one.
    void choiceNeeded(const TmgLens::MemberChoice& choice);

private:
    void locate(const LogAddress& address);
    void askForMember(const MemberChoice& choice);
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
    LogAddress m_address;
    std::optional<quint64> m_maximumUnpacked;
    bool m_isOverLimit = false;
    std::optional<TablePlace> m_placeAfterLoad; ///< Where the person was.
};

} // namespace TmgLens
