// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/terms.h"

#include "model/filter/ascii.h"
#include "model/filter/timevalue.h"
#include "model/format/readablecell.h"

#include <algorithm>
#include <ranges>

namespace TmgLens::Filter {

namespace {

Term::Cost highestCost(const std::vector<TermPointer>& parts)
{
    return (*std::ranges::max_element(parts, {}, &Term::cost))->cost();
}

bool isWithin(std::chrono::seconds time, const DayTimes& times)
{
    const bool spansMidnight = times.end <= times.begin;
    return spansMidnight ? time >= times.begin || time < times.end : time >= times.begin && time < times.end;
}

/// Compares with a time of day, within each day.
bool isCompared(std::chrono::seconds time, const DayTimes& times, Operator op)
{
    switch (op) {
    case Operator::Less:
        return time < times.begin;
    case Operator::LessOrEqual:
        return time < times.end;
    case Operator::Greater:
        return time >= times.end;
    case Operator::GreaterOrEqual:
        return time >= times.begin;
    default:
        return isWithin(time, times);
    }
}

Term::Cost costOf(const Comparison& comparison)
{
    if (comparison.op == Operator::Pattern)
        return Term::Cost::CellPattern;
    return comparison.field.type == FieldType::Address ? Term::Cost::AddressCell : Term::Cost::Cell;
}

/// True if a record ends before its line does.
bool hasTooLongRecord(const IndexBlock& block)
{
    return block.malformedCount > 0 && std::ranges::any_of(std::views::iota(std::size_t(0), block.size()), [&](auto i) {
               return block.flags(i).testFlag(RecordFlag::TooLong);
           });
}

} // namespace

void RecordText::setBytes(std::string_view bytes, const FieldMarks& marks)
{
    m_bytes = bytes;
    m_cutter.setRecord(bytes, marks);
    m_text.reset();
}

const QString& RecordText::text()
{
    if (!m_text)
        m_text = recordText(m_bytes, m_layout);
    return *m_text;
}

Sieve Term::sieve(const IndexBlock& /*block*/, std::string_view /*bytes*/) const
{
    return {};
}

// -- Groups ----------------------------------------------------------------------------------------------------------

GroupTerm::GroupTerm(Group::Kind kind, std::vector<TermPointer> parts)
    : Term(highestCost(parts))
    , m_settling(kind == Group::Kind::All ? Verdict::No : Verdict::Yes)
    , m_parts(std::move(parts))
{
    std::ranges::stable_sort(m_parts, {}, &Term::cost);
}

Verdict GroupTerm::judge(const Evidence& evidence) const
{
    auto result = m_settling == Verdict::No ? Verdict::Yes : Verdict::No;
    for (const auto& part : m_parts) {
        const Verdict verdict = part->judge(evidence);
        if (verdict == m_settling || verdict == Verdict::GaveUp)
            return verdict;
        if (verdict == Verdict::Open)
            result = Verdict::Open;
    }
    return result;
}

/// What meets all parts meets the one that the fewest meet; what meets any of them may meet just one that cannot sift.
Sieve GroupTerm::sieve(const IndexBlock& block, std::string_view bytes) const
{
    std::vector<Sieve> sieves;
    for (const auto& part : m_parts) {
        Sieve sieve = part->sieve(block, bytes);
        if (!sieve.searchers.empty())
            sieves.push_back(std::move(sieve));
    }
    const bool takesAll = m_settling == Verdict::No;
    if (sieves.empty() || (!takesAll && sieves.size() < m_parts.size()))
        return {};
    if (takesAll) {
        Sieve sieve = *std::ranges::max_element(sieves, {}, &Sieve::certainLength);
        sieve.isExact = false; // the other parts must let the record through, too
        return sieve;
    }
    Sieve joined{.certainLength = std::ranges::min(sieves, {}, &Sieve::certainLength).certainLength};
    for (const Sieve& sieve : sieves)
        joined.searchers.insert(joined.searchers.end(), sieve.searchers.begin(), sieve.searchers.end());
    return joined;
}

NotTerm::NotTerm(TermPointer part) : Term(part->cost()), m_part(std::move(part)) {}

Verdict NotTerm::judge(const Evidence& evidence) const
{
    const Verdict verdict = m_part->judge(evidence);
    if (verdict == Verdict::Yes)
        return Verdict::No;
    return verdict == Verdict::No ? Verdict::Yes : verdict;
}

// -- What the index knows --------------------------------------------------------------------------------------------

CodeTerm::CodeTerm(std::size_t slot) : Term(Cost::Code), m_slot(slot) {}

Verdict CodeTerm::judge(const Evidence& evidence) const
{
    return evidence.facts.codeVerdicts[m_slot][qToUnderlying(evidence.code)];
}

TimeTerm::Test::Test(const Comparison& comparison, const ZoneClock& givenClock) : clock(givenClock)
{
    for (const auto& value : comparison.values)
        if (const auto* times = std::get_if<Times>(&value.meaning))
            moments.push_back(compared(momentsOf(*times, clock), comparison.op));
        else if (const auto* ofDay = std::get_if<DayTimes>(&value.meaning))
            dayTimes.push_back({*ofDay, comparison.op});
}

bool TimeTerm::Test::accepts(LogTime moment) const
{
    const auto isIn = [moment](const Times& range) { return range.begin <= moment && moment < range.end; };
    if (std::ranges::any_of(moments, isIn))
        return true;
    if (dayTimes.empty())
        return false;
    const LogTime wall = clock.wall(moment);
    const auto timeOfDay = wall - std::chrono::floor<std::chrono::days>(wall);
    return std::ranges::any_of(dayTimes, [&](const auto& day) { return isCompared(timeOfDay, day.first, day.second); });
}

TimeTerm::TimeTerm(const Comparison& comparison, const TimeClocks& clocks)
    : Term(Cost::Time)
    , m_ofUtcLogs(comparison, clocks.ofUtcLogs)
    , m_ofServerLogs(comparison, clocks.ofServerLogs)
{
}

Verdict TimeTerm::judge(const Evidence& evidence) const
{
    if (!evidence.time)
        return Verdict::Open;
    if (*evidence.time == invalidTime)
        return Verdict::No;
    const bool isUtc = evidence.facts.block.layout->clock == LogLayout::Clock::Utc;
    return verdict((isUtc ? m_ofUtcLogs : m_ofServerLogs).accepts(*evidence.time));
}

FileTerm::FileTerm(const Comparison& comparison) : Term(Cost::File), m_test(comparison) {}

Verdict FileTerm::judge(const Evidence& evidence) const
{
    const std::string path = evidence.facts.block.source->path().toStdString();
    std::string_view name = path;
    Verdict found = m_test.test(name);
    while (found == Verdict::No && name.contains('/')) {
        name.remove_prefix(name.find('/') + 1);
        found = m_test.test(name);
    }
    return found;
}

FindingTerm::FindingTerm(const Comparison& comparison, const FoundRecords* found) : Term(Cost::Finding)
{
    if (!found)
        return;
    const CellTest test(comparison);
    for (const auto& [word, records] : found->records.asKeyValueRange()) {
        if (test.test(word.toStdString()) != Verdict::Yes)
            continue;
        std::vector<quint32> joined;
        std::ranges::set_union(m_records, records, std::back_inserter(joined));
        m_records = std::move(joined);
    }
}

Verdict FindingTerm::judge(const Evidence& evidence) const
{
    if (!evidence.facts.firstRecord)
        return Verdict::No;
    if (!evidence.record)
        return Verdict::Open;
    return verdict(std::ranges::binary_search(m_records, quint32(*evidence.facts.firstRecord + *evidence.record)));
}

// -- What only the bytes tell ----------------------------------------------------------------------------------------

WordsTerm::WordsTerm(const QString& words) : Term(Cost::Words), m_searcher(words, Qt::CaseInsensitive) {}

Verdict WordsTerm::judge(const Evidence& evidence) const
{
    if (!evidence.text)
        return Verdict::Open;
    return verdict(m_searcher.isIn(evidence.text->bytes(), evidence.text->layout()));
}

Sieve WordsTerm::sieve(const IndexBlock& /*block*/, std::string_view /*bytes*/) const
{
    const ByteSearcher* searcher = m_searcher.inBytes();
    if (!searcher)
        return {};
    return {.searchers = {searcher}, .certainLength = searcher->certainLength(), .isExact = true};
}

RecordPatternTerm::RecordPatternTerm(const QString& pattern)
    : Term(Cost::RecordPattern)
    , m_searcher(pattern, Qt::CaseInsensitive)
{
}

Verdict RecordPatternTerm::judge(const Evidence& evidence) const
{
    if (!evidence.text)
        return Verdict::Open;
    RecordText& record = *evidence.text;
    return m_searcher.search(record.bytes(), [&record]() -> const QString& { return record.text(); });
}

Sieve RecordPatternTerm::sieve(const IndexBlock& block, std::string_view bytes) const
{
    const bool hasLines = block.layout->lineEnd == '\n' && !block.layout->isQuoted && !hasTooLongRecord(block);
    if (!hasLines || m_searcher.inLines().empty() || !isAscii(bytes))
        return {};
    Sieve sieve{.certainLength = m_searcher.inLines().front().certainLength()};
    for (const ByteSearcher& searcher : m_searcher.inLines())
        sieve.searchers.push_back(&searcher);
    return sieve;
}

CellTerm::CellTerm(const Comparison& comparison, std::size_t slot)
    : Term(costOf(comparison))
    , m_test(comparison)
    , m_slot(slot)
{
}

Verdict CellTerm::judge(const Evidence& evidence) const
{
    const CellPlace& place = evidence.facts.places[m_slot];
    if (!place.field)
        return Verdict::No;
    if (!evidence.text)
        return Verdict::Open;
    const std::string_view cell = evidence.text->cell(*place.field);
    const Verdict verdict = place.isPort ? m_test.testPort(cell) : m_test.test(cell);
    if (verdict != Verdict::No)
        return verdict;
    // Tables spell some values in another way.
    const LogLayout& layout = evidence.text->layout();
    const auto usual = textLogCell(cell, layout.fields[*place.field], layout);
    return usual ? m_test.test(std::string_view(usual->toStdString())) : verdict;
}

} // namespace TmgLens::Filter
