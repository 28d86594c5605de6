// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/w3cheader.h"

#include "model/format/fieldcutter.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace TmgLens {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t mostFields = 512; // TMG has 59; a hostile header could have any number

/// The value of directive @p name in @p line, without the blanks around it.
std::optional<std::string_view> directiveValue(std::string_view line, std::string_view name)
{
    if (!line.starts_with(name))
        return {};
    line.remove_prefix(name.size());
    const auto begin = line.find_first_not_of(" \t");
    const auto end = line.find_last_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string_view() : line.substr(begin, end - begin + 1);
}

std::vector<QByteArray> splitNames(std::string_view names)
{
    // Firewall field names hold blanks, so blanks part names only where there is no tab at all.
    const char separator = names.contains('\t') ? '\t' : ' ';
    std::vector<QByteArray> result;
    for (const auto part : names | std::views::split(separator)) {
        const std::string_view name(part.begin(), part.end());
        if (!name.empty())
            result.emplace_back(name.data(), qsizetype(name.size()));
    }
    return result;
}

qsizetype knownCount(const std::vector<QByteArray>& names, LogKind kind)
{
    return std::ranges::count_if(
        names, [kind](const QByteArray& name) { return fieldByName(name, kind).id != FieldId::Other; });
}

/// The kind of log that most of the names belong to, if any has a claim.
std::optional<LogKind> kindOfNames(const std::vector<QByteArray>& names)
{
    constexpr std::array foreignNames = {"csuristem"sv, "csuriquery"sv, "cshost"sv, "cs(useragent)"sv, "srcip"sv};
    for (const QByteArray& name : names) {
        if (std::ranges::contains(foreignNames, std::string_view(foldedName(name))))
            return {};
    }
    constexpr std::array kinds = {LogKind::Web, LogKind::Firewall, LogKind::PacketFilter};
    const auto best = std::ranges::max_element(kinds, {}, [&names](LogKind kind) { return knownCount(names, kind); });
    // Date, time and an action belong to many programs' logs; a third field of ours has to be there.
    if (knownCount(names, *best) < 3)
        return {};
    return *best;
}

bool haveSameNames(const LogLayout& a, const LogLayout& b)
{
    return std::ranges::equal(a.fields, b.fields, {}, &Field::name, &Field::name);
}

} // namespace

QString productOfSoftwareLine(std::string_view line)
{
    const auto software = directiveValue(line, "#Software:");
    if (!software)
        return {};
    using namespace Qt::StringLiterals;
    if (software->contains("Forefront Threat Management Gateway"))
        return u"Forefront TMG 2010"_s;
    if (software->contains("Internet Security and Acceleration Server")) {
        for (const auto year : {"2000"sv, "2004"sv, "2006"sv}) {
            if (software->contains(year))
                return u"ISA Server "_s + QLatin1StringView(year.data(), qsizetype(year.size()));
        }
    }
    return cellText(*software);
}

std::optional<LogLayout> layoutOfFieldsLine(std::string_view line, const QString& product, const LogLayout* previous)
{
    const auto value = directiveValue(line, "#Fields:");
    if (!value)
        return {};
    const std::vector<QByteArray> names = splitNames(*value);
    if (names.size() > mostFields)
        return {};
    const auto kind = kindOfNames(names);
    if (!kind)
        return {};

    LogLayout layout{.format = LogLayout::Format::W3c, .kind = *kind, .product = product, .hasHeader = true};
    std::ranges::transform(names, std::back_inserter(layout.fields),
                           [kind](const QByteArray& name) { return fieldByName(name, *kind); });
    completeLayout(layout);
    if (previous) {
        if (product.isEmpty())
            layout.product = previous->product;
        if (haveSameNames(layout, *previous))
            layout.kind = previous->kind;
        layout.isRelayed = previous->isRelayed;
        layout.relayTag = previous->relayTag;
        layout.lineEnd = previous->lineEnd;
    }
    return layout;
}

} // namespace TmgLens
