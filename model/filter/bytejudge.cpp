// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/bytejudge.h"

#include "model/filter/recordmarks.h"
#include "model/filter/selectedrecords.h"
#include "model/source/readbuffer.h"

#include <algorithm>

namespace TmgLens::Filter {

namespace {

/// Walks forward through what any of several searchers finds in the same bytes.
class NearestMatch
{
public:
    NearestMatch(const Sieve& sieve, std::string_view bytes) : m_bytes(bytes)
    {
        for (const ByteSearcher* searcher : sieve.searchers)
            m_searches.push_back({.searcher = searcher, .match = searcher->find(bytes)});
    }

    /// The first match from @p position on, which must not be before the one of the last call.
    [[nodiscard]] ByteSearcher::Match from(std::size_t position)
    {
        ByteSearcher::Match nearest;
        for (auto& [searcher, match] : m_searches) {
            if (match.verdict == Verdict::Yes && match.position < position)
                match = searcher->find(m_bytes, position);
            if (match.verdict == Verdict::GaveUp)
                return match;
            if (match.verdict == Verdict::Yes && (nearest.verdict == Verdict::No || match.position < nearest.position))
                nearest = match;
        }
        return nearest;
    }

private:
    struct Search
    {
        const ByteSearcher* searcher = nullptr;
        ByteSearcher::Match match;
    };

    std::string_view m_bytes;
    std::vector<Search> m_searches;
};

/// The record that @p position is in, or behind, of those that begin at @p starts; it is @p first or a later one.
quint32 recordAt(const std::vector<quint32>& starts, quint32 first, std::size_t position)
{
    const auto next = starts.begin() + first + 1;
    if (next == starts.end() || position < *next)
        return first; // as where each record has a match
    return quint32(std::upper_bound(next, starts.end(), position) - starts.begin() - 1);
}

/// The part of @p records, ascending, from @p record on.
std::span<const quint32> from(std::span<const quint32> records, quint32 record)
{
    return records.front() >= record ? records : std::span(std::ranges::lower_bound(records, record), records.end());
}

} // namespace

LoadError patternGaveUp(const IndexBlock& block, std::size_t record)
{
    LoadError error{.kind = LoadError::Kind::PatternGaveUp};
    error.path = block.source->path();
    error.offset = block.begin + block.starts[record];
    return error;
}

std::expected<void, LoadError> ByteJudge::read(std::span<const quint32> open, const std::stop_token& stop)
{
    const IndexBlock& block = m_facts.block;
    if (open.empty())
        return {};
    if (isSparse(block, open)) {
        const auto visited = visitSelected(block, open, [&](std::size_t record, std::string_view bytes) {
            return judge(record, bytes) && !stop.stop_requested();
        });
        return visited ? outcome() : visited;
    }
    const ReadBuffer buffer(std::size_t(block.end - block.begin), block.begin);
    const auto bytes = buffer.readFrom(*block.source);
    return bytes ? search(open, *bytes, stop) : std::unexpected(bytes.error());
}

std::expected<void, LoadError> ByteJudge::search(std::span<const quint32> open, std::string_view bytes,
                                                 const std::stop_token& stop)
{
    if (open.empty())
        return {};
    if (const Sieve sieve = m_term.sieve(m_facts.block, bytes); !sieve.searchers.empty())
        sift(sieve, open, bytes, stop);
    else
        judgeAll(open, bytes, stop);
    return outcome();
}

void ByteJudge::judgeAll(std::span<const quint32> open, std::string_view bytes, const std::stop_token& stop)
{
    std::optional<RecordMarks> marks;
    if (isWorthMarking(open))
        marks.emplace(m_facts.block, bytes);
    for (const quint32 record : open) {
        const std::string_view recordBytes = recordIn(bytes, m_facts.block, record);
        if (stop.stop_requested()
            || !judge(record, recordBytes, marks ? marks->find(record, recordBytes) : FieldMarks()))
            return;
    }
}

/// True if to mark all of the block takes less than to cut @p open as far as the term may ask for.
bool ByteJudge::isWorthMarking(std::span<const quint32> open) const
{
    constexpr std::size_t costOfMarking = 4; // in cells cut: measured
    std::size_t cellCount = 0;
    for (const CellPlace& place : m_facts.places)
        cellCount = std::max(cellCount, place.field ? *place.field + 1 : 0);
    return FieldMarks::suit(*m_facts.block.layout) && open.size() * cellCount > m_facts.block.size() * costOfMarking;
}

/// Jumps from one record in which @p sieve finds something to the next. What it finds may stand in a directive behind
/// the record; the judgement on the record itself counts.
void ByteJudge::sift(const Sieve& sieve, std::span<const quint32> open, std::string_view bytes,
                     const std::stop_token& stop)
{
    const std::vector<quint32>& starts = m_facts.block.starts;
    NearestMatch nearest(sieve, bytes);
    while (!open.empty() && !stop.stop_requested()) {
        const auto [verdict, position] = nearest.from(starts[open.front()]);
        if (verdict == Verdict::GaveUp)
            return judgeAll(open, bytes, stop);
        if (verdict == Verdict::No)
            return;
        const quint32 record = recordAt(starts, open.front(), position);
        open = from(open, record);
        if (open.empty() || open.front() != record)
            continue;
        const std::string_view recordBytes = recordIn(bytes, m_facts.block, record);
        if (sieve.isExact && position + sieve.certainLength <= starts[record] + recordBytes.size())
            m_accepted.push_back(record);
        else if (!judge(record, recordBytes))
            return;
        open = open.subspan(1);
    }
}

/// False ends it: a pattern gave up.
bool ByteJudge::judge(std::size_t record, std::string_view bytes, const FieldMarks& marks)
{
    const IndexBlock& block = m_facts.block;
    m_text.setBytes(bytes, marks);
    switch (m_term.judge({.facts = m_facts,
                          .code = block.code(record),
                          .record = record,
                          .time = block.time(record),
                          .text = &m_text})) {
    case Verdict::Yes:
        m_accepted.push_back(quint32(record));
        return true;
    case Verdict::GaveUp:
        m_error = patternGaveUp(block, record);
        return false;
    default:
        return true;
    }
}

std::expected<void, LoadError> ByteJudge::outcome() const
{
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

} // namespace TmgLens::Filter
