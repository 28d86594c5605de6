// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/completionplace.h"
#include "model/filter/filtermatcher.h"
#include "model/filter/filternode.h"
#include "model/filter/timerange.h"
#include "model/filter/wordsearcher.h"
#include "model/format/fieldcutter.h"
#include "model/index/recordreader.h"
#include "tests/fuzz/parsedlog.h"
#include "tests/fuzz/target.h"
#include "tests/support/testlog.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace TmgLens::Fuzz {

using namespace Qt::StringLiterals;

namespace {

using Matches = std::expected<std::vector<quint32>, LoadError>;

// -- The language ----------------------------------------------------------------------------------------------------

void requireRightPlace(const FilterError& error, const QString& text)
{
    require(!error.message.isEmpty(), "a mistake has a sentence");
    require(error.position >= 0 && error.length >= 0 && error.position + error.length <= text.size(),
            "a mistake has its place in the text");
}

void requireCompletable(const QString& text)
{
    for (qsizetype cursor = 0; cursor <= std::min<qsizetype>(text.size(), 64); ++cursor) {
        const CompletionPlace place = completionPlace(text, cursor);
        require(place.begin >= 0 && place.begin <= place.end && place.end <= text.size(),
                "what is completed is in the text");
    }
}

/// Whether what is made of @p expression can be nested a little deeper than it is.
bool hasRoom(const FilterExpression& expression)
{
    const QString deeper = u"(((("_s + expression.toString() + u"))))"_s;
    return FilterExpression::parse(deeper).has_value();
}

void requireSameWhenChanged(const FilterExpression& expression)
{
    if (!expression.isEmpty()) {
        const auto inverted = FilterExpression::parse(expression.inverted().toString());
        require(inverted && *inverted == expression.inverted(), "what is inverted can be printed, too");
    }
    const auto range = timeRange(expression, ZoneClock());
    if (range && range->begin >= range->end)
        return; // which nothing but the comparisons themselves can say
    const FilterExpression ranged = withTimeRange(expression, range, ZoneClock());
    const auto printed = FilterExpression::parse(ranged.toString());
    require(printed && *printed == ranged, "a stretch of time can be printed");
    require(timeRange(ranged, ZoneClock()) == range, "a stretch of time is written as what it is");
}

void requireSameWhenPrinted(const FilterExpression& expression)
{
    const auto again = FilterExpression::parse(expression.toString());
    require(again && *again == expression, "what is printed is read as the same");
    require(FilterExpression::allOf(expression.terms()) == expression, "the terms are all there is");
    if (expression.isEmpty() || hasRoom(expression))
        requireSameWhenChanged(expression);
}

// -- Its meaning -----------------------------------------------------------------------------------------------------

/// Judged while the bytes of each block are at hand.
Matches chosenRecords(const RecordIndex& index, std::string_view input, const RecordFilter& filter)
{
    const RecordChooser chooser = recordChooser(filter);
    std::vector<quint32> records;
    for (const auto& part : index.parts()) {
        const IndexBlock& block = *part.block;
        const auto found = chooser(block, input.substr(block.begin, block.end - block.begin));
        if (!found)
            return found;
        std::ranges::transform(*found, std::back_inserter(records), [&](quint32 i) { return part.firstRecord + i; });
    }
    return records;
}

/// All that is not among @p records.
std::vector<quint32> others(const std::vector<quint32>& records, quint32 count)
{
    std::vector<quint32> all(count);
    std::iota(all.begin(), all.end(), 0U);
    std::vector<quint32> rest;
    std::ranges::set_difference(all, records, std::back_inserter(rest));
    return rest;
}

/// Whether a record with @p text is let through by the words or the pattern of @p node, as Qt sees it; nothing if Qt
/// gives up, or if the node is something else.
std::optional<bool> plainVerdict(const Filter::Node& node, const QString& text)
{
    if (const auto* words = std::get_if<Filter::Words>(&node.content))
        return text.contains(words->text, Qt::CaseInsensitive);
    const auto* pattern = std::get_if<Filter::RecordPattern>(&node.content);
    if (!pattern)
        return {};
    const QRegularExpression expression(pattern->pattern, QRegularExpression::CaseInsensitiveOption);
    const auto match = expression.match(text);
    return match.isValid() ? std::optional(match.hasMatch()) : std::nullopt;
}

void requirePlainVerdicts(const RecordIndex& index, const Filter::Node& node, const std::vector<quint32>& matches)
{
    for (quint32 i = 0; i < index.recordCount(); ++i) {
        const auto place = index.place(RecordNumber(i));
        const QByteArray bytes = readRecord(place).value_or(QByteArray());
        const QString text = Filter::recordText(toStringView(bytes), *place.part->block->layout);
        const auto verdict = plainVerdict(node, text);
        require(!verdict || *verdict == std::ranges::binary_search(matches, i), "Qt finds the same");
    }
}

void requireSameVerdicts(const RecordIndex& index, std::string_view input, const FilterExpression& expression)
{
    const Matches matches = matchRecords(index, {.expression = expression}, 0, {});
    if (!matches) { // a pattern can give up, where all is read and where it is not
        require(matches.error().kind == LoadError::Kind::PatternGaveUp, "memory can be read");
        return;
    }
    if (const auto chosen = chosenRecords(index, input, {.expression = expression}))
        require(*chosen == *matches, "it makes no difference who reads the bytes");
    if (expression.isEmpty())
        return;
    const RecordFilter inverted{.expression = expression.inverted()};
    if (const Matches rest = matchRecords(index, inverted, 0, {}))
        require(*rest == others(*matches, index.recordCount()), "what is not let through is let through inverted");
    requirePlainVerdicts(index, *expression.root(), *matches);
}

} // namespace

/// A filter, and in the lines after it a log, or records of a small one.
void tryInput(std::string_view input)
{
    const std::string_view line = takeLine(input);
    const QString text = QString::fromUtf8(line.data(), qsizetype(line.size()));
    requireCompletable(text);
    const auto expression = FilterExpression::parse(text);
    if (!expression)
        return requireRightPlace(expression.error(), text);
    requireSameWhenPrinted(*expression);

    const std::string records = Test::webHeader.toStdString().append(input);
    const bool isLog = knownLog(input).has_value();
    const std::string_view bytes = isLog ? input : std::string_view(records);
    requireSameVerdicts(indexInOneGo(*knownLog(bytes)), bytes, *expression);
}

} // namespace TmgLens::Fuzz
