// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/findingfilter.h"

#include "model/filter/celltest.h"
#include "model/finding/patternreader.h"

#include <algorithm>

namespace TmgLens {

namespace {

using namespace Filter;

/// Hands the comparisons with findings below @p node to @p visit.
template <typename Visitor> void eachComparison(const Node& node, const Visitor& visit)
{
    if (const auto* group = std::get_if<Group>(&node.content)) {
        for (const auto& part : group->parts)
            eachComparison(*part, visit);
    } else if (const auto* negation = std::get_if<Not>(&node.content)) {
        eachComparison(*negation->part, visit);
    } else if (const auto* comparison = std::get_if<Comparison>(&node.content)) {
        if (comparison->field.subject == Subject::Finding)
            visit(*comparison);
    }
}

QStringList readWords()
{
    QStringList words;
    if (const auto patterns = builtInPatterns())
        for (const TmgLens::Pattern& pattern : **patterns)
            words += pattern.id;
    for (std::size_t i = 0; i < findingSeverityCount; ++i)
        words += keyword(FindingSeverity(i));
    return words;
}

void arrange(std::vector<quint32>& records)
{
    std::ranges::sort(records);
    const auto repeated = std::ranges::unique(records);
    records.erase(repeated.begin(), repeated.end());
}

} // namespace

QStringList findingWords()
{
    static const QStringList words = readWords();
    return words;
}

FoundRecordsPointer foundRecords(const Findings& found)
{
    auto result = std::make_shared<FoundRecords>();
    for (const Finding& finding : found.findings) {
        for (const QString& word : {finding.pattern->id, QString(keyword(finding.severity))}) {
            std::vector<quint32>& records = result->records[word];
            records.insert(records.end(), finding.records.begin(), finding.records.end());
        }
    }
    for (std::vector<quint32>& records : result->records)
        arrange(records);
    return result;
}

bool asksForFindings(const FilterExpression& expression)
{
    bool asks = false;
    if (!expression.isEmpty())
        eachComparison(*expression.root(), [&asks](const Comparison&) { asks = true; });
    return asks;
}

QStringList unknownFindings(const FilterExpression& expression)
{
    QStringList unknown;
    const QStringList words = findingWords();
    const auto look = [&](const Comparison& comparison) {
        for (const Value& value : comparison.values) {
            const CellTest test({.field = comparison.field, .op = comparison.op, .values = {value}});
            const auto isMeant = [&test](const QString& word) { return test.test(word.toStdString()) == Verdict::Yes; };
            if (comparison.op != Operator::NotEqual && std::ranges::none_of(words, isMeant))
                unknown += value.text;
        }
    };
    if (!expression.isEmpty())
        eachComparison(*expression.root(), look);
    return unknown;
}

} // namespace TmgLens
