// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/logfollower.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <ranges>
#include <utility>

namespace TmgLens {

using namespace std::chrono_literals;

namespace {

constexpr auto longestWait = 1000ms; // for a look to end that nobody needs any more

BlockPointer lastBlockOf(const LoadedLog& log, const RecordIndex& index)
{
    const auto parts = index.parts() | std::views::reverse;
    const auto last = std::ranges::find(parts, log.source, [](const auto& part) { return part.block->source; });
    return last == parts.end() ? nullptr : last->block;
}

bool follows(const std::vector<FollowedLog>& logs, const QString& path)
{
    return std::ranges::contains(logs, path, &FollowedLog::path);
}

} // namespace

LogFollower::LogFollower(Pace pace, QObject* parent) : QObject(parent), m_pace(pace)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pace.pause);
    connect(&m_pause, &QTimer::timeout, this, &LogFollower::look);
}

LogFollower::~LogFollower()
{
    stop();
}

void LogFollower::start(const QList<LoadedLog>& logs, const RecordIndex& index)
{
    stop();
    const auto& isCandidate = std::ranges::any_of(logs, isLive) ? isLive : canBeFollowed;
    for (const LoadedLog& log : logs | std::views::reverse) {
        if (isCandidate(log) && !follows(m_logs, log.source->path())) // else another log has taken its place
            m_logs.emplace_back(log, lastBlockOf(log, index));
    }
    std::ranges::reverse(m_logs);
    if (m_logs.empty())
        return;
    m_stop = std::stop_source();
    m_areStatesKnown = false;
    m_pool = std::make_unique<QThreadPool>();
    m_pool->setMaxThreadCount(1);
    look();
}

void LogFollower::stop()
{
    m_stop.request_stop();
    m_pause.stop();
    m_logs.clear();
    if (m_watcher) {
        m_watcher->disconnect(this);
        m_watcher.release()->deleteLater(); // this may be called from a slot of one of its signals
    }
    // One that hangs with its share keeps its thread, which shares nothing with anybody.
    if (m_pool && !m_pool->waitForDone(longestWait)) [[maybe_unused]]
        const QThreadPool* hanging = m_pool.release();
    m_pool.reset();
}

LogFollower::Look LogFollower::lookAt(const std::vector<FollowedLog>& logs, std::chrono::milliseconds patience,
                                      const std::stop_token& stop)
try {
    Look look{.logs = logs, .growths = {}};
    for (std::size_t i = 0; i < look.logs.size() && !stop.stop_requested(); ++i) {
        look.growths.append(look.logs[i].look(patience, stop));
        if (const auto next = look.logs[i].findNext(); next && !follows(look.logs, *next))
            look.logs.emplace_back(*next, look.logs[i].choices());
    }
    return look;
} catch (const std::bad_alloc&) {
    return {.logs = logs, .growths = {}}; // there may be memory next time
}

void LogFollower::look()
{
    m_watcher = std::make_unique<Watcher>();
    connect(m_watcher.get(), &Watcher::finished, this, &LogFollower::take);
    m_watcher->setFuture(QtConcurrent::run(m_pool.get(), lookAt, m_logs, m_pace.patience, m_stop.get_token()));
}

/// Tells what has begun and what is replaced; what is to be added goes into @p blocks.
void LogFollower::emitGrowth(const LogGrowth& growth, QList<BlockPointer>& blocks)
{
    if (growth.begun)
        Q_EMIT begun(*growth.begun);
    if (growth.replaced)
        Q_EMIT blockReplaced(growth.replaced, growth.blocks);
    else
        blocks += growth.blocks;
}

void LogFollower::take()
{
    const Look look = m_watcher->result();
    m_watcher.release()->deleteLater();
    const auto stateOf = [](const FollowedLog& log) { return log.state(); };
    const bool areOther =
        !std::ranges::equal(look.logs, m_logs, {}, stateOf, stateOf) || !std::exchange(m_areStatesKnown, true);
    m_logs = look.logs;
    const std::stop_source run = m_stop; // a slot may end it
    QList<BlockPointer> blocks;
    for (const LogGrowth& growth : look.growths)
        if (!run.stop_requested())
            emitGrowth(growth, blocks);
    if (!run.stop_requested() && !blocks.isEmpty())
        Q_EMIT blocksReady(blocks);
    if (!run.stop_requested() && areOther)
        Q_EMIT statesChanged();
    if (!run.stop_requested())
        m_pause.start();
}

} // namespace TmgLens
