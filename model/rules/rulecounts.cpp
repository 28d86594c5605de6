// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/rules/rulecounts.h"

#include "model/facet/facetblock.h"
#include "model/facet/facetcounter.h"
#include "model/filter/exactvalue.h"
#include "model/filter/recordmarks.h"
#include "model/filter/selectedrecords.h"
#include "model/format/ipaddress.h"
#include "model/rules/codeslots.h"
#include "model/rules/distinctcounter.h"
#include "model/source/readbuffer.h"

#include <QThread>
#include <QThreadPool>
#include <QtConcurrentMap>

#include <algorithm>
#include <atomic>
#include <deque>
#include <numeric>
#include <unordered_map>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

using Records = std::vector<quint32>; // numbers within a block, ascending
using Part = RecordIndex::Part;
using Outcome = std::expected<void, LoadError>;

constexpr std::size_t recordsBetweenStops = 4096;
constexpr std::size_t rememberedNames = 1024 * 1024; // bytes of names as cells have them, a thread
constexpr std::size_t rememberedValues = 32 * 1024; // a thread; a power of 2
constexpr std::size_t sightingsAtOnce = 4096;
constexpr std::size_t dense = 4; // one wanted record in so many makes it worth while to find the fields of all at once
constexpr std::size_t topCount = 3;

/// The fields that are looked at.
struct Fields
{
    Filter::FieldName rule = Filter::fieldName(u"rule"_s);
    Filter::FieldName client = Filter::fieldName(u"client"_s);
    Filter::FieldName host = Filter::fieldName(u"host"_s);
    Filter::FieldName destination = Filter::fieldName(u"dest"_s);
};

/// Numbers for rules, the same in all threads.
class RuleNumbers
{
public:
    explicit RuleNumbers(std::size_t mostRules) : m_mostRules(mostRules) {}

    /// The number of the rule called @p name; further() if it is one too many.
    [[nodiscard]] std::size_t numberOf(const std::string& name)
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_numbers.find(name); known != m_numbers.end())
            return known->second;
        if (m_numbers.size() == m_mostRules) {
            m_hasFurther = true;
            return further();
        }
        return m_numbers.emplace(name, m_numbers.size()).first->second;
    }

    [[nodiscard]] std::size_t further() const { return m_mostRules; }
    // While nobody asks for numbers:
    [[nodiscard]] bool hasFurther() const { return m_hasFurther; }
    [[nodiscard]] const std::unordered_map<std::string, std::size_t>& numbers() const { return m_numbers; }

private:
    const std::size_t m_mostRules;
    std::mutex m_mutex;
    std::unordered_map<std::string, std::size_t> m_numbers;
    bool m_hasFurther = false;
};

/// What a thread has seen of one rule.
struct Tally
{
    std::vector<quint64> slots = {}; // counts, see CodeSlots
    LogTime first = LogTime::max();
    LogTime last = invalidTime;

    void add(const Tally& other)
    {
        slots.resize(std::max(slots.size(), other.slots.size()));
        std::ranges::transform(other.slots, slots, slots.begin(), std::plus());
        first = std::min(first, other.first);
        last = std::max(last, other.last);
    }
};

/// What a pass over the log is about; shared by all threads.
struct Pass
{
    const RecordIndex& index;
    const std::vector<quint32>* visible; // of the document; nullptr: all
    const RuleLimits& limits;
    const std::stop_token& stop;
    RuleNumbers& numbers;

    Fields fields = {};
    CodeSlots slots = CodeSlots(index.codes(), limits.codes);
    DistinctCounter distinct = DistinctCounter(limits.distinctOfRule, limits.distinctInAll);
    std::atomic<std::size_t> nextPart = 0;
    std::atomic_bool hasFailed = false;
    std::mutex mutex = {}; // guards what follows
    std::optional<LoadError> error = {};
    std::vector<Tally> tallies = {}; // by number of the rule
    quint64 withoutField = 0;

