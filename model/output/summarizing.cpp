// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/summarizing.h"

#include "model/facet/facetfields.h"
#include "model/output/summarywording.h"

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t topCount = 10; // values of each field

std::vector<Filter::FieldName> topFields(const ColumnSet& columns)
{
    const std::vector<Filter::FieldName> all = facetFields(columns);
    std::vector<Filter::FieldName> fields;
    for (const QString& name : {u"client"_s, u"host"_s, u"dest"_s, u"rule"_s, u"user"_s})
        if (std::ranges::contains(all, Filter::fieldName(name)))
            fields.push_back(Filter::fieldName(name));
    return fields;
}

/// Takes fields away that say nothing: those that no record has, and addresses where hosts have names.
void removeIdleFields(std::vector<TopValues>& values)
{
    std::erase_if(values, [](const TopValues& top) {
        return std::ranges::all_of(top.counts.values, &QString::isEmpty, &FacetValue::text);
    });
    if (std::ranges::contains(values, FieldId::Host, [](const TopValues& top) { return top.field.id; }))
        std::erase_if(values, [](const TopValues& top) { return top.field.id == FieldId::Destination; });
}

/// The classes that @p selection shows, those of which some codes are hidden with a word on it.
QStringList shownClasses(const ResultSelection& selection, const CodeTable& codes)
{
    QStringList shown;
    for (std::size_t i = 0; i < resultClassCount; ++i) {
        const auto isOfClass = [i](const CodeEntry& code) { return code.result.entry.resultClass == ResultClass(i); };
        const auto all = std::ranges::count_if(codes.entries(), isOfClass);
        const auto visible = std::ranges::count_if(
            codes.entries(), [&](const CodeEntry& code) { return isOfClass(code) && selection.shows(code); });
        const QString word = keyword(ResultClass(i));
        if (visible > 0)
            shown += visible == all ? word : SummaryText::tr("some of %1").arg(word);
    }
    return shown;
}

/// Adds those of @p records that are in @p part.
void addPart(LogSummary& summary, const RecordIndex::Part& part, const std::vector<quint32>& records)
{
    const quint64 end = quint64(part.firstRecord) + part.block->size();
    std::vector<quint32> ofBlock;
    for (auto record = std::ranges::lower_bound(records, part.firstRecord); record != records.end() && *record < end;
         ++record)
        ofBlock.push_back(*record - part.firstRecord);
    summary.addRecords(*part.block, ofBlock);
}

FoldedNote noteOn(const std::vector<FoldedPart>& parts)
{
    FoldedNote note{.words = foldedWords(parts), .counts = {}};
    for (const FoldedPart& part : parts)
        note.counts[part.pattern->id] += part.count;
    return note;
}

} // namespace

QStringList describeFilter(const RecordFilter& filter, const CodeTable& codes)
{
    QStringList sentences;
    if (!filter.expression.isEmpty())
        sentences += SummaryText::tr("Filter: %1").arg(filter.expression.toString());
    if (!filter.selection.showsAll())
        sentences += SummaryText::tr("Result categories: %1").arg(shownClasses(filter.selection, codes).join(", "_L1));
    if (filter.onlyMalformed)
        sentences += SummaryText::tr("Only malformed records");
    if (filter.picked)
        sentences += SummaryText::tr("Only the records of: %1").arg(filter.picked->title);
    return sentences;
}

std::expected<std::vector<TopValues>, LoadError>
countTopValues(const RecordIndex& index, const std::vector<quint32>* records, const std::stop_token& stop)
{
    FacetQuery query{.facets = {}, .words = {}, .mostValues = topCount};
    for (const Filter::FieldName& field : topFields(index.columns()))
        query.facets.push_back({.field = field});
    const FacetAnswer counted = countFacets(index, records, query, stop);
    if (!counted)
        return std::unexpected(counted.error());
    std::vector<TopValues> values;
    values.reserve(counted->size());
    for (std::size_t i = 0; i < counted->size(); ++i)
        values.push_back({.field = query.facets[i].field, .counts = (*counted)[i]});
    removeIdleFields(values);
    return values;
}

std::expected<LogSummary, LoadError> summarizeRecords(const RecordIndex& index, const std::vector<quint32>* records,
                                                      const std::stop_token& stop)
{
    LogSummary summary;
    summary.chooseServerZone(index.chosenServerZone());
    if (!index.parts().empty()) {
        const IndexBlock& first = *index.parts().front().block;
        summary.beginLog(first.source->path(), *first.layout);
    }
    for (const RecordIndex::Part& part : index.parts()) {
        if (stop.stop_requested())
            break;
        if (records)
            addPart(summary, part, *records);
        else
            summary.addBlock(*part.block);
    }
    auto values = countTopValues(index, records, stop);
    if (!values)
        return std::unexpected(values.error());
    summary.setTopValues(*std::move(values));
    return summary;
}

FoldedNotes foldedNotes(const std::vector<FoldedCount>& counts, const CodeTable& codes)
{
    FoldedNotes notes;
    for (std::size_t i = 0; i < resultClassCount; ++i)
        notes.ofClass[i] = noteOn(foldedParts(
            counts, [&codes, i](CodeIndex code) { return codes.at(code).result.entry.resultClass == ResultClass(i); }));
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (foldedParts(counts, CodeIndex(i)).empty())
            continue;
        const QByteArray& text = codes.at(CodeIndex(i)).text; // which several kinds of logs can have
        notes.ofCode[text] = noteOn(foldedParts(counts, [&](CodeIndex code) { return codes.at(code).text == text; }));
    }
    return notes;
}

} // namespace TmgLens
