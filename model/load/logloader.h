// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/load/scanlog.h"
#include "model/source/openlog.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>
#include <QStringList>

namespace TmgLens {

/// What is to be loaded.
struct LoadRequest
{
    QStringList paths; ///< Of logs, archives and folders, as filesOf() and visitLogs() take them.
    SourcePointer source = {}; ///< What is open already, in place of standard input.
    ScanChoices choices = {};
    std::optional<quint64> maximumUnpacked = {}; ///< As UnpackOptions::maximum.
};

/// How far a load is.
struct LoadProgress
{
    int file = 0; ///< Of the files named, from 0 on.
    int fileCount = 1;
    quint64 bytes = 0; ///< Of the log at hand; while unpacking, of the archive.
    quint64 totalBytes = 0;
    quint64 records = 0; ///< Of all logs.
    bool isUnpacking = false;
};

/// What became of one log.
struct LoadedLog
{
    LogAddress address;
    SourcePointer source; ///< Null if it could not be opened.
    std::expected<ScanOutcome, LoadError> outcome;
    bool isOfToday = false; ///< The file was changed today.
};

/// How a load ended.
struct LoadOutcome
{
    QList<LoadedLog> logs; ///< All that have been looked at, in their order.
    bool isComplete = true; ///< False if it was stopped.
    std::optional<LoadError> failure = {}; ///< Why no log could be read to its end: the reason of the first one.
};

/**
 * Loads logs in the background, through QtConcurrent: one after the other, and each on all processors.
 *
 * Belongs to the GUI thread and emits there. Each start() ends in exactly one of finished() and failed(), also after
 * cancel(); a later start() silences what is left of the one before.
 */
class LogLoader : public QObject
{
    Q_OBJECT

public:
    explicit LogLoader(QObject* parent = nullptr);
    /// Cancels. A load that hangs in a read is left behind; it shares nothing with anybody.
    ~LogLoader() override;

    /// Begins to load what @p request says, after cancelling what is under way; waits for nothing.
    void start(const LoadRequest& request);
    /// Asks the running load to stop; what has been read stays. finished() follows.
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void started();
    /// A log is open, and so it is known where it is; before its first block comes.
    void opened(const TmgLens::LogAddress& address);
    /// New blocks in the order of the logs and their bytes: a screenful first, then batches, at most ten a second.
    void blocksReady(const QList<TmgLens::BlockPointer>& blocks);
    /// After each batch.
    void progressChanged(const TmgLens::LoadProgress& progress);
    void finished(const TmgLens::LoadOutcome& outcome);
    /// No log could be read to its end; the outcome has the failure, and records of its logs may have come.
    void failed(const TmgLens::LoadError& error, const TmgLens::LoadOutcome& outcome);

private:
    /// What the worker hands over: where a log is, blocks, or the end.
    struct Step
    {
        std::optional<LogAddress> address = {};
        QList<BlockPointer> blocks = {};
        LoadProgress progress = {};
        std::optional<LoadOutcome> end = {};
    };
    class StepSender;
    class Worker;

    static void load(QPromise<Step>& promise, const LoadRequest& request, const std::stop_token& stop);
    void abandon();
    void take(const Step& step);

    std::unique_ptr<QFutureWatcher<Step>> m_watcher;
    std::stop_source m_stop;
    bool m_hasEnded = true;
};

} // namespace TmgLens
