// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/layoutguesser.h"

#include "model/format/cellshape.h"
#include "model/format/dateorder.h"
#include "model/format/fieldcutter.h"
#include "model/format/knownlayouts.h"
#include "model/format/recordtime.h"

#include <algorithm>
#include <limits>
#include <map>

namespace TmgLens {

namespace {

using Cells = std::vector<std::string_view>;

constexpr std::size_t fewestCells = 8; // rows with less tell too little
constexpr int impossible = std::numeric_limits<int>::min() / 2;

/// How rows are parted, before anything is known of their fields.
struct Cut
{
    QByteArray separator;
    QByteArray relayTag = {};
    std::vector<Cells> rows = {}; ///< Those with the most common number of cells.
};

/// Keeps the rows that have the most common number of cells: rows cut short or damaged would mislead.
void keepCommonSize(std::vector<Cells>& rows)
{
    std::map<std::size_t, int> sizes;
    for (const Cells& row : rows)
        ++sizes[row.size()];
    const auto common = std::ranges::max_element(sizes, {}, [](const auto& entry) { return entry.second; });
    if (common != sizes.end())
        std::erase_if(rows, [size = common->first](const Cells& row) { return row.size() != size; });
}

std::optional<Cut> cutRows(std::span<const std::string_view> rows)
{
    for (const QByteArray& separator : {QByteArray("\t"), QByteArray("#011"), QByteArray(", ")}) {
        Cut cut{.separator = separator, .relayTag = commonRelayTag(rows)};
        const LogLayout layout{.separator = separator, .isRelayed = !cut.relayTag.isEmpty(), .relayTag = cut.relayTag};
        std::string unescaped; // nothing, since these layouts have no quotes
        for (const std::string_view row : rows) {
            if (splitRelayed(row).tag == toStringView(cut.relayTag))
                cutFields(row, layout, cut.rows.emplace_back(), unescaped);
        }
        keepCommonSize(cut.rows);
        if (!cut.rows.empty() && cut.rows.front().size() >= fewestCells)
            return cut;
    }
    return {};
}

/// A known field order laid along the cells of a log.
struct Fit
{
    const KnownLayout* known = nullptr;
    std::vector<Field> fields = {}; ///< One a cell.
    int score = impossible;
};

/// Sum over all rows of how well cell @p cell suits each field.
int columnScore(const std::vector<Cells>& rows, std::size_t cell, const Field& field, LogKind kind)
{
    int sum = 0;
    for (const Cells& row : rows)
        sum += shapeScore(row[cell], field, kind);
    return sum;
}

/**
 * The best way to give each cell one of the fields, in order. Dynamic programming over (cells placed, fields looked
 * at); leaving out a field is free, since servers log the fields that somebody ticked.
 */
Fit fitLayout(const std::vector<Cells>& rows, const KnownLayout& known)
{
    const std::vector<Field> fields = known.fields();
    const std::size_t cellCount = rows.front().size();
    const auto seldomPenalty = [&known](const Field& field) {
        return std::ranges::any_of(known.seldomNames, [&](const char* name) { return field.name == name; }) ? 1 : 0;
    };
    Fit fit{.known = &known};
    if (cellCount > fields.size())
        return fit;

    // best[c][f]: score with the first c cells placed within the first f fields.
    std::vector best(cellCount + 1, std::vector<int>(fields.size() + 1, impossible));
    std::ranges::fill(best[0], 0);
    for (std::size_t c = 1; c <= cellCount; ++c) {
        for (std::size_t f = c; f <= fields.size(); ++f) {
            const int placed =
                best[c - 1][f - 1] + columnScore(rows, c - 1, fields[f - 1], known.kind) - seldomPenalty(fields[f - 1]);
            best[c][f] = std::max(best[c][f - 1], placed);
        }
    }
    fit.score = best[cellCount][fields.size()];
    fit.fields.resize(cellCount);
    for (std::size_t c = cellCount, f = fields.size(); c > 0; --f) {
        if (best[c][f] != best[c][f - 1])
            fit.fields[--c] = fields[f - 1];
    }
    return fit;
}

bool isConvincing(const Fit& fit, const std::vector<Cells>& rows)
{
    const auto suits = [&](FieldId id) {
        const auto at = std::ranges::find(fit.fields, id, &Field::id);
        return at != fit.fields.end()
            && columnScore(rows, std::size_t(at - fit.fields.begin()), *at, fit.known->kind) > 0;
    };
    return suits(FieldId::Date) && suits(FieldId::Time) && suits(FieldId::ResultCode)
        && (suits(FieldId::Client) || suits(FieldId::Destination)) && fit.score > 0;
}

/// ISA 2000's web and firewall logs share their fields; the service field tells them apart.
bool contradictsService(const Fit& fit, const std::vector<Cells>& rows)
{
    const auto at = std::ranges::find(fit.fields, FieldId::Service, &Field::id);
    if (at == fit.fields.end())
        return fit.known->kind == LogKind::Firewall && std::ranges::contains(fit.fields, "c-ip", &Field::name);
    const bool isFirewallService = rows.front()[std::size_t(at - fit.fields.begin())] == "fwsrv";
    return isFirewallService != (fit.known->kind == LogKind::Firewall);
}

LogLayout makeLayout(const Cut& cut, const Fit& fit, QStringView fileName)
{
    LogLayout layout{.kind = fit.known->kind,
                     .product = fit.known->product,
                     .separator = cut.separator,
                     .isRelayed = !cut.relayTag.isEmpty(),
                     .relayTag = cut.relayTag,
                     .fields = fit.fields};
    completeLayout(layout);
    if (cut.separator == ", ") {
        layout.format = LogLayout::Format::Native;
        const bool hasGmtTime = layout.gmtTimeField && !isEmptyCell(cut.rows.front()[*layout.gmtTimeField]);
        layout.clock = hasGmtTime ? LogLayout::Clock::Utc : LogLayout::Clock::ServerLocal;
        layout.cellClock = LogLayout::Clock::ServerLocal;
        std::vector<std::string_view> dates;
        dates.reserve(cut.rows.size());
        for (const Cells& row : cut.rows)
            dates.push_back(row[*layout.dateField]);
        std::optional<std::chrono::sys_days> firstDay; // GMT Time has the year in front in whatever locale
        if (const auto gmtTime = hasGmtTime
                ? parseDateTime(cut.rows.front()[*layout.gmtTimeField], LogLayout::DateOrder::YearMonthDay)
                : std::nullopt)
            firstDay = std::chrono::floor<std::chrono::days>(*gmtTime);
        const DateOrderGuess guess = guessDateOrder(dates, fileName, firstDay);
        layout.dateOrder = guess.order;
        layout.isDateOrderGuessed = !guess.isSettled;
    }
    return layout;
}

} // namespace

QByteArray commonRelayTag(std::span<const std::string_view> rows)
{
    std::map<std::string_view, int> tags;
    for (const std::string_view row : rows)
        ++tags[splitRelayed(row).tag];
    const auto common = std::ranges::max_element(tags, {}, [](const auto& entry) { return entry.second; });
    return common == tags.end() ? QByteArray() : QByteArray(common->first.data(), qsizetype(common->first.size()));
}

std::optional<LogLayout> guessLayout(std::span<const std::string_view> rows, QStringView fileName)
{
    const auto cut = cutRows(rows);
    if (!cut)
        return {};
    Fit best;
    for (const KnownLayout& known : knownLayouts()) {
        Fit fit = fitLayout(cut->rows, known);
        if (fit.score > best.score && isConvincing(fit, cut->rows) && !contradictsService(fit, cut->rows))
            best = std::move(fit);
    }
    if (!best.known)
        return {};
    return makeLayout(*cut, best, fileName);
}

} // namespace TmgLens
