// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facet/facetcounter.h"

#include "model/facet/facetblock.h"
#include "model/filter/compiledfilter.h"
#include "model/filter/exactvalue.h"
#include "model/filter/selectedrecords.h"
#include "model/index/filenames.h"
#include "model/source/readbuffer.h"

#include <QThread>
#include <QThreadPool>
#include <QtConcurrentMap>

#include <algorithm>
#include <atomic>
#include <deque>
#include <numeric>

namespace TmgLens {

namespace {

using Records = std::vector<quint32>; // numbers within a block, ascending

constexpr std::size_t gatheredMemory = 1024 * 1024; // for the values that a thread has seen lately, of each field
constexpr std::size_t recordsBetweenStops = 4096;

/// A facet on the way to its answer; shared by all threads.
struct Facet
{
    Facet(const FacetRequest& asked, const FacetQuery& query, const ZoneClock& clock)
        : request(asked)
        , words(query.words)
        , counter(query.memoryLimit, query.mostValues, asked.pinned)
    {
        if (request.filter)
            filter.emplace(*request.filter, Filter::TimeClocks{.ofUtcLogs = clock, .ofServerLogs = clock});
    }

    [[nodiscard]] bool wants(std::string_view value) const
    {
        if (words.isEmpty())
            return true;
        const QString text = cellText(value);
        return text.contains(words, Qt::CaseInsensitive) || request.pinned.contains(text);
    }

    const FacetRequest& request;
    const QString& words;
    std::optional<Filter::CompiledFilter> filter; // nothing: the visible records
    ExactCounter counter;
    std::atomic<quint64> records = 0;
};

/// The values that one thread has seen of one facet, before each is spelled exactly and counted with those of others.
class Gatherer
{
public:
    explicit Gatherer(Facet& facet) : m_facet(facet) {}

    void add(std::string_view value, bool isCell)
    {
        if (isCell != m_areCells)
            flush();
        m_areCells = isCell;
        m_seen.add(value, 1);
        if (m_seen.memory() > gatheredMemory)
            flush();
    }

    void flush()
    {
        std::vector<ExactCounter::Portion> portions;
        portions.reserve(m_seen.entries().size());
        quint64 records = 0;
        for (const ValueTable::Entry& entry : m_seen.entries()) {
            const std::string_view seen = m_seen.valueOf(entry);
            std::string value = m_areCells ? Filter::exactValue(m_facet.request.field, seen) : std::string(seen);
            shortenFacetValue(value);
            records += entry.count;
            if (m_facet.wants(value))
                portions.push_back({.value = std::move(value), .count = entry.count});
        }
        m_facet.records += records;
        m_facet.counter.add(portions);
        m_seen.clear();
    }

private:
    Facet& m_facet;
    ValueTable m_seen;
    bool m_areCells = true;
};

/// What a pass over the log is about.
struct Pass
{
    const RecordIndex& index;
    const Records* visible; // of the document; nullptr: all
    const std::stop_token& stop;
    QStringList fileNames = TmgLens::fileNames(index);
    std::vector<Facet*> facets = {};

    std::atomic<std::size_t> nextPart = 0;
    std::mutex mutex = {}; // guards error
    std::optional<LoadError> error = {};
    std::atomic_bool hasFailed = false;

    [[nodiscard]] bool isOver() const { return hasFailed || stop.stop_requested(); }
    void fail(const LoadError& reason)
    {
        const std::scoped_lock lock(mutex);
        error = reason;
        hasFailed = true;
    }
};

/// Facets that count over the same records of a block, with the next of them.
struct Group
{
    Records records;
    std::vector<std::size_t> facets;
    std::size_t next = 0;
};

/// What one thread does in a pass.
class Worker
{
public:
    explicit Worker(Pass& pass) : m_pass(pass)
    {
        for (Facet* facet : pass.facets)
            m_gatherers.emplace_back(*facet);
    }

    void run()
    {
        const auto& parts = m_pass.index.parts();
        for (std::size_t i = m_pass.nextPart++; i < parts.size() && !m_pass.isOver(); i = m_pass.nextPart++) {
            if (const auto counted = countPart(parts[i]); !counted)
                m_pass.fail(counted.error());
        }
        for (Gatherer& gatherer : m_gatherers)
            gatherer.flush();
    }

private:
    using Outcome = std::expected<void, LoadError>;

    Outcome countPart(const RecordIndex::Part& part)
    {
        m_blocks.clear();
        for (const Facet* facet : m_pass.facets)
            m_blocks.emplace_back(facet->request.field, part, m_pass.index, m_pass.fileNames[qsizetype(part.file)]);
        const bool hasFilters =
            std::ranges::any_of(m_pass.facets, [](const Facet* facet) { return bool(facet->filter); });
        if (hasFilters)
            return countFiltered(part);
        m_groups = {visibleGroup(part)};
        const bool needsBytes = std::ranges::any_of(m_blocks, &FacetBlock::needsBytes);
        const Counting count(*this, *part.block);
        if (needsBytes)
            return Filter::visitSelected(*part.block, m_groups.front().records, count);
        for (const quint32 record : m_groups.front().records)
            if (!count(record, {}))
                break;
        return {};
    }

