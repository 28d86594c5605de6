// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFuture>
#include <QList>
#include <QObject>
#include <QtConcurrentRun>

#include <exception>
#include <expected>
#include <stop_token>

namespace TmgLens {

/**
 * One piece of work at a time off the GUI thread; the last request wins.
 *
 * Result is a std::expected whose error has a kind NoMemory: that is the answer of work that runs out of memory.
 *
 * Belongs to the GUI thread. Work that was overtaken by a later start() is stopped and its answer dropped; work that
 * was cancelled still answers, so that its end is seen. The destructor stops what is left and waits for it.
 */
template <typename Result> class BackgroundTask
{
public:
    BackgroundTask() = default;
    BackgroundTask(const BackgroundTask&) = delete;
    BackgroundTask& operator=(const BackgroundTask&) = delete;

    ~BackgroundTask()
    {
        cancel();
        for (QFuture<Result>& future : m_futures)
            future.waitForFinished();
    }

    /// Runs @p work, which takes a stop token, and hands what it returns to @p done in the thread of @p context;
    /// that can happen before start() returns.
    template <typename Work, typename Done> void start(QObject* context, Work work, Done done)
    {
        cancel();
        m_stop = std::stop_source();
        m_isRunning = true;
        m_futures.removeIf([](const QFuture<Result>& future) { return future.isFinished(); });
        m_futures.append(QtConcurrent::run([work = std::move(work), stop = m_stop.get_token()]() mutable -> Result {
            // An exception that left the worker would come out of the destructor's wait.
            try {
                return work(stop);
            } catch (const std::exception&) { // only memory can be short; Qt may have wrapped it
                using Error = Result::error_type;
                return std::unexpected(Error{.kind = Error::Kind::NoMemory});
            }
        }));
        m_futures.last().then(context, [this, source = m_stop, done = std::move(done)](const Result& result) {
            if (source == m_stop) {
                m_isRunning = false;
                done(result);
            }
        });
    }

    /// Asks the running work to stop.
    void cancel() { m_stop.request_stop(); }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// True from cancel() to the next start().
    [[nodiscard]] bool isCancelled() const { return m_stop.stop_requested(); }

private:
    std::stop_source m_stop;
    QList<QFuture<Result>> m_futures; // the running one and those that were overtaken but have not ended yet
    bool m_isRunning = false;
};

} // namespace TmgLens
