// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/compiledfilter.h"

#include "model/filter/codetest.h"
#include "model/filter/selectedrecords.h"
#include "model/filter/terms.h"
#include "model/source/readbuffer.h"

#include <algorithm>

namespace TmgLens::Filter {

namespace {

LoadError gaveUp(const IndexBlock& block, std::size_t record)
{
    LoadError error{.kind = LoadError::Kind::PatternGaveUp};
    error.path = block.source->path();
    error.offset = block.begin + block.starts[record];
    return error;
}

/// @p some and @p others, both ascending, as one.
std::vector<quint32> merged(std::vector<quint32> some, const std::vector<quint32>& others)
{
    const auto middle = some.insert(some.end(), others.begin(), others.end());
    std::inplace_merge(some.begin(), middle, some.end());
    return some;
}

/// Walks forward through what any of several searchers finds in the same bytes.
class NearestMatch
{
public:
    NearestMatch(const Sieve& searchers, std::string_view bytes) : m_bytes(bytes)
    {
        for (const ByteSearcher* searcher : searchers)
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

} // namespace

CellPlace cellPlace(const FieldName& name, const LogLayout& layout)
{
    if (name.id != FieldId::Other) {
        if (const auto field = fieldPosition(layout, name.id))
            return {.field = field};
        // Firewall logs write the port behind the address.
        if (const auto field = fieldPosition(layout, FieldId::Destination); field && name.id == FieldId::Port)
            return {.field = field, .isPort = true};
    }
    const QByteArray folded = foldedName(name.name.toUtf8());
    const auto isMeant = [&](const Field& field) { return foldedName(field.name) == folded; };
    const auto found = std::ranges::find_if(layout.fields, isMeant);
    if (found == layout.fields.end())
        return {};
    return {.field = std::size_t(found - layout.fields.begin())};
}

BlockCodes blockCodes(const RecordIndex::Part& part, const CodeTable& table)
{
    BlockCodes codes;
    codes.reserve(part.codes.size());
    for (const CodeIndex code : part.codes)
        codes.push_back(&table.at(code));
    return codes;
}

// -- Making it -------------------------------------------------------------------------------------------------------

CompiledFilter::CompiledFilter(const RecordFilter& filter) : m_filter(filter)
{
    std::vector<TermPointer> parts;
    if (!m_filter.selection.showsAll())
        parts.push_back(codeTerm([this](const CodeEntry& code) { return verdict(m_filter.selection.shows(code)); }));
    if (!m_filter.expression.isEmpty())
        parts.push_back(compile(*m_filter.expression.root()));
    if (parts.size() == 1)
        m_root = std::move(parts.front());
    else if (!parts.empty())
        m_root = std::make_unique<GroupTerm>(Group::Kind::All, std::move(parts));
}

TermPointer CompiledFilter::compile(const Node& node)
{
    if (const auto* group = std::get_if<Group>(&node.content))
        return compileGroup(*group);
    if (const auto* negation = std::get_if<Not>(&node.content))
        return std::make_unique<NotTerm>(compile(*negation->part));
    if (const auto* words = std::get_if<Words>(&node.content))
        return std::make_unique<WordsTerm>(words->text);
    if (const auto* pattern = std::get_if<RecordPattern>(&node.content))
        return std::make_unique<RecordPatternTerm>(pattern->pattern);
    const auto& comparison = std::get<Comparison>(node.content);
    auto term = compileComparison(comparison);
    return comparison.op == Operator::NotEqual ? std::make_unique<NotTerm>(std::move(term)) : std::move(term);
}

TermPointer CompiledFilter::compileGroup(const Group& group)
{
    std::vector<TermPointer> parts;
    parts.reserve(group.parts.size());
    for (const auto& part : group.parts)
        parts.push_back(compile(*part));
    return std::make_unique<GroupTerm>(group.kind, std::move(parts));
}

TermPointer CompiledFilter::compileComparison(const Comparison& comparison)
{
    switch (comparison.field.subject) {
    case Subject::Class:
    case Subject::Family:
    case Subject::Severity:
    case Subject::Area:
    case Subject::Code:
        return codeTerm([&comparison](const CodeEntry& code) { return judgeCode(comparison, code); });
    case Subject::Time:
        m_needsTime = true;
        return std::make_unique<TimeTerm>(comparison);
    case Subject::File:
        return std::make_unique<FileTerm>(comparison);
    case Subject::Cell:
        m_cellFields.push_back(comparison.field);
        return std::make_unique<CellTerm>(comparison, m_cellFields.size() - 1);
    }
    Q_UNREACHABLE_RETURN(nullptr);
}

TermPointer CompiledFilter::codeTerm(std::function<Verdict(const CodeEntry&)> test)
{
    m_codeTests.push_back(std::move(test));
    return std::make_unique<CodeTerm>(m_codeTests.size() - 1);
}

/// Judges the records of one block by their bytes.
class CompiledFilter::ByteJudge
{
public:
    ByteJudge(const CompiledFilter& filter, const BlockFacts& facts)
        : m_filter(filter)
        , m_facts(facts)
        , m_text(*facts.block.layout)
    {
    }