    [[nodiscard]] bool isOver() const { return hasFailed || stop.stop_requested(); }
    void fail(const LoadError& reason)
    {
        const std::scoped_lock lock(mutex);
        error = reason;
        hasFailed = true;
    }
};

// Counters of a rule's different values, by its number.
constexpr std::size_t clientsOf(std::size_t rule)
{
    return 2 * rule;
}
constexpr std::size_t destinationsOf(std::size_t rule)
{
    return 2 * rule + 1;
}

/// Hands on which values a thread sees for the first time in a while.
class Sightings
{
public:
    explicit Sightings(DistinctCounter& counter) : m_counter(counter) {}

    /// @p seen is what a record has, in whatever spelling; @p spell makes one spelling of it.
    void add(std::size_t counter, std::string_view seen, auto&& spell)
    {
        const quint64 key = DistinctCounter::keyOf(counter, seen);
        quint64& remembered = m_remembered[key % rememberedValues];
        if (remembered == key)
            return;
        remembered = key;
        const std::string value = spell(seen);
        if (value.empty())
            return;
        m_new.push_back({.counter = counter, .key = DistinctCounter::keyOf(counter, value)});
        if (m_new.size() == sightingsAtOnce)
            flush();
    }

    void flush()
    {
        m_counter.add(m_new);
        m_new.clear();
    }

private:
    DistinctCounter& m_counter;
    std::vector<quint64> m_remembered = std::vector<quint64>(rememberedValues);
    std::vector<DistinctCounter::Sighting> m_new;
};

/// One spelling for all of @p seen, an address or the name of a host; names have no case.
std::string destinationName(const Filter::FieldName& field, std::string_view seen)
{
    std::string name = Filter::exactValue(field, seen);
    std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return name;
}

/// What one thread does in a pass.
class Worker
{
public:
    explicit Worker(Pass& pass) : m_pass(pass), m_sightings(pass.distinct) {}

    void run()
    {
        const auto& parts = m_pass.index.parts();
        for (std::size_t i = m_pass.nextPart++; i < parts.size() && !m_pass.isOver(); i = m_pass.nextPart++) {
            if (const auto counted = countPart(parts[i]); !counted)
                m_pass.fail(counted.error());
        }
        m_sightings.flush();
        const std::scoped_lock lock(m_pass.mutex);
        m_pass.tallies.resize(std::max(m_pass.tallies.size(), m_tallies.size()));
        for (std::size_t rule = 0; rule < m_tallies.size(); ++rule)
            m_pass.tallies[rule].add(m_tallies[rule]);
        m_pass.withoutField += m_withoutField;
    }

private:
    /// The fields in the part at hand.
    struct Cells
    {
        Cells(const Fields& fields, const Part& part, const RecordIndex& index)
            : rule(fields.rule, part, index, {})
            , client(fields.client, part, index, {})
            , host(fields.host, part, index, {})
            , destination(fields.destination, part, index, {})
            , text(*part.block->layout)
        {
        }

        FacetBlock rule;
        FacetBlock client;
        FacetBlock host;
        FacetBlock destination;
        Filter::RecordText text;
    };

    Outcome countPart(const Part& part)
    {
        const Records records = visibleRecords(part);
        if (records.empty())
            return {};
        m_cells.emplace(m_pass.fields, part, m_pass.index);
        if (!m_cells->rule.hasField()) {
            m_withoutField += records.size();
            return {};
        }
        m_slots.clear();
        for (const CodeIndex code : part.codes)
            m_slots.push_back(m_pass.slots.slotOf(code));
        const IndexBlock& block = *part.block;
        const bool usesMarks = records.size() * dense > block.size() && FieldMarks::suit(*block.layout);
        return usesMarks ? countMarked(block, records) : countSelected(block, records);
    }

