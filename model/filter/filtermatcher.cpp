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

std::vector<Job> jobsFrom(const RecordIndex& index, quint32 first, const PickedRecordsPointer& picked)
{
    std::vector<Job> jobs;
    for (const auto& part : index.parts()) {
        const std::size_t skipped = first > part.firstRecord ? first - part.firstRecord : 0;
        const bool isAsked = !picked || !picked->within(part.firstRecord, part.block->size()).empty();
        if (skipped < part.block->size() && isAsked)
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

/// The matches of @p job by their number in the document.
std::expected<std::vector<quint32>, LoadError> match(const Job& job, const Filter::CompiledFilter& filter,
                                                     const CodeTable& codes, const std::stop_token& stop)
{
    auto matches = filter.match(*job.part, Filter::blockCodes(*job.part, codes), job.first, stop);
    if (matches) {
        filter.keepPicked(*job.part, *matches);
        for (quint32& record : *matches)
            record += job.part->firstRecord;
    }
    return matches;
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

RecordChooser recordChooser(const RecordFilter& filter, const ZoneClock& serverClock)
{
    const Filter::TimeClocks clocks{.ofUtcLogs = {}, .ofServerLogs = serverClock};
    auto compiled = std::make_shared<const Filter::CompiledFilter>(filter, clocks);
    return [compiled = std::move(compiled)](const IndexBlock& block, std::string_view bytes) {
        CodeTable table;
        if (compiled->asksForCodes()) { // decoding them for each block is not for nothing
            for (std::size_t i = 0; i < block.codeTexts.size(); ++i)
                table.add(QByteArray::fromStdString(block.codeTexts[i]), block.codeLogs[i], 0);
        }
        Filter::BlockCodes codes;
        for (const CodeEntry& entry : table.entries())
            codes.push_back(&entry);
        return compiled->match(block, codes, bytes);
    };
}

std::expected<std::vector<quint32>, LoadError> matchRecords(const RecordIndex& index, const RecordFilter& filter,
                                                            quint32 first, const std::stop_token& stop,
                                                            const std::function<void(int)>& progress)
{
    if (filter.isEmpty())
        return allFrom(first, index.recordCount());
    const Filter::CompiledFilter compiled(filter, {.ofUtcLogs = index.clock(), .ofServerLogs = index.clock()});
    std::vector<Job> jobs = jobsFrom(index, first, filter.picked);
    std::atomic_bool hasFailed = false;
    std::atomic<std::size_t> done = 0;
    runAll(jobs, [&](Job& job) {
        if (hasFailed || stop.stop_requested())
            return;
        job.matches = match(job, compiled, index.codes(), stop);
        if (!job.matches)
            hasFailed = true;
        if (progress)
            progress(int(++done * 100 / jobs.size()));
    });
    return joined(jobs);
}

} // namespace TmgLens
