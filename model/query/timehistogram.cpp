// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/timehistogram.h"

#include <QThread>
#include <QThreadPool>
#include <QtConcurrentMap>

#include <algorithm>
#include <functional>
#include <numeric>
#include <ranges>

namespace TmgLens {

namespace {

using Part = RecordIndex::Part;

/// The class of each code of a block.
std::vector<quint8> classesOf(const Part& part, const CodeTable& codes)
{
    std::vector<quint8> classes;
    classes.reserve(part.codes.size());
    for (const CodeIndex code : part.codes)
        classes.push_back(quint8(codes.at(code).result.entry.resultClass));
    return classes;
}

/// Adds records to a histogram.
class Counter
{
public:
    explicit Counter(const TimeBins& bins)
        : m_histogram{.bins = bins, .counts = std::vector<ClassCounts>(std::size_t(bins.count))}
    {
    }

    /// Adds those @p records of @p block, which are their numbers within it.
    void add(const IndexBlock& block, const std::vector<quint8>& classes, std::ranges::range auto&& records)
    {
        Stretch stretch; // records are nearly in order, so that the next one is mostly in the same bin
        for (const auto record : records) {
            const LogTime time = block.time(record);
            if (!stretch.counts || time < stretch.begin || time >= stretch.end) [[unlikely]] {
                if (time == invalidTime) {
                    ++m_histogram.timeless;
                    continue;
                }
                stretch = stretchAt(time);
            }
            ++(*stretch.counts)[classes[qToUnderlying(block.code(record))]];
        }
    }

    void addOutside(std::size_t records) { m_histogram.outside += quint32(records); }

    [[nodiscard]] TimeHistogram take()
    {
        m_histogram.outside += total(m_outside);
        return std::move(m_histogram);
    }

private:
    struct Stretch
    {
        LogTime begin = LogTime::max();
        LogTime end = LogTime::max();
        ClassCounts* counts = nullptr;
    };

    [[nodiscard]] Stretch stretchAt(LogTime time)
    {
        const TimeBins& bins = m_histogram.bins;
        if (time < bins.begin)
            return {.begin = invalidTime + std::chrono::seconds(1), .end = bins.begin, .counts = &m_outside};
        if (time >= bins.end())
            return {.begin = bins.end(), .end = LogTime::max(), .counts = &m_outside};
        const int bin = bins.binAt(time);
        return {bins.beginOf(bin), bins.beginOf(bin + 1), &m_histogram.counts[std::size_t(bin)]};
    }

    TimeHistogram m_histogram;
    ClassCounts m_outside{};
};

void addTo(TimeHistogram& sum, const TimeHistogram& added)
{
    for (std::size_t bin = 0; bin < added.counts.size(); ++bin)
        std::ranges::transform(sum.counts[bin], added.counts[bin], sum.counts[bin].begin(), std::plus());
    sum.outside += added.outside;
    sum.timeless += added.timeless;
}

bool overlap(const IndexBlock& block, const TimeBins& bins)
{
    return block.firstTime != invalidTime && block.firstTime < bins.end() && block.lastTime >= bins.begin;
}

/// Counts stretches of @p parts side by side, each by @p add, and sums them up.
TimeHistogram countParts(std::span<const Part> parts, const TimeBins& bins, const std::stop_token& stop,
                         const std::function<void(Counter&, const Part&)>& add)
{
    struct Job
    {
        std::span<const Part> parts;
        TimeHistogram histogram;
    };
    const auto threads = std::ptrdiff_t(std::max(1, QThread::idealThreadCount()));
    std::vector<Job> jobs;
    for (const auto& stretch : parts | std::views::chunk(std::ssize(parts) / threads + 1))
        jobs.push_back({.parts = stretch, .histogram = {}});
    const auto run = [&](Job& job) {
        Counter counter(bins);
        for (const Part& part : job.parts)
            if (!stop.stop_requested())
                add(counter, part);
        job.histogram = counter.take();
    };
    if (jobs.size() == 1) {
        run(jobs.front());
    } else {
        QThreadPool pool; // of its own, so that it works from within one
        QtConcurrent::blockingMap(&pool, jobs, run);
    }
    TimeHistogram sum = Counter(bins).take();
    for (const Job& job : jobs)
        addTo(sum, job.histogram);
    return sum;
}

/// True if a block of @p index begins with record @p number, or would. Small blocks may have been joined since.
bool beginsAt(const RecordIndex& index, quint32 number)
{
    return number == index.recordCount()
        || (number < index.recordCount() && index.place(RecordNumber(number)).record == 0);
}

/// True if what lies outside of @p before still does in @p bins.
bool isContinuedBy(const TimeHistogram& before, const TimeBins& bins)
{
    const bool isSame = before.bins.begin == bins.begin && before.bins.width == bins.width;
    return isSame && (before.bins.count == bins.count || (before.bins.count < bins.count && before.outside == 0));
}

} // namespace

quint32 total(const ClassCounts& counts)
{
    return std::reduce(counts.begin(), counts.end());
}

TimeHistogram countTimes(const RecordIndex& index, const TimeBins& bins, const std::stop_token& stop,
                         const TimeHistogram* before)
{
    const bool isContinued = before && beginsAt(index, before->end) && isContinuedBy(*before, bins);
    const auto isNew = [from = isContinued ? before->end : 0](const Part& part) { return part.firstRecord >= from; };
    const auto first = std::ranges::find_if(index.parts(), isNew);
    TimeHistogram histogram =
        countParts(std::span(first, index.parts().end()), bins, stop, [&](Counter& counter, const Part& part) {
            const IndexBlock& block = *part.block;
            if (overlap(block, bins) || block.malformedCount > 0) // a record without a time is malformed
                counter.add(block, classesOf(part, index.codes()), std::views::iota(std::size_t(0), block.size()));
            else
                counter.addOutside(block.size());
        });
    if (isContinued)
        addTo(histogram, *before);
    histogram.end = index.recordCount();
    return histogram;
}

TimeHistogram countTimes(const RecordIndex& index, const RecordRows& rows, const TimeBins& bins,
                         const std::stop_token& stop)
{
    TimeHistogram histogram = countParts(index.parts(), bins, stop, [&](Counter& counter, const Part& part) {
        if (!overlap(*part.block, bins))
            return;
        const auto within = [&part](quint32 number) { return number - part.firstRecord; };
        const auto numbers = rows.numbersWithin(RecordNumber(part.firstRecord), quint32(part.block->size()));
        counter.add(*part.block, classesOf(part, index.codes()), numbers | std::views::transform(within));
    });
    histogram.end = index.recordCount();
    return histogram;
}

} // namespace TmgLens
