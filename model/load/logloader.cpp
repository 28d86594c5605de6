// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/logloader.h"

#include "model/source/opensource.h"

#include <QPromise>
#include <QtConcurrentRun>

#include <chrono>
#include <new>

namespace TmgLens {

using namespace std::chrono_literals;

/**
 * Gathers blocks into steps: a view pays for an insertion in proportion to the rows that it has, and in proportion to
 * those that come. The first step goes at once, the others in time to take up little of the GUI thread each.
 */
class LogLoader::StepSender
{
public:
    explicit StepSender(QPromise<Step>& promise) : m_promise(promise) {}

    void add(const BlockPointer& block, const ScanProgress& progress)
    {
        m_step.blocks.append(block);
        m_step.progress = progress;
        if (const auto now = Clock::now(); now >= m_next) {
            send();
            m_next = now + pause;
        }
    }

    void end(std::expected<ScanOutcome, LoadError> end)
    {
        m_step.end = std::move(end);
        send();
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr Clock::duration pause = 100ms;

    void send() { m_promise.addResult(std::exchange(m_step, Step{.progress = m_step.progress})); }

    QPromise<Step>& m_promise;
    Step m_step;
    Clock::time_point m_next;
};

LogLoader::LogLoader(QObject* parent) : QObject(parent) {}

LogLoader::~LogLoader()
{
    abandon();
}

void LogLoader::start(const QString& path, const ScanChoices& choices)
{
    start({.path = path, .choices = choices});
}

void LogLoader::start(const SourcePointer& source, const ScanChoices& choices)
{
    start({.path = source->path(), .source = source, .choices = choices});
}

void LogLoader::start(const Job& job)
{
    abandon();
    m_stop = std::stop_source();
    m_hasEnded = false;
    m_watcher = std::make_unique<QFutureWatcher<Step>>();
    connect(m_watcher.get(), &QFutureWatcher<Step>::resultReadyAt, this,
            [this](int i) { take(m_watcher->resultAt(i)); });
    Q_EMIT started(job.path);
    m_watcher->setFuture(QtConcurrent::run(load, job, m_stop.get_token()));
}

void LogLoader::cancel()
{
    m_stop.request_stop();
}

bool LogLoader::isRunning() const
{
    return !m_hasEnded;
}

void LogLoader::load(QPromise<Step>& promise, const Job& job, const std::stop_token& stop)
{
    StepSender sender(promise);
    // An exception that left the worker would come out of a destructor's wait.
    try {
        const auto source =
            job.source ? std::expected<SourcePointer, LoadError>(job.source) : openSource(job.path, stop);
        if (source) {
            const auto add = [&sender](const ScannedBlock& scanned, const ScanProgress& progress) {
                sender.add(scanned.block, progress);
            };
            sender.end(scanLog(*source, add, stop, {}, job.choices));
        } else if (source.error().kind == LoadError::Kind::Stopped) {
            sender.end(ScanOutcome{.isComplete = false});
        } else {
            sender.end(std::unexpected(source.error()));
        }
    } catch (const std::exception&) { // only memory can be short; Qt may have wrapped it
        sender.end(std::unexpected(LoadError{.kind = LoadError::Kind::NoMemory, .path = job.path}));
    }
}

void LogLoader::abandon()
{
    m_stop.request_stop();
    if (!m_watcher)
        return;
    m_watcher->disconnect(this);
    m_watcher->waitForFinished();
    m_watcher.release()->deleteLater(); // start() may be called from a slot of one of its signals
    m_hasEnded = true;
}

void LogLoader::take(const Step& step)
{
    const auto* job = m_watcher.get();
    if (!step.blocks.isEmpty())
        Q_EMIT blocksReady(step.blocks);
    if (m_watcher.get() == job)
        Q_EMIT progressChanged(step.progress);
    if (!step.end || m_watcher.get() != job) // a slot may have started another load
        return;
    m_hasEnded = true;
    if (*step.end)
        Q_EMIT finished(**step.end);
    else
        Q_EMIT failed(step.end->error());
}

} // namespace TmgLens
