// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/load/scanlog.h"
#include "model/source/openlog.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>

namespace TmgLens {

/// What is to be loaded.
struct LoadRequest
{
    QString path; ///< As openLog() takes it.
    SourcePointer source = {}; ///< What is open already, in place of what is at the path.
    ScanChoices choices = {};
    std::optional<quint64> maximumUnpacked = {}; ///< As UnpackOptions::maximum.
};

/**
 * Loads one log in the background, through QtConcurrent.
 *
 * Belongs to the GUI thread and emits there. Each start() ends in exactly one of finished(), failed() and
 * choiceNeeded(), also after cancel(); a later start() silences what is left of the one before.
 */
class LogLoader : public QObject
{
    Q_OBJECT

public:
    explicit LogLoader(QObject* parent = nullptr);
    /// Cancels and waits.
    ~LogLoader() override;

    /// Begins to load what @p request says, after cancelling what is under way.
    void start(const LoadRequest& request);
    /// Asks the running load to stop; what has been read stays. finished() follows.
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void started(const QString& path);
    /// The log is open, and so it is known where it is; before its first block comes.
    void opened(const TmgLens::LogAddress& address);
    /// New blocks in file order: a screenful first, then batches, at most ten a second.
    void blocksReady(const QList<TmgLens::BlockPointer>& blocks);
    /// After each batch.
    void progressChanged(const TmgLens::ScanProgress& progress);
    void finished(const TmgLens::ScanOutcome& outcome);
    void failed(const TmgLens::LoadError& error);
    /// There is an archive of several files at the path: one of them can be loaded by its address.
    void choiceNeeded(const TmgLens::MemberChoice& choice);

private:
    using End = std::variant<ScanOutcome, LoadError, MemberChoice>;

    /// What the worker hands over: where the log is, blocks, or the end.
    struct Step
    {
        std::optional<LogAddress> address = {};
        QList<BlockPointer> blocks = {};
        ScanProgress progress = {};
        std::optional<End> end = {};
    };
    class StepSender;

    static void load(QPromise<Step>& promise, const LoadRequest& request, const std::stop_token& stop);
    static End loadLog(StepSender& sender, const LoadRequest& request, const std::stop_token& stop);
    static End scan(StepSender& sender, const OpenedLog& log, const LoadRequest& request, const std::stop_token& stop);
    void abandon();
    void take(const Step& step);
    void finish(const End& end);

    std::unique_ptr<QFutureWatcher<Step>> m_watcher;
    std::stop_source m_stop;
    bool m_hasEnded = true;
};

} // namespace TmgLens
