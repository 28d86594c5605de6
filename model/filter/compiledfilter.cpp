// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/compiledfilter.h"

#include "model/filter/codetest.h"
#include "model/filter/selectedrecords.h"
#include "model/filter/terms.h"

#include <algorithm>
#include <iterator>

namespace TmgLens::Filter {

namespace {

std::vector<Verdict> judgeCodes(const ResultSelection& selection, const CodeTable& codes)
{
    std::vector<Verdict> verdicts;
    for (const auto& code : codes.entries())
        verdicts.push_back(verdict(selection.shows(code)));
    return verdicts;
}

LoadError gaveUp(const IndexBlock& block, std::size_t record)
{
    LoadError error{.kind = LoadError::Kind::PatternGaveUp};
    error.path = block.source->path();
    error.offset = block.begin + block.starts[record];
    return error;
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

// -- Making it -------------------------------------------------------------------------------------------------------

CompiledFilter::CompiledFilter(const RecordFilter& filter, const CodeTable& codes)
    : m_onlyMalformed(filter.onlyMalformed)
{
    std::vector<TermPointer> parts;
    if (!filter.selection.showsAll())
        parts.push_back(std::make_unique<CodeTerm>(judgeCodes(filter.selection, codes)));
    if (!filter.expression.isEmpty())
        parts.push_back(compile(*filter.expression.root(), codes));
    if (parts.size() == 1)
        m_root = std::move(parts.front());
    else if (!parts.empty())
        m_root = std::make_unique<GroupTerm>(Group::Kind::All, std::move(parts));
}

TermPointer CompiledFilter::compile(const Node& node, const CodeTable& codes)
{
    if (const auto* group = std::get_if<Group>(&node.content))
        return compileGroup(*group, codes);
    if (const auto* negation = std::get_if<Not>(&node.content))
        return std::make_unique<NotTerm>(compile(*negation->part, codes));
    if (const auto* words = std::get_if<Words>(&node.content))
        return std::make_unique<WordsTerm>(words->text);
    if (const auto* pattern = std::get_if<RecordPattern>(&node.content))
        return std::make_unique<RecordPatternTerm>(pattern->pattern);
    const auto& comparison = std::get<Comparison>(node.content);
    auto term = compileComparison(comparison, codes);
    return comparison.op == Operator::NotEqual ? std::make_unique<NotTerm>(std::move(term)) : std::move(term);
}

TermPointer CompiledFilter::compileGroup(const Group& group, const CodeTable& codes)
{
    std::vector<TermPointer> parts;
    parts.reserve(group.parts.size());
    for (const auto& part : group.parts)
        parts.push_back(compile(*part, codes));
    return std::make_unique<GroupTerm>(group.kind, std::move(parts));
}

TermPointer CompiledFilter::compileComparison(const Comparison& comparison, const CodeTable& codes)
{
    switch (comparison.field.subject) {
    case Subject::Class:
    case Subject::Family:
    case Subject::Severity:
    case Subject::Area:
    case Subject::Code:
        return std::make_unique<CodeTerm>(judgeCodes(comparison, codes));
    case Subject::Time:
        return std::make_unique<TimeTerm>(comparison);
    case Subject::File:
        return std::make_unique<FileTerm>(comparison);
    case Subject::Cell:
        m_cellFields.push_back(comparison.field);
        return std::make_unique<CellTerm>(comparison, m_cellFields.size() - 1);
    }
    Q_UNREACHABLE_RETURN(nullptr);
}

// -- Using it --------------------------------------------------------------------------------------------------------

std::expected<std::vector<quint32>, LoadError> CompiledFilter::match(const RecordIndex::Part& part, std::size_t first,
                                                                     const std::stop_token& stop) const
{
    const auto cellPlaces = places(*part.block->layout);
    auto byIndex = judgeByIndex(part, first, cellPlaces);
    if (!byIndex)
        return std::unexpected(byIndex.error());
    std::vector<quint32> matches = std::move(byIndex->accepted);
    if (!byIndex->open.empty()) {
        const auto byBytes = judgeByBytes(part, byIndex->open, cellPlaces, stop);
        if (!byBytes)
            return std::unexpected(byBytes.error());
        std::vector<quint32> both;
        both.reserve(matches.size() + byBytes->size());
        std::ranges::merge(matches, *byBytes, std::back_inserter(both));
        matches = std::move(both);
    }
    for (quint32& record : matches)
        record += part.firstRecord;
    return matches;
}

std::vector<CellPlace> CompiledFilter::places(const LogLayout& layout) const
{
    std::vector<CellPlace> places;
    places.reserve(m_cellFields.size());
    for (const auto& field : m_cellFields)
        places.push_back(cellPlace(field, layout));
    return places;
}

Verdict CompiledFilter::judge(const Evidence& evidence) const
{
    return m_root ? m_root->judge(evidence) : Verdict::Yes;
}

CompiledFilter::Judged CompiledFilter::judgeByIndex(const RecordIndex::Part& part, std::size_t first,
                                                    std::span<const CellPlace> places) const
{
    const IndexBlock& block = *part.block;
    std::vector<Verdict> byCode; // by LocalCode: most filters end here, with a look-up per record
    byCode.reserve(part.codes.size());
    for (const CodeIndex code : part.codes)
        byCode.push_back(judge({.block = block, .places = places, .code = code}));

    Sorted sorted;
    for (std::size_t i = first; i < block.size(); ++i) {
        if (m_onlyMalformed && !block.flags(i))
            continue;
        const auto code = qToUnderlying(block.code(i));
        Verdict verdict = byCode[code];
        if (verdict == Verdict::Open)
            verdict = judge({.block = block, .places = places, .code = part.codes[code], .time = block.time(i)});
        if (verdict == Verdict::Yes)
            sorted.accepted.push_back(quint32(i));
        else if (verdict == Verdict::Open)
            sorted.open.push_back(quint32(i));
        else if (verdict == Verdict::GaveUp)
            return std::unexpected(gaveUp(block, i));
    }
    return sorted;
}

std::expected<std::vector<quint32>, LoadError> CompiledFilter::judgeByBytes(const RecordIndex::Part& part,
                                                                            std::span<const quint32> open,
                                                                            std::span<const CellPlace> places,
                                                                            const std::stop_token& stop) const
{
    const IndexBlock& block = *part.block;
    RecordText text(*block.layout);
    std::vector<quint32> accepted;
    std::optional<LoadError> error;
    const auto visited = visitSelected(part, open, [&](std::size_t record, std::string_view bytes) {
        text.setBytes(bytes);
        const CodeIndex code = part.codes[qToUnderlying(block.code(record))];
        switch (judge({.block = block, .places = places, .code = code, .time = block.time(record), .text = &text})) {
        case Verdict::Yes:
            accepted.push_back(quint32(record));
            break;
        case Verdict::GaveUp:
            error = gaveUp(block, record);
            break;
        default:
            break;
        }
        return !error && !stop.stop_requested();
    });
    if (!visited)
        return std::unexpected(visited.error());
    if (error)
        return std::unexpected(*error);
    return accepted;
}

} // namespace TmgLens::Filter