    [[nodiscard]] Records visibleRecords(const Part& part) const
    {
        Records records;
        if (!m_pass.visible) {
            records.resize(part.block->size());
            std::iota(records.begin(), records.end(), 0U);
            return records;
        }
        const quint64 end = quint64(part.firstRecord) + part.block->size();
        const auto& visible = *m_pass.visible;
        for (auto record = std::ranges::lower_bound(visible, part.firstRecord);
             record != visible.end() && *record < end; ++record)
            records.push_back(*record - part.firstRecord);
        return records;
    }

    /// Reads the block as a whole.
    Outcome countMarked(const IndexBlock& block, const Records& records)
    {
        const ReadBuffer buffer(block.end - block.begin, block.begin);
        const auto bytes = buffer.readFrom(*block.source);
        if (!bytes)
            return std::unexpected(bytes.error());
        Filter::RecordMarks marks(block, *bytes);
        for (const quint32 record : records) {
            const std::string_view recordBytes = recordIn(*bytes, block, record);
            m_cells->text.setBytes(recordBytes, marks.find(record, recordBytes));
            count(block, record);
            if (record % recordsBetweenStops == 0 && m_pass.isOver())
                break;
        }
        return {};
    }

    Outcome countSelected(const IndexBlock& block, const Records& records)
    {
        return Filter::visitSelected(block, records, [&](std::size_t record, std::string_view bytes) {
            m_cells->text.setBytes(bytes);
            count(block, record);
            return record % recordsBetweenStops != 0 || !m_pass.isOver();
        });
    }

    void count(const IndexBlock& block, std::size_t record)
    {
        Cells& cells = *m_cells;
        const std::size_t rule = ruleOf(cells.rule.valueOf(record, cells.text));
        if (rule >= m_tallies.size())
            m_tallies.resize(rule + 1);
        Tally& tally = m_tallies[rule];
        if (tally.slots.empty())
            tally.slots.resize(m_pass.slots.size());
        ++tally.slots[m_slots[qToUnderlying(block.code(record))]];
        if (const LogTime moment = block.time(record); moment != invalidTime) {
            tally.first = std::min(tally.first, moment);
            tally.last = std::max(tally.last, moment);
        }
        countEnds(rule, record);
    }

    [[nodiscard]] std::size_t ruleOf(std::string_view cell)
    {
        if (m_names.memory() > rememberedNames) { // not before a log lies
            m_names.clear();
            m_numbers.clear();
        }
        const std::size_t entry = m_names.add(cell, 1);
        if (entry == m_numbers.size()) {
            std::string name = Filter::exactValue(m_pass.fields.rule, cell);
            shortenFacetValue(name);
            m_numbers.push_back(m_pass.numbers.numberOf(name));
        }
        return m_numbers[entry];
    }

    void countEnds(std::size_t rule, std::size_t record)
    {
        const Fields& fields = m_pass.fields;
        m_sightings.add(clientsOf(rule), endOf(m_cells->client, record),
                        [&](std::string_view cell) { return Filter::exactValue(fields.client, cell); });
        std::string_view destination = endOf(m_cells->host, record);
        if (isEmptyCell(destination))
            destination = endOf(m_cells->destination, record);
        m_sightings.add(destinationsOf(rule), destination,
                        [&](std::string_view cell) { return destinationName(fields.destination, cell); });
    }

    [[nodiscard]] std::string_view endOf(FacetBlock& cells, std::size_t record)
    {
        return cells.hasField() ? withoutPort(cells.valueOf(record, m_cells->text)) : std::string_view();
    }

    Pass& m_pass;
    Sightings m_sightings;
    ValueTable m_names; // cells that have been looked up
    std::vector<std::size_t> m_numbers; // of their rules
    std::vector<Tally> m_tallies; // by number of the rule
    quint64 m_withoutField = 0;
    std::optional<Cells> m_cells; // of the part at hand
    std::vector<std::size_t> m_slots; // the same, by LocalCode
};

/// Counts on all processors.
Outcome runPass(Pass& pass)
{
    std::vector<int> workers(std::size_t(std::max(QThread::idealThreadCount(), 1)));
    QThreadPool pool; // of its own: the caller may be on a thread of the global one
    QtConcurrent::blockingMap(&pool, workers, [&pass](int) { Worker(pass).run(); });
    if (pass.error)
        return std::unexpected(*pass.error);
    return {};
}

