// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/logloader.h"

#include "model/source/lentplace.h"
#include "model/source/logpaths.h"

#include <QDateTime>
#include <QFileInfo>
#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <new>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto standardInput = "-"_L1; // as a path

} // namespace

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
        if (m_step.address) // nobody has been told of the one before
            send();
        m_step.address = address;
    }

    void add(const BlockPointer& block, const LoadProgress& progress)
    {
        m_step.blocks.append(block);
        tell(progress);
    }

    void tell(const LoadProgress& progress)
    {
        m_step.progress = progress;
        if (const auto now = Clock::now(); now >= m_next) {
            send();
            m_next = now + pause;
        }
    }

    void end(LoadOutcome end)
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

/// Reads the logs of a request one after the other.
class LogLoader::Worker
{
public:
    Worker(StepSender& sender, const LoadRequest& request, const std::stop_token& stop)
        : m_sender(sender)
        , m_request(request)
        , m_stop(stop)
    {
    }

    LoadOutcome run()
    {
        visitAll(filesOf(m_request.paths));
        m_outcome.isComplete = !m_stop.stop_requested();
        const auto isRead = [](const LoadedLog& log) { return log.outcome.has_value(); };
        if (m_outcome.isComplete && std::ranges::none_of(m_outcome.logs, isRead))
            m_outcome.failure = firstError();
        return std::move(m_outcome);
    }

private:
    void visitAll(QStringList files)
    {
        m_progress.fileCount = int(files.size());
        while (!files.isEmpty() && !m_stop.stop_requested()) {
            if (files.constFirst() == standardInput && m_request.source) {
                scan({.file = m_request.source->path()}, m_request.source);
                files.removeFirst();
            } else {
                visit(takeTogether(files));
            }
            m_progress.file = m_progress.fileCount - int(files.size());
        }
    }

    /// A log, or some in one archive, which are read in one go.
    struct Together
    {
        QString file;
        QStringList members = {}; ///< All, if there are none.
    };

    /// Takes off the first one of @p paths, and those after it that lead into the same archive.
    static Together takeTogether(QStringList& paths)
    {
        const LogAddress first = logAddress(paths.takeFirst());
        Together together{.file = first.file};
        if (first.member.isEmpty())
            return together;
        together.members += first.member;
        while (!paths.isEmpty()) {
            const LogAddress next = logAddress(paths.constFirst());
            if (next.file != first.file || next.member.isEmpty())
                break;
            together.members += next.member;
            paths.removeFirst();
        }
        return together;
    }

    void visit(const Together& logs)
    {
        const auto tell = [this](quint64 bytes, quint64 totalBytes) {
            m_progress.bytes = bytes;
            m_progress.totalBytes = totalBytes;
            m_progress.isUnpacking = true;
            m_sender.tell(m_progress);
        };
        const auto read = [this](const LogAddress& address, const std::expected<SourcePointer, LoadError>& log) {
            if (log)
                scan(address, *log);
            else
                passOver(address, log.error());
        };
        const UnpackOptions options{.maximum = m_request.maximumUnpacked, .stop = m_stop, .progress = tell};
        if (const auto visited = visitMembers(logs.file, logs.members, options, read); !visited)
            passOver({.file = logs.file}, visited.error());
    }

    void scan(const LogAddress& address, const SourcePointer& source)
    {
        m_sender.begin(address);
        const quint64 recordsBefore = m_progress.records;
        const auto add = [&](const ScannedBlock& scanned, const ScanProgress& progress) {
            m_progress.bytes = progress.bytes;
            m_progress.totalBytes = progress.totalBytes;
            m_progress.records = recordsBefore + progress.records;
            m_progress.isUnpacking = false;
            if (m_progress.records <= maximumRecords)
                m_sender.add(scanned.block, m_progress);
        };
        auto outcome = scanLog(source, add, m_stop, {}, m_request.choices);
        if (m_progress.records > maximumRecords)
            outcome = std::unexpected(LoadError{.kind = LoadError::Kind::TooManyRecords, .path = source->path()});
        m_outcome.logs.append({address, source, std::move(outcome), isOfToday(address)});
    }

    static bool isOfToday(const LogAddress& address)
    {
        return QFileInfo(address.file).lastModified().date() == QDate::currentDate();
    }

    void passOver(const LogAddress& address, const LoadError& error)
    {
        if (error.kind != LoadError::Kind::Stopped)
            m_outcome.logs.append({.address = address, .source = {}, .outcome = std::unexpected(error)});
    }

    [[nodiscard]] LoadError firstError() const
    {
        if (m_outcome.logs.isEmpty())
            return {.kind = LoadError::Kind::EmptyFolder, .path = m_request.paths.value(0)};
        return m_outcome.logs.front().outcome.error();
    }

    StepSender& m_sender;
    const LoadRequest& m_request;
    const std::stop_token& m_stop;
    LoadProgress m_progress;
    LoadOutcome m_outcome;
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
    Q_EMIT started();
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
    const LentPlace lent;
    StepSender sender(promise);
    try {
        sender.end(Worker(sender, request, stop).run());
    } catch (const std::exception&) { // only memory can be short; Qt may have wrapped it
        sender.end(
            {.logs = {}, .failure = LoadError{.kind = LoadError::Kind::NoMemory, .path = request.paths.value(0)}});
    }
}

void LogLoader::abandon()
{
    m_stop.request_stop();
    if (!m_watcher)
        return;
    m_watcher->disconnect(this);
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
    if (step.end->failure)
        Q_EMIT failed(*step.end->failure, *step.end);
    else
        Q_EMIT finished(*step.end);
}

} // namespace TmgLens
