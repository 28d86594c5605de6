// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/load/logfollower.h"
#include "model/load/logloader.h"
#include "ui/table/logtableview.h"

#include <QObject>

namespace TmgLens {

class LogPage;
class LogStatusBar;

/// @p paths from the root of the file system on, none of them twice; `-` stays.
[[nodiscard]] QStringList absolutePaths(const QStringList& paths);

/**
 * Brings logs into the window: reads them into the model, tells how far it is, and how it ended, and takes in what
 * comes to them later.
 *
 * Each load begins with started() and ends with finished() or failed(), unless a later one overtakes it. The destructor
 * stops what is going on.
 */
class LoadingControl : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive this.
    LoadingControl(LogTableModel* log, LogPage* page, LogStatusBar* status);

    /// Loads what is at @p paths (logs, archives, folders; `-` is standard input) in place of what is there, and goes
    /// to @p place, if there is one. @p serverZone is as setServerZone() has it.
    void open(const QStringList& paths, const std::optional<KeptPlace>& place = {},
              const std::optional<QTimeZone>& serverZone = {});
    /// Loads what is at @p paths beside what is there, and comes back to the place where the person is.
    void add(const QStringList& paths);
    /// Forgets the logs at @p paths, as RecordFilter names them, but never all.
    void remove(const QStringList& paths);
    /// Loads what is open already, under the name that it has.
    void openSource(const SourcePointer& source);
    /// Loads @p text, which comes from the clipboard.
    void openPasted(const QString& text);
    /// Loads all of it once more from the start.
    void repeat();
    /// The same, and lets an archive unpack to all that the disk holds.
    void repeatWithoutLimit();
    /// The same, and comes back to the place where the person is. Where less can be read than before, because something
    /// is wrong, all is as it was.
    void reload();
    /// Chooses the zone of the servers whose logs tell local times, or none, for what is in the window and comes to it.
    void setServerZone(const std::optional<QTimeZone>& zone);
    void cancel();
    /// Takes in what comes to the logs from here on, or no more; what has come meanwhile at once.
    void setFollowing(bool isFollowing);
    /// There is nothing any more, after failed().
    void forget();

    /// Absolute paths of what is loaded, or `-` for what is no file; empty if there is nothing. Of a member of an
    /// archive, as LogAddress has it.
    [[nodiscard]] QStringList paths() const { return m_paths; }
    /// What became of the logs; empty while they are being read.
    [[nodiscard]] const QList<LoadedLog>& logs() const { return m_logs; }
    /// What people call it; empty if there is nothing.
    [[nodiscard]] QString name() const;
    /// Whether it can be read a second time.
    [[nodiscard]] bool canReload() const;
    /// Whether a log was refused because its archive unpacks to more than is allowed.
    [[nodiscard]] bool isOverLimit() const { return m_isOverLimit; }
    [[nodiscard]] bool isRunning() const { return m_loader.isRunning(); }
    /// What follows the logs while they are in the window.
    [[nodiscard]] const LogFollower& follower() const { return m_follower; }

    /// Goes to where the person was before reload(), or to the place given to open(), once its records are there and
    /// filtered; a log that is opened anew shows its first record.
    void returnToPlace();

Q_SIGNALS:
    void started();
    /// It is known where a log is, which can change the name.
    void opened();
    /// Records have come.
    void grown();
    /// All is read that will be; the page says if it is not all that there is.
    void finished();
    /// A further log has begun, and its first records are there: @p log is the last of logs() now.
    void begun(const TmgLens::LoadedLog& log);
    /// Nothing can be shown, for the reason that @p sentence gives.
    void failed(const QString& sentence);

private:
    /// What was in the window when it was about to be read again.
    struct Before
    {
        QStringList paths;
        QList<LoadedLog> logs;
        QList<BlockPointer> blocks;
        quint32 records = 0;
    };

    void locate(const LogAddress& address);
    void append(const QList<BlockPointer>& blocks);
    void finish(const LoadOutcome& outcome);
    void tellOutcome(const LoadOutcome& outcome);
    void setDateOrder(LogLayout::DateOrder order);
    void fail(const LoadError& error, const LoadOutcome& outcome);
    void takeIn(const QList<BlockPointer>& blocks);
    void takeIn(const LoadedLog& log);
    void replace(const BlockPointer& block, const QList<BlockPointer>& blocks);
    [[nodiscard]] bool returnToBefore(const std::optional<LoadError>& error);
    void rebuild(const QList<BlockPointer>& blocks);

    LogTableModel* m_log;
    LogPage* m_page;
    LogStatusBar* m_status;
    LogLoader m_loader;
    LogFollower m_follower;
    QStringList m_paths;
    SourcePointer m_source; // where there is no file to be opened again
    ScanChoices m_choices;
    LogAddress m_address; // of the log that was opened last
    int m_opened = 0; // logs
    QList<LoadedLog> m_logs;
    QList<LoadedLog> m_begun; // whose first records are about to come
    std::optional<quint64> m_maximumUnpacked;
    bool m_isOverLimit = false;
    bool m_isOpenedAnew = false; ///< Of several logs another record can be the first in time than the first to come.
    std::optional<KeptPlace> m_placeAfterLoad; ///< Where the person was.
    std::optional<Before> m_before; ///< While it is read again.
};

} // namespace TmgLens
