// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/load/scanlog.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>

namespace TmgLens {

/**
 * Loads one log in the background, through QtConcurrent.
 *
 * Belongs to the GUI thread and emits there. Each start() ends in exactly one of finished() and failed(), also after
 * cancel(); a later start() silences what is left of the one before.
 */
class LogLoader : public QObject
{
    Q_OBJECT

public:
    explicit LogLoader(QObject* parent = nullptr);
    /// Cancels and waits.
    ~LogLoader() override;

    /// Begins to load @p path, after cancelling what is under way.
    void start(const QString& path, const ScanChoices& choices = {});
    /// The same for what is open already.
    void start(const SourcePointer& source, const ScanChoices& choices = {});
    /// Asks the running load to stop; what has been read stays. finished() follows.
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void started(const QString& path);
    /// New blocks in file order: a screenful first, then batches, at most ten a second.
    void blocksReady(const QList<TmgLens::BlockPointer>& blocks);
    /// After each batch.
    void progressChanged(const TmgLens::ScanProgress& progress);
    void finished(const TmgLens::ScanOutcome& outcome);
    void failed(const TmgLens::LoadError& error);

private:
    /// What the worker hands over: blocks, or the end.
    struct Step
    {
        QList<BlockPointer> blocks = {};
        ScanProgress progress = {};
        std::optional<std::expected<ScanOutcome, LoadError>> end = {};
    };
    class StepSender;

    /// What is to be loaded: a source, or the path of one that has to be opened first.
    struct Job
    {
        QString path;
        SourcePointer source = {};
        ScanChoices choices = {};
    };

    void start(const Job& job);
    static void load(QPromise<Step>& promise, const Job& job, const std::stop_token& stop);
    void abandon();
    void take(const Step& step);

    std::unique_ptr<QFutureWatcher<Step>> m_watcher;
    std::stop_source m_stop;
    bool m_hasEnded = true;
};

} // namespace TmgLens