    /// Reads the block once, for the filters and for the values.
    Outcome countFiltered(const RecordIndex::Part& part)
    {
        const IndexBlock& block = *part.block;
        const ReadBuffer buffer(block.end - block.begin, block.begin);
        const auto bytes = buffer.readFrom(*block.source);
        if (!bytes)
            return std::unexpected(bytes.error());
        m_groups = {visibleGroup(part)};
        if (const auto filtered = addFilteredGroups(part, *bytes); !filtered)
            return filtered;
        const Counting count(*this, block);
        for (const quint32 record : recordsOfGroups())
            if (!count(record, recordIn(*bytes, block, record)))
                break;
        return {};
    }

    [[nodiscard]] Group visibleGroup(const RecordIndex::Part& part) const
    {
        Group group;
        for (std::size_t i = 0; i < m_pass.facets.size(); ++i)
            if (!m_pass.facets[i]->filter && m_blocks[i].hasField())
                group.facets.push_back(i);
        if (group.facets.empty())
            return group;
        if (!m_pass.visible) {
            group.records.resize(part.block->size());
            std::iota(group.records.begin(), group.records.end(), 0U);
            return group;
        }
        const quint64 end = quint64(part.firstRecord) + part.block->size();
        const auto from = std::ranges::lower_bound(*m_pass.visible, part.firstRecord);
        for (auto record = from; record != m_pass.visible->end() && *record < end; ++record)
            group.records.push_back(*record - part.firstRecord);
        return group;
    }

    Outcome addFilteredGroups(const RecordIndex::Part& part, std::string_view bytes)
    {
        const Filter::BlockCodes codes = Filter::blockCodes(part, m_pass.index.codes());
        for (std::size_t i = 0; i < m_pass.facets.size(); ++i) {
            if (!m_pass.facets[i]->filter || !m_blocks[i].hasField())
                continue;
            auto matches = m_pass.facets[i]->filter->match(part, codes, bytes);
            if (!matches)
                return std::unexpected(matches.error());
            m_pass.facets[i]->filter->keepPicked(part, *matches);
            m_groups.push_back({.records = std::move(*matches), .facets = {i}});
        }
        return {};
    }

    [[nodiscard]] Records recordsOfGroups() const
    {
        Records all;
        for (const Group& group : m_groups) {
            Records joined;
            std::ranges::set_union(all, group.records, std::back_inserter(joined));
            all = std::move(joined);
        }
        return all;
    }

    /// Counts one record after the other, ascending, for the groups that have it.
    class Counting
    {
    public:
        Counting(Worker& worker, const IndexBlock& block)
            : m_worker(worker)
            , m_text(std::make_shared<Filter::RecordText>(*block.layout))
        {
        }

        bool operator()(std::size_t record, std::string_view bytes) const
        {
            m_text->setBytes(bytes);
            for (Group& group : m_worker.m_groups)
                if (group.next < group.records.size() && group.records[group.next] == record) {
                    ++group.next;
                    for (const std::size_t i : group.facets)
                        m_worker.m_gatherers[i].add(m_worker.m_blocks[i].valueOf(record, *m_text),
                                                    m_worker.m_blocks[i].needsBytes());
                }
            return record % recordsBetweenStops != 0 || !m_worker.m_pass.isOver();
        }

    private:
        Worker& m_worker;
        std::shared_ptr<Filter::RecordText> m_text; // a visitor is copied
    };

    Pass& m_pass;
    std::deque<Gatherer> m_gatherers; // by facet
    std::deque<FacetBlock> m_blocks; // the same, for the part at hand
    std::vector<Group> m_groups; // the same
};

/// Counts the facets that are not complete yet, on all processors.
std::optional<LoadError> runPass(Pass& pass)
{
    std::vector<int> workers(std::size_t(std::max(QThread::idealThreadCount(), 1)));
    QThreadPool pool; // of its own: the caller may be on a thread of the global one
    QtConcurrent::blockingMap(&pool, workers, [&pass](int) { Worker(pass).run(); });
    return pass.error;
}

} // namespace

void shortenFacetValue(std::string& value)
{
    if (value.size() <= longestFacetValue)
        return;
    const auto isContinued = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
    std::size_t length = longestFacetValue;
    while (length > 0 && isContinued(value[length]))
        --length;
    value.resize(length);
    value += "\u2026";
}

FacetAnswer countFacets(const RecordIndex& index, const std::vector<quint32>* visible, const FacetQuery& query,
                        const std::stop_token& stop)
{
    std::deque<Facet> facets;
    for (const FacetRequest& request : query.facets)
        facets.emplace_back(request, query, index.clock());
    while (!stop.stop_requested()) {
        Pass pass{.index = index, .visible = visible, .stop = stop};
        for (Facet& facet : facets)
            if (!facet.counter.isComplete())
                pass.facets.push_back(&facet);
        if (pass.facets.empty())
            break;
        for (Facet* facet : pass.facets)
            facet->records = 0;
        if (const auto error = runPass(pass))
            return std::unexpected(*error);
        for (Facet* facet : pass.facets)
            facet->counter.endPass();
    }
    std::vector<FacetCounts> answer;
    answer.reserve(facets.size());
    for (const Facet& facet : facets)
        answer.push_back(
            {.values = facet.counter.values(), .distinct = facet.counter.distinct(), .records = facet.records});
    return answer;
}

} // namespace TmgLens
