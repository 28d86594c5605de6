// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/lentplace.h"

#include <QFuture>
#include <QObject>
#include <QtConcurrentRun>

#include <exception>
#include <expected>
#include <memory>
#include <mutex>
#include <stop_token>
#include <utility>

namespace TmgLens {

/**
 * One piece of work at a time off the GUI thread; the last request wins.
 *
 * Result is a std::expected whose error has a kind NoMemory: that is the answer of work that runs out of memory.
 *
 * Belongs to the GUI thread. Work that was overtaken by a later start() is stopped and its answer dropped; work that
 * was cancelled still answers, so that its end is seen. The destructor stops what is left, and does not wait: a read
 * may hang. So work must own all that it uses, and speak to others by a Reporter only.
 */
template <typename Result> class BackgroundTask
{
public:
    /// Carries what work has to tell before its end to the thread of an object. Thread-safe; dumb once the task is
    /// gone.
    class Reporter
    {
    public:
        /// Has @p tell called in that thread, later.
        template <typename Tell> void operator()(Tell tell) const
        {
            const std::scoped_lock lock(m_link->mutex);
            if (!m_link->isCut)
                QMetaObject::invokeMethod(m_receiver, std::move(tell), Qt::QueuedConnection);
        }

    private:
        friend BackgroundTask;
        struct Link
        {
            std::mutex mutex;
            bool isCut = false; ///< Guarded by the mutex.
        };

        Reporter(const std::shared_ptr<Link>& link, QObject* receiver) : m_link(link), m_receiver(receiver) {}

        std::shared_ptr<Link> m_link;
        QObject* m_receiver;
    };

    BackgroundTask() = default;
    BackgroundTask(const BackgroundTask&) = delete;
    BackgroundTask& operator=(const BackgroundTask&) = delete;

    ~BackgroundTask()
    {
        cancel();
        const std::scoped_lock lock(m_link->mutex);
        m_link->isCut = true;
    }

    /// For work to tell @p receiver something, which must outlive the task.
    [[nodiscard]] Reporter reporter(QObject* receiver) const { return {m_link, receiver}; }

    /// Runs @p work, which takes a stop token, and hands what it returns to @p done in the thread of @p context;
    /// that can happen before start() returns.
    template <typename Work, typename Done> void start(QObject* context, Work work, Done done)
    {
        cancel();
        m_stop = std::stop_source();
        m_isRunning = true;
        auto future = QtConcurrent::run([work = std::move(work), stop = m_stop.get_token()]() mutable -> Result {
            const LentPlace lent;
            try {
                return work(stop);
            } catch (const std::exception&) { // only memory can be short; Qt may have wrapped it
                using Error = Result::error_type;
                return std::unexpected(Error{.kind = Error::Kind::NoMemory});
            }
        });
        future.then(context, [this, source = m_stop, done = std::move(done)](const Result& result) {
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
    std::shared_ptr<typename Reporter::Link> m_link = std::make_shared<typename Reporter::Link>();
    bool m_isRunning = false;
};

} // namespace TmgLens