/// The most frequent codes of a rule with the counts @p slots.
std::vector<CodeEntry> topCodes(const std::vector<quint64>& slots, const Pass& pass)
{
    std::vector<CodeEntry> codes;
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
        const auto code = pass.slots.code(slot);
        if (!code || slots[slot] == 0)
            continue;
        codes.push_back(pass.index.codes().at(*code));
        codes.back().count = slots[slot];
        std::ranges::stable_sort(codes, std::ranges::greater(), &CodeEntry::count);
        codes.resize(std::min(codes.size(), topCount));
    }
    return codes;
}

RuleTotals totalsOf(std::size_t rule, const Pass& pass)
{
    const Tally& tally = pass.tallies[rule];
    RuleTotals totals;
    for (std::size_t slot = 0; slot < tally.slots.size(); ++slot) {
        totals.records += tally.slots[slot];
        totals.outcomes[std::size_t(ruleOutcome(pass.slots.resultClass(slot)))] += tally.slots[slot];
    }
    totals.topCodes = topCodes(tally.slots, pass);
    totals.clients = pass.distinct.count(clientsOf(rule));
    totals.destinations = pass.distinct.count(destinationsOf(rule));
    if (tally.last != invalidTime) {
        totals.first = tally.first;
        totals.last = tally.last;
    }
    return totals;
}

/// What @p pass has found; @p furtherRules of the rules have no number.
RuleReport reportOf(const Pass& pass, quint64 furtherRules)
{
    RuleReport report;
    for (const auto& [name, number] : pass.numbers.numbers()) {
        if (number >= pass.tallies.size() || pass.tallies[number].slots.empty())
            continue;
        RuleTotals& totals = report.rules.emplace_back(totalsOf(number, pass));
        totals.name = cellText(name);
        report.records += totals.records;
    }
    const auto isBefore = [](const RuleTotals& one, const RuleTotals& other) {
        return one.records != other.records ? one.records > other.records : one.name < other.name;
    };
    std::ranges::sort(report.rules, isBefore);
    if (furtherRules > 0 && pass.numbers.further() < pass.tallies.size()) {
        RuleTotals& totals = report.rules.emplace_back(totalsOf(pass.numbers.further(), pass));
        totals.furtherRules = furtherRules;
        report.records += totals.records;
    }
    report.wholeCount = pass.index.recordCount();
    report.withoutField = pass.withoutField;
    report.records += pass.withoutField;
    return report;
}

} // namespace

std::expected<RuleReport, LoadError> countRules(const RecordIndex& index, const std::vector<quint32>* visible,
                                                const RuleLimits& limits, const std::stop_token& stop)
{
    RuleNumbers seen(limits.rules);
    {
        Pass pass{.index = index, .visible = visible, .limits = limits, .stop = stop, .numbers = seen};
        if (const Outcome counted = runPass(pass); !counted)
            return std::unexpected(counted.error());
        if (!seen.hasFurther() || stop.stop_requested())
            return reportOf(pass, 0);
    }
    // Which rules came first is no reason to show them: the most frequent ones are counted instead.
    const FacetQuery query{.facets = {{.field = Fields().rule}}, .words = {}, .mostValues = limits.rules};
    const FacetAnswer facets = countFacets(index, visible, query, stop);
    if (!facets)
        return std::unexpected(facets.error());
    RuleNumbers frequent(limits.rules);
    for (const FacetValue& value : facets->front().values)
        static_cast<void>(frequent.numberOf(value.text.toStdString()));
    Pass pass{.index = index, .visible = visible, .limits = limits, .stop = stop, .numbers = frequent};
    if (const Outcome counted = runPass(pass); !counted)
        return std::unexpected(counted.error());
    return reportOf(pass, facets->front().distinct - facets->front().values.size());
}

} // namespace TmgLens
