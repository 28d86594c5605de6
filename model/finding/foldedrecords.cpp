// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/foldedrecords.h"

#include "model/finding/findingsentence.h"

#include <algorithm>
#include <limits>

namespace TmgLens {

namespace {

/// The patterns of @p patterns that fold, as many as a place can tell apart.
std::vector<const Pattern*> foldingPatterns(const std::vector<Pattern>& patterns)
{
    std::vector<const Pattern*> folding;
    for (const Pattern& pattern : patterns)
        if (pattern.folded && folding.size() < std::numeric_limits<quint8>::max())
            folding.push_back(&pattern);
    return folding;
}

void count(const RecordIndex& index, quint32 record, std::vector<quint64>& ofCode)
{
    ofCode.resize(index.codes().size());
    ++ofCode[qToUnderlying(index.code(RecordNumber(record)))];
}

} // namespace

const Pattern* FoldedRecords::patternOf(RecordNumber record) const
{
    const auto found = std::ranges::lower_bound(records, qToUnderlying(record));
    if (found == records.end() || *found != qToUnderlying(record))
        return nullptr;
    return counts[places[std::size_t(found - records.begin())]].pattern;
}

std::vector<FoldedPart> foldedParts(const std::vector<FoldedCount>& counts,
                                    const std::function<bool(CodeIndex)>& isMeant)
{
    std::vector<FoldedPart> parts;
    for (const FoldedCount& count : counts) {
        FoldedPart part{.pattern = count.pattern};
        for (std::size_t code = 0; code < count.ofCode.size(); ++code)
            if (count.ofCode[code] > 0 && isMeant(CodeIndex(code)))
                part.count += count.ofCode[code];
        if (part.count > 0)
            parts.push_back(part);
    }
    return parts;
}

std::vector<FoldedPart> foldedParts(const std::vector<FoldedCount>& counts, CodeIndex code)
{
    std::vector<FoldedPart> parts;
    for (const FoldedCount& count : counts)
        if (qToUnderlying(code) < count.ofCode.size() && count.ofCode[qToUnderlying(code)] > 0)
            parts.push_back({.pattern = count.pattern, .count = count.ofCode[qToUnderlying(code)]});
    return parts;
}

QString foldedWords(const std::vector<FoldedPart>& parts)
{
    QStringList words;
    for (const FoldedPart& part : parts)
        words += foldedCount(*part.pattern, part.count);
    return words.join(QLatin1StringView(", "));
}

FoldedRecordsPointer foldedRecords(const Findings& found, const RecordIndex& index)
{
    auto folded = std::make_shared<FoldedRecords>();
    folded->patterns = found.patterns;
    std::vector<std::pair<quint32, quint8>> placed; // records with the places of their patterns
    for (const Pattern* pattern : foldingPatterns(*found.patterns)) {
        const auto place = quint8(folded->counts.size());
        const std::size_t before = placed.size();
        for (const Finding& finding : found.findings)
            if (finding.pattern == pattern)
                for (const quint32 record : finding.records)
                    placed.emplace_back(record, place);
        if (placed.size() > before)
            folded->counts.push_back({.pattern = pattern, .ofCode = {}});
    }
    std::ranges::sort(placed);
    const auto repeated = std::ranges::unique(placed, {}, &std::pair<quint32, quint8>::first);
    placed.erase(repeated.begin(), repeated.end());
    folded->records.reserve(placed.size());
    folded->places.reserve(placed.size());
    for (const auto& [record, place] : placed) {
        folded->records.push_back(record);
        folded->places.push_back(place);
        count(index, record, folded->counts[place].ofCode);
    }
    return folded;
}

std::vector<FoldedCount> countFolded(const FoldedRecords& folded, const RecordIndex& index,
                                     std::span<const quint32> records)
{
    std::vector<FoldedCount> counts;
    counts.reserve(folded.counts.size());
    for (const FoldedCount& whole : folded.counts)
        counts.push_back({.pattern = whole.pattern, .ofCode = {}});
    auto next = records.begin();
    for (std::size_t i = 0; i < folded.records.size() && next != records.end(); ++i) {
        next = std::lower_bound(next, records.end(), folded.records[i]);
        if (next != records.end() && *next == folded.records[i])
            count(index, *next, counts[folded.places[i]].ofCode);
    }
    std::erase_if(counts, [](const FoldedCount& one) { return one.ofCode.empty(); });
    return counts;
}

} // namespace TmgLens
