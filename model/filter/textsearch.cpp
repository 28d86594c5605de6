// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/textsearch.h"

#include "model/filter/bytejudge.h"
#include "model/filter/circularwalk.h"
#include "model/filter/patternsearcher.h"
#include "model/filter/selectedrecords.h"
#include "model/filter/wordsearcher.h"
#include "model/format/fieldcutter.h"

#include <QThreadPool>
#include <QtConcurrentMap>

#include <algorithm>
#include <atomic>
#include <limits>

namespace TmgLens {

namespace {

using Filter::Verdict;

// Small at first, since the next hit is often near; then large enough for all processors.
constexpr qint64 firstChunk = 512;
constexpr qint64 largestChunk = 128 * 1024;
constexpr qint64 nowhere = std::numeric_limits<qint64>::max();

/// Answers for one record at a time; may be used from any thread.
class TextMatcher
{
public:
    TextMatcher(const TextQuery& query, const CodeTable& codes)
    {
        const auto sensitivity = query.isCaseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
        if (query.isRegularExpression)
            m_pattern.emplace(query.text, sensitivity);
        else
            m_words.emplace(query.text, sensitivity);
        m_codes.reserve(codes.size());
        for (const CodeEntry& code : codes.entries())
            m_codes.push_back(search(code, query.text, sensitivity));
    }

    /// Never Verdict::Open.
    [[nodiscard]] Verdict search(CodeIndex code) const { return m_codes[qToUnderlying(code)]; }

    /// Never Verdict::Open.
    [[nodiscard]] Verdict search(std::string_view record, const LogLayout& layout) const
    {
        return m_words ? Filter::verdict(m_words->isIn(record, layout))
                       : m_pattern->search(record, [&] { return Filter::recordText(record, layout); });
    }

private:
    [[nodiscard]] Verdict search(const CodeEntry& code, const QString& words, Qt::CaseSensitivity sensitivity) const
    {
        const std::string_view text = toStringView(code.text);
        if (isEmptyCell(text))
            return Verdict::No; // tables give no title to it
        const QString shown = withTitle(cellText(text), code);
        return m_pattern ? m_pattern->search(shown) : Filter::verdict(shown.contains(words, sensitivity));
    }

    std::optional<Filter::WordSearcher> m_words;
    std::optional<Filter::PatternSearcher> m_pattern;
    std::vector<Verdict> m_codes; // whether the text is in a code as tables show it
};

struct Candidate
{
    quint32 record = 0;
    qint64 step = 0;
};

/// The candidates of one block.
struct Job
{
    const RecordIndex::Part* part = nullptr;
    std::span<const Candidate> candidates;
    std::optional<LoadError> error = {};
};

std::vector<Job> jobsOf(const RecordIndex& index, std::span<const Candidate> candidates)
{
    std::vector<Job> jobs;
    while (!candidates.empty()) {
        const auto* part = index.place(RecordNumber(candidates.front().record)).part;
        const quint32 end = part->firstRecord + quint32(part->block->size());
        const auto after = std::ranges::lower_bound(candidates, end, {}, &Candidate::record);
        const auto count = std::size_t(after - candidates.begin());
        jobs.push_back({.part = part, .candidates = candidates.first(count)});
        candidates = candidates.subspan(count);
    }
    return jobs;
}

/// Lowers @p nearest to the nearest step of @p job that holds the text.
void run(Job& job, const TextMatcher& matcher, std::atomic<qint64>& nearest, const std::stop_token& stop)
{
    std::vector<quint32> records;
    for (const auto& candidate : job.candidates)
        records.push_back(candidate.record - job.part->firstRecord);
    auto candidate = job.candidates.begin();
    const auto visited =
        Filter::visitSelected(*job.part->block, records, [&](std::size_t record, std::string_view bytes) {
            const qint64 step = (candidate++)->step;
            if (step >= nearest)
                return !stop.stop_requested();
            const IndexBlock& block = *job.part->block;
            const CodeIndex code = job.part->codes[qToUnderlying(block.code(record))];
            Verdict verdict = matcher.search(code);
            if (verdict == Verdict::No)
                verdict = matcher.search(bytes, *block.layout);
            if (verdict == Verdict::GaveUp) {
                job.error = Filter::patternGaveUp(block, record);
                return false;
            }
            if (verdict == Verdict::Yes) {
                qint64 known = nearest;
                while (step < known && !nearest.compare_exchange_weak(known, step)) {}
            }
            return !stop.stop_requested();
        });
    if (!visited)
        job.error = visited.error();
}

/// The nearest of the steps from @p first up to @p end that holds the text; nowhere if none does.
std::expected<qint64, LoadError> searchSteps(const RecordIndex& index, std::vector<Candidate>& candidates,
                                             const TextMatcher& matcher, const std::stop_token& stop)
{
    std::ranges::sort(candidates, {}, &Candidate::record);
    auto jobs = jobsOf(index, candidates);
    std::atomic<qint64> nearest = nowhere;
    if (jobs.size() == 1) {
        run(jobs.front(), matcher, nearest, stop);
    } else {
        QThreadPool pool; // of its own: the caller may itself be on a pool
        QtConcurrent::blockingMap(&pool, jobs, [&](Job& job) { run(job, matcher, nearest, stop); });
    }
    for (const auto& job : jobs)
        if (job.error)
            return std::unexpected(*job.error);
    return nearest.load();
}

} // namespace

std::expected<std::optional<quint32>, LoadError> findText(const RecordIndex& index, std::span<const quint32> records,
                                                          const TextQuery& query, qint64 from, bool backwards,
                                                          const std::stop_token& stop)
{
    if (records.empty() || query.text.isEmpty())
        return std::nullopt;
    const TextMatcher matcher(query, index.codes());
    const CircularWalk walk(records.size(), from, backwards);
    qint64 chunk = firstChunk;
    for (qint64 begin = 0; begin < walk.count() && !stop.stop_requested(); chunk = std::min(chunk * 2, largestChunk)) {
        const qint64 end = std::min(begin + chunk, walk.count());
        std::vector<Candidate> candidates;
        for (qint64 step = begin; step < end; ++step)
            candidates.push_back({.record = records[walk.position(step)], .step = step});
        const auto nearest = searchSteps(index, candidates, matcher, stop);
        if (!nearest)
            return std::unexpected(nearest.error());
        if (*nearest != nowhere && !stop.stop_requested())
            return walk.position(*nearest);
        begin = end;
    }
    return std::nullopt;
}

} // namespace TmgLens
