// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/options.h"

#include <array>
#include <charconv>
#include <format>
#include <optional>
#include <utility>

namespace TmgLens::Generator {

namespace {

using namespace std::chrono_literals;

/// Midnight of 12 May 2010 on the wall clock of the server.
constexpr std::chrono::sys_seconds defaultStart = std::chrono::sys_days(2010y / 5 / 12) - serverZone;

template <typename Number> std::optional<Number> parseNumber(std::string_view text)
{
    Number value{};
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && rest == end ? std::optional(value) : std::nullopt;
}

/// YYYY-MM-DDTHH:MM:SS, as UTC.
std::optional<std::chrono::sys_seconds> parseTime(std::string_view text)
{
    if (text.size() != 19 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        return {};
    const auto year = parseNumber<int>(text.substr(0, 4));
    const auto month = parseNumber<unsigned>(text.substr(5, 2));
    const auto day = parseNumber<unsigned>(text.substr(8, 2));
    const auto hour = parseNumber<unsigned>(text.substr(11, 2));
    const auto minute = parseNumber<unsigned>(text.substr(14, 2));
    const auto second = parseNumber<unsigned>(text.substr(17, 2));
    if (!year || !month || !day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
        return {};
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(*month),
                                           std::chrono::day(*day)};
    if (!date.ok())
        return {};
    return std::chrono::sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute)
        + std::chrono::seconds(*second);
}

std::optional<TextFormat> parseFormat(std::string_view text)
{
    constexpr std::array words = {std::pair("w3c", TextFormat::W3c), std::pair("native", TextFormat::Native),
                                  std::pair("console", TextFormat::Console), std::pair("csv", TextFormat::Csv),
                                  std::pair("bcp", TextFormat::Bcp)};
    for (const auto& [word, format] : words) {
        if (text == word)
            return format;
    }
    return {};
}

/// Takes one option over. False if name or value are not known.
bool apply(Options& options, std::string_view name, std::string_view value)
{
    if (name == "--kind" && (value == "web" || value == "firewall")) {
        options.plan.log = value == "web" ? Log::Web : Log::Firewall;
    } else if (const auto format = parseFormat(value); name == "--format" && format) {
        options.format = *format;
    } else if (name == "--story" && (value == "day" || value == "quiet")) {
        options.plan.story = value == "day" ? Story::Day : Story::Quiet;
    } else if (const auto number = parseNumber<std::uint64_t>(value); name == "--rows" && number) {
        options.plan.records = *number;
    } else if (name == "--seed" && number) {
        options.plan.seed = *number;
    } else if (const auto time = parseTime(value); name == "--start" && time) {
        options.plan.start = *time;
    } else {
        return false;
    }
    return true;
}

} // namespace

std::expected<Options, std::string> parseOptions(const std::vector<std::string_view>& arguments)
{
    Options options;
    options.plan.start = defaultStart;
    if (arguments.size() % 2 != 0)
        return std::unexpected(std::format("{} has no value.", arguments.back()));
    bool hasKind = false;
    bool hasRows = false;
    for (std::size_t position = 0; position < arguments.size(); position += 2) {
        if (!apply(options, arguments[position], arguments[position + 1]))
            return std::unexpected(
                std::format("{} {} is not understood.", arguments[position], arguments[position + 1]));
        hasKind = hasKind || arguments[position] == "--kind";
        hasRows = hasRows || arguments[position] == "--rows";
    }
    if (!hasKind || !hasRows)
        return std::unexpected("--kind and --rows are needed.");
    return options;
}

std::string_view usage()
{
    return "Usage: generate-log --kind web|firewall --rows N [--seed S] [--format w3c|native|console|csv|bcp]\n"
           "                    [--start YYYY-MM-DDTHH:MM:SS] [--story day|quiet]\n"
           "Writes a log of 24 hours to standard output; the same arguments give the same bytes.\n"
           "--start is UTC; without it the log begins on 2010-05-12 at midnight of the server, two hours east.";
}

} // namespace TmgLens::Generator
