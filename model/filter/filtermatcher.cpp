// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filtermatcher.h"

#include "model/filter/compiledfilter.h"

#include <QThreadPool>
#include <QtConcurrentMap>

#include <algorithm>
#include <atomic>
#include <numeric>

namespace TmgLens {

namespace {

struct Job
{
    const RecordIndex::Part* part = nullptr;
    std::size_t first = 0; // within the block
    std::expected<std::vector<quint32>, LoadError> matches;
};

std::vector<Job> jobsFrom(const RecordIndex& index, quint32 first)
{
    std::vector<Job> jobs;
    for (const auto& part : index.parts()) {
        const std::size_t skipped = first > part.firstRecord ? first - part.firstRecord : 0;
        if (skipped < part.block->size())
            jobs.push_back({.part = &part, .first = skipped, .matches = {}});
    }
    return jobs;
}

/// One after the other for a single block, as while loading; on a pool of its own else, so that it works from within
/// one.
void runAll(std::vector<Job>& jobs, const std::function<void(Job&)>& run)
{
    if (jobs.size() == 1)
        return run(jobs.front());
    QThreadPool pool;
    QtConcurrent::blockingMap(&pool, jobs, run);
}

std::expected<std::vector<quint32>, LoadError> joined(const std::vector<Job>& jobs)
{
    std::size_t count = 0;
    for (const auto& job : jobs) {
        if (!job.matches)
            return std::unexpected(job.matches.error());
        count += job.matches->size();
    }
    std::vector<quint32> records;
    records.reserve(count);
    for (const auto& job : jobs)
        records.insert(records.end(), job.matches->begin(), job.matches->end());
    return records;
}

std::vector<quint32> allFrom(quint32 first, quint32 end)
{
    std::vector<quint32> records(end > first ? end - first : 0);
    std::iota(records.begin(), records.end(), first);
    return records;
}

} // namespace

std::expected<std::vector<quint32>, LoadError> matchRecords(const RecordIndex& index, const RecordFilter& filter,
                                                            quint32 first, const std::stop_token& stop,
                                                            const std::function<void(int)>& progress)
{
    if (filter.isEmpty())
        return allFrom(first, index.recordCount());
    const Filter::CompiledFilter compiled(filter, index.codes());
    std::vector<Job> jobs = jobsFrom(index, first);
    std::atomic_bool hasFailed = false;
    std::atomic<std::size_t> done = 0;
    runAll(jobs, [&](Job& job) {
        if (hasFailed || stop.stop_requested())
            return;
        job.matches = compiled.match(*job.part, job.first, stop);
        if (!job.matches)
            hasFailed = true;
        if (progress)
            progress(int(++done * 100 / jobs.size()));
    });
    return joined(jobs);
}

} // namespace TmgLens