    /// Judges @p open in bytes from the source.
    std::expected<void, LoadError> read(std::span<const quint32> open, const std::stop_token& stop);
    /// Judges @p open in @p bytes, those of the block.
    std::expected<void, LoadError> search(std::span<const quint32> open, std::string_view bytes,
                                          const std::stop_token& stop);
    /// The records that were let through, ascending.
    [[nodiscard]] const std::vector<quint32>& accepted() const { return m_accepted; }

private:
    bool judge(std::size_t record, std::string_view bytes);
    void judgeAll(std::span<const quint32> open, std::string_view bytes, const std::stop_token& stop);
    void sift(const Sieve& sieve, std::span<const quint32> open, std::string_view bytes, const std::stop_token& stop);
    std::expected<void, LoadError> outcome() const;

    const CompiledFilter& m_filter;
    const BlockFacts& m_facts;
    RecordText m_text;
    std::vector<quint32> m_accepted;
    std::optional<LoadError> m_error;
};

std::expected<void, LoadError> CompiledFilter::ByteJudge::read(std::span<const quint32> open,
                                                               const std::stop_token& stop)
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
    const ReadBuffer buffer(std::size_t(block.end - block.begin));
    const auto count = block.source->read(block.begin, buffer.bytes());
    if (!count)
        return std::unexpected(count.error());
    return search(open, {buffer.bytes().data(), *count}, stop);
}

std::expected<void, LoadError> CompiledFilter::ByteJudge::search(std::span<const quint32> open, std::string_view bytes,
                                                                 const std::stop_token& stop)
{
    if (open.empty())
        return {};
    if (const Sieve sieve = m_filter.m_root->sieve(m_facts.block, bytes); !sieve.empty())
        sift(sieve, open, bytes, stop);
    else
        judgeAll(open, bytes, stop);
    return outcome();
}

void CompiledFilter::ByteJudge::judgeAll(std::span<const quint32> open, std::string_view bytes,
                                         const std::stop_token& stop)
{
    for (const quint32 record : open)
        if (stop.stop_requested() || !judge(record, recordIn(bytes, m_facts.block, record)))
            return;
}

/// Jumps from one record in which @p sieve finds something to the next. What it finds may stand in a directive behind
/// the record; the judgement on the record itself counts.
void CompiledFilter::ByteJudge::sift(const Sieve& sieve, std::span<const quint32> open, std::string_view bytes,
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
        const auto after = std::upper_bound(starts.begin() + open.front(), starts.end(), position);
        const auto record = quint32(after - starts.begin() - 1);
        open = {std::ranges::lower_bound(open, record), open.end()};
        if (open.empty() || open.front() != record)
            continue;
        if (!judge(record, recordIn(bytes, m_facts.block, record)))
            return;
        open = open.subspan(1);
    }
}

/// False ends it: a pattern gave up.
bool CompiledFilter::ByteJudge::judge(std::size_t record, std::string_view bytes)
{
    const IndexBlock& block = m_facts.block;
    m_text.setBytes(bytes);
    switch (
        m_filter.judge({.facts = m_facts, .code = block.code(record), .time = block.time(record), .text = &m_text})) {
    case Verdict::Yes:
        m_accepted.push_back(quint32(record));
        return true;
    case Verdict::GaveUp:
        m_error = gaveUp(block, record);
        return false;
    default:
        return true;
    }
}

std::expected<void, LoadError> CompiledFilter::ByteJudge::outcome() const
{
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

// -- Using it --------------------------------------------------------------------------------------------------------

CompiledFilter::Matches CompiledFilter::match(const IndexBlock& block, const BlockCodes& codes, std::size_t first,
                                              const std::stop_token& stop) const
{
    const BlockFacts known = facts(block, codes);
    auto sorted = judgeByIndex(known, first);
    if (!sorted)
        return std::unexpected(sorted.error());
    ByteJudge judge(*this, known);
    if (const auto judged = judge.read(sorted->open, stop); !judged)
        return std::unexpected(judged.error());
    return merged(std::move(sorted->accepted), judge.accepted());
}

CompiledFilter::Matches CompiledFilter::match(const IndexBlock& block, const BlockCodes& codes,
                                              std::string_view bytes) const
{
    const BlockFacts known = facts(block, codes);
    auto sorted = judgeByIndex(known, 0);
    if (!sorted)
        return std::unexpected(sorted.error());
    ByteJudge judge(*this, known);
    if (const auto judged = judge.search(sorted->open, bytes, {}); !judged)
        return std::unexpected(judged.error());
    return merged(std::move(sorted->accepted), judge.accepted());
}

BlockFacts CompiledFilter::facts(const IndexBlock& block, const BlockCodes& codes) const
{
    BlockFacts facts{.block = block};
    facts.places.reserve(m_cellFields.size());
    for (const auto& field : m_cellFields)
        facts.places.push_back(cellPlace(field, *block.layout));
    facts.codeVerdicts.reserve(m_codeTests.size());
    for (const auto& test : m_codeTests) {
        auto& verdicts = facts.codeVerdicts.emplace_back();
        verdicts.reserve(codes.size());
        for (const CodeEntry* code : codes)
            verdicts.push_back(test(*code));
    }
    return facts;
}

Verdict CompiledFilter::judge(const Evidence& evidence) const
{
    return m_root ? m_root->judge(evidence) : Verdict::Yes;
}

std::expected<CompiledFilter::Sorted, LoadError> CompiledFilter::judgeByIndex(const BlockFacts& facts,
                                                                              std::size_t first) const
{
    const IndexBlock& block = facts.block;
    std::vector<Verdict> byCode; // by LocalCode: most filters end here, with a look-up per record
    byCode.reserve(block.codeTexts.size());
    for (quint32 code = 0; code < block.codeTexts.size(); ++code)
        byCode.push_back(judge({.facts = facts, .code = LocalCode(code)}));

    Sorted sorted;
    for (std::size_t i = first; i < block.size(); ++i) {
        if (m_filter.onlyMalformed && !block.flags(i))
            continue;
        const LocalCode code = block.code(i);
        Verdict verdict = byCode[qToUnderlying(code)];
        if (verdict == Verdict::Open && m_needsTime)
            verdict = judge({.facts = facts, .code = code, .time = block.time(i)});
        if (verdict == Verdict::Yes)
            sorted.accepted.push_back(quint32(i));
        else if (verdict == Verdict::Open)
            sorted.open.push_back(quint32(i));
        else if (verdict == Verdict::GaveUp)
            return std::unexpected(gaveUp(block, i));
    }
    return sorted;
}

} // namespace TmgLens::Filter
