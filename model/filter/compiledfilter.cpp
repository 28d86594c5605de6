// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/compiledfilter.h"

#include "model/filter/bytejudge.h"
#include "model/filter/codetest.h"
#include "model/filter/terms.h"

#include <algorithm>

namespace TmgLens::Filter {

namespace {

/// @p some and @p others, both ascending, as one.
std::vector<quint32> merged(std::vector<quint32> some, const std::vector<quint32>& others)
{
    const auto middle = some.insert(some.end(), others.begin(), others.end());
    std::inplace_merge(some.begin(), middle, some.end());
    return some;
}

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

CompiledFilter::CompiledFilter(const RecordFilter& filter, const TimeClocks& clocks)
    : m_filter(filter)
    , m_clocks(clocks)
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
        m_needsRecord = true;
        return std::make_unique<TimeTerm>(comparison, m_clocks);
    case Subject::File:
        return std::make_unique<FileTerm>(comparison);
    case Subject::Finding:
        m_needsRecord = true;
        return std::make_unique<FindingTerm>(comparison, m_filter.found.get());
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

// -- Using it --------------------------------------------------------------------------------------------------------

CompiledFilter::Matches CompiledFilter::match(const RecordIndex::Part& part, const BlockCodes& codes, std::size_t first,
                                              const std::stop_token& stop) const
{
    BlockFacts known = facts(*part.block, codes);
    known.firstRecord = part.firstRecord;
    return matchBy(known, first,
                   [&stop](ByteJudge& judge, std::span<const quint32> open) { return judge.read(open, stop); });
}

CompiledFilter::Matches CompiledFilter::match(const RecordIndex::Part& part, const BlockCodes& codes,
                                              std::string_view bytes) const
{
    BlockFacts known = facts(*part.block, codes);
    known.firstRecord = part.firstRecord;
    return matchBy(known, 0,
                   [bytes](ByteJudge& judge, std::span<const quint32> open) { return judge.search(open, bytes, {}); });
}

CompiledFilter::Matches CompiledFilter::match(const IndexBlock& block, const BlockCodes& codes,
                                              std::string_view bytes) const
{
    return matchBy(facts(block, codes), 0,
                   [bytes](ByteJudge& judge, std::span<const quint32> open) { return judge.search(open, bytes, {}); });
}

void CompiledFilter::keepPicked(const RecordIndex::Part& part, std::vector<quint32>& matches) const
{
    if (!m_filter.picked)
        return;
    const std::vector<quint32> picked = m_filter.picked->within(part.firstRecord, part.block->size());
    std::vector<quint32> kept;
    std::ranges::set_intersection(matches, picked, std::back_inserter(kept));
    matches = std::move(kept);
}

/// @p judgeOpen has the judge look at the records that the index leaves open.
CompiledFilter::Matches CompiledFilter::matchBy(const BlockFacts& known, std::size_t first,
                                                const OpenJudgement& judgeOpen) const
{
    if (!m_filter.showsFile(*known.block.source))
        return {};
    auto sorted = judgeByIndex(known, first);
    if (!sorted)
        return std::unexpected(sorted.error());
    if (sorted->open.empty())
        return std::move(sorted->accepted);
    ByteJudge judge(*m_root, known);
    if (const auto judged = judgeOpen(judge, sorted->open); !judged)
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
        if (verdict == Verdict::Open && m_needsRecord)
            verdict = judge({.facts = facts, .code = code, .record = i, .time = block.time(i)});
        if (verdict == Verdict::Yes)
            sorted.accepted.push_back(quint32(i));
        else if (verdict == Verdict::Open)
            sorted.open.push_back(quint32(i));
        else if (verdict == Verdict::GaveUp)
            return std::unexpected(patternGaveUp(block, i));
    }
    return sorted;
}

} // namespace TmgLens::Filter
