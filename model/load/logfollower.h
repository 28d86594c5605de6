// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"
#include "model/load/followedlog.h"

#include <QThreadPool>
#include <QTimer>

namespace TmgLens {

/**
 * Follows logs that grow, and those that follow on them: looks at them twice a second, off the GUI thread.
 *
 * It looks instead of being told, because nobody tells what happens on a share, nor that a service writes to a file
 * that it keeps open. A share that hangs holds up the looking, and nothing else.
 *
 * Belongs to the GUI thread and emits there.
 */
class LogFollower : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        std::chrono::milliseconds pause{500}; ///< Between two looks.
        /// How long a record without a line end is waited for; see FollowedLog.
        std::chrono::milliseconds patience{3000};
    };

    explicit LogFollower(QObject* parent = nullptr) : LogFollower(Pace(), parent) {}
    explicit LogFollower(Pace pace, QObject* parent = nullptr);
    /// Stops.
    ~LogFollower() override;

    /// Begins to follow those of @p logs that can be followed and are of today, or all that can if none is. @p index
    /// holds what has been read of them.
    void start(const QList<LoadedLog>& logs, const RecordIndex& index);
    /// Nothing is emitted any more.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_pool != nullptr; }

    /// What is followed, and how the last looks went.
    [[nodiscard]] const std::vector<FollowedLog>& logs() const { return m_logs; }

Q_SIGNALS:
    /// A further log has begun: one that follows on another, or another one in the place of one. Its blocks come next.
    void begun(const TmgLens::LoadedLog& log);
    /// Blocks to be added, in the order of their bytes within each log.
    void blocksReady(const QList<TmgLens::BlockPointer>& blocks);
    /// The last record of @p block was cut short and has gone on: its records are in @p blocks anew.
    void blockReplaced(const TmgLens::BlockPointer& block, const QList<TmgLens::BlockPointer>& blocks);
    /// States of logs() are known now, or have changed.
    void statesChanged();

private:
    /// What a look at all logs gives.
    struct Look
    {
        std::vector<FollowedLog> logs;
        QList<LogGrowth> growths;
    };
    using Watcher = QFutureWatcher<Look>;

    [[nodiscard]] static Look lookAt(const std::vector<FollowedLog>& logs, std::chrono::milliseconds patience,
                                     const std::stop_token& stop);
    void look();
    void take();
    void emitGrowth(const LogGrowth& growth, QList<BlockPointer>& blocks);

    const Pace m_pace;
    std::vector<FollowedLog> m_logs;
    QTimer m_pause;
    std::unique_ptr<Watcher> m_watcher; // of the running look
    std::unique_ptr<QThreadPool> m_pool; // of its own: a look may hang
    std::stop_source m_stop;
    bool m_areStatesKnown = false;
};

} // namespace TmgLens
