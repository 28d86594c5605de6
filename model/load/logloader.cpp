// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/logloader.h"

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

    void begin(const LogAddress& address)
    {
        m_step.address = address;
        m_step.progress = {};
        m_next = {};
    }

    void add(const BlockPointer& block, const ScanProgress& progress)
    {
        m_step.blocks.append(block);
        tell(progress);
    }

    void tell(const ScanProgress& progress)
    {
        m_step.progress = progress;
        if (const auto now = Clock::now(); now >= m_next) {
            send();
            m_next = now + pause;
        }
    }

    void end(End end)
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

void LogLoader::start(const LoadRequest& request)
{
    abandon();
    m_stop = std::stop_source();
    m_hasEnded = false;
    m_watcher = std::make_unique<QFutureWatcher<Step>>();
    connect(m_watcher.get(), &QFutureWatcher<Step>::resultReadyAt, this,
            [this](int i) { take(m_watcher->resultAt(i)); });
    Q_EMIT started(request.path);
    m_watcher->setFuture(QtConcurrent::run(load, request, m_stop.get_token()));
}

void LogLoader::cancel()
{
    m_stop.request_stop();
}

bool LogLoader::isRunning() const
{
    return !m_hasEnded;
}

void LogLoader::load(QPromise<Step>& promise, const LoadRequest& request, const std::stop_token& stop)
{
    StepSender sender(promise);
    // An exception that left the worker would come out of a destructor's wait.
    try {
        sender.end(loadLog(sender, request, stop));
    } catch (const std::exception&) { // only memory can be short; Qt may have wrapped it
        sender.end(LoadError{.kind = LoadError::Kind::NoMemory, .path = request.path});
    }
}

LogLoader::End LogLoader::loadLog(StepSender& sender, const LoadRequest& request, const std::stop_token& stop)
{
    if (request.source)
        return scan(sender, {.address = {.file = request.path}, .source = request.source}, request, stop);
    const auto tell = [&sender](quint64 bytes, quint64 totalBytes) {
        sender.tell({.bytes = bytes, .totalBytes = totalBytes, .isUnpacking = true});
    };
    const auto opening = openLog(request.path, {.maximum = request.maximumUnpacked, .stop = stop, .progress = tell});
    if (!opening && opening.error().kind == LoadError::Kind::Stopped)
        return ScanOutcome{.isComplete = false};
    if (!opening)
        return opening.error();
    if (const auto* choice = std::get_if<MemberChoice>(&*opening))
        return *choice;
    return scan(sender, std::get<OpenedLog>(*opening), request, stop);
}

LogLoader::End LogLoader::scan(StepSender& sender, const OpenedLog& log, const LoadRequest& request,
                               const std::stop_token& stop)
{
    sender.begin(log.address);
    const auto add = [&sender](const ScannedBlock& scanned, const ScanProgress& progress) {
        sender.add(scanned.block, progress);
    };
    const auto outcome = scanLog(log.source, add, stop, {}, request.choices);
    if (outcome)
        return *outcome;
    return log.source->damage().value_or(outcome.error()); // which is why it looks like no log
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
    if (step.address)
        Q_EMIT opened(*step.address);
    if (m_watcher.get() == job && !step.blocks.isEmpty())
        Q_EMIT blocksReady(step.blocks);
    if (m_watcher.get() == job)
        Q_EMIT progressChanged(step.progress);
    if (!step.end || m_watcher.get() != job) // a slot may have started another load
        return;
    m_hasEnded = true;
    finish(*step.end);
}

void LogLoader::finish(const End& end)
{
    if (const auto* outcome = std::get_if<ScanOutcome>(&end))
        Q_EMIT finished(*outcome);
    else if (const auto* error = std::get_if<LoadError>(&end))
        Q_EMIT failed(*error);
    else
        Q_EMIT choiceNeeded(std::get<MemberChoice>(end));
}

} // namespace TmgLens
