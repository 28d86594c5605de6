// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/formatdetector.h"

#include "model/format/fieldcutter.h"
#include "model/format/layoutguesser.h"
#include "model/format/recordtime.h"
#include "model/format/tablelayout.h"
#include "model/format/w3cheader.h"

#include <QFileInfo>

#include <algorithm>
#include <ranges>

namespace TmgLens {

namespace {

using namespace std::string_view_literals;
using namespace Qt::StringLiterals;

constexpr std::size_t sampleRows = 64;
constexpr qsizetype seenLength = 64;
constexpr std::string_view fieldsDirective = "#Fields:"sv;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF"sv;

std::string_view withoutCarriageReturn(std::string_view line)
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

char lineEndOf(std::string_view start)
{
    return start.contains('\r') && !start.contains('\n') ? '\r' : '\n';
}

/// The lines of @p start, up to the NUL bytes that may follow the last record. A single one can be what bcp writes for
/// an empty text.
std::vector<std::string_view> splitLines(std::string_view start, char lineEnd)
{
    start = start.substr(0, start.find("\0\0"sv));
    std::vector<std::string_view> lines;
    for (const auto part : start | std::views::split(lineEnd))
        lines.push_back(withoutCarriageReturn(std::string_view(part.begin(), part.end())));
    return lines;
}

/// What the directives at the top say.
struct Header
{
    QString product;
    std::optional<LogLayout> layout;
    std::string_view foreignFields = {}; ///< The `#Fields` line, if it is of another program.
};

Header readHeader(std::span<const std::string_view> lines)
{
    Header header;
    for (const std::string_view line : lines) {
        if (!isDirective(line))
            continue;
        if (const QString product = productOfSoftwareLine(line); !product.isEmpty())
            header.product = product;
        if (line.starts_with(fieldsDirective)) {
            header.layout = layoutOfFieldsLine(line, header.product);
            if (!header.layout)
                header.foreignFields = line;
            break;
        }
    }
    return header;
}

std::vector<std::string_view> firstRecords(std::span<const std::string_view> lines)
{
    std::vector<std::string_view> records;
    for (const std::string_view line : lines) {
        if (!line.empty() && !isDirective(line))
            records.push_back(line);
        if (records.size() == sampleRows)
            break;
    }
    return records;
}

/// The last whole records before the end of the log; the first and the last line of @p end may be parts.
std::vector<std::string_view> lastRecords(std::string_view end, char lineEnd)
{
    std::vector<std::string_view> lines = splitLines(end, lineEnd);
    if (lines.size() <= 2)
        return {};
    const std::span<const std::string_view> whole(lines.begin() + 1, lines.end() - 1);
    return firstRecords(whole.last(std::min(whole.size(), sampleRows)));
}

/// Completes what a header leaves open with what the first records show.
void refineByRecords(LogLayout& layout, std::span<const std::string_view> records)
{
    if (records.empty())
        return;
    layout.relayTag = commonRelayTag(records);
    layout.isRelayed = !layout.relayTag.isEmpty();
    const auto service = fieldPosition(layout, FieldId::Service);
    std::vector<std::string_view> cells;
    std::string unescaped;
    cutFields(records.front(), layout, cells, unescaped);
    if (service && *service < cells.size() && cells[*service] == "fwsrv")
        layout.kind = LogKind::Firewall;
}

/// SQL Server data files begin with page 0 of file header type, backups with a tape header.
bool isDatabase(std::string_view start, const QString& path)
{
    if (start.starts_with("\x01\x0F\x00\x00"sv) || start.starts_with("TAPE\x00\x00"sv))
        return true;
    const QString suffix = QFileInfo(path).suffix().toLower();
    const bool hasName = suffix == "mdf"_L1 || suffix == "ldf"_L1 || suffix == "bak"_L1 || suffix == "llq"_L1;
    return hasName && start.contains('\0');
}

/// A date and a time between blanks, and words of the log, but not one tab.
bool hasLostTabs(std::span<const std::string_view> records)
{
    if (records.empty() || records.front().contains('\t'))
        return false;
    std::vector<std::string_view> words;
    std::string unescaped;
    cutFields(records.front(), LogLayout{.separator = " "}, words, unescaped);
    const auto isAfterDate = [](const auto& pair) {
        return looksLikeDate(std::get<0>(pair)) && looksLikeTime(std::get<1>(pair));
    };
    const bool hasTime = std::ranges::any_of(words | std::views::adjacent<2>, isAfterDate);
    const bool hasAction = std::ranges::any_of(words, [](std::string_view word) {
        return word == "Denied" || word == "Allowed" || word == "Establish" || word == "Terminate" || word == "Failed";
    });
    return hasTime && hasAction;
}

/// What follows `#Fields:` in @p line, as much as an error message can show.
QByteArray fieldNames(std::string_view line)
{
    line.remove_prefix(std::min(line.size(), fieldsDirective.size()));
    return QByteArray(line.data(), std::min(qsizetype(line.size()), 2 * seenLength)).trimmed();
}

LoadError refusal(std::string_view start, const QString& path, std::span<const std::string_view> records,
                  std::string_view foreignFields)
{
    LoadError error{.kind = LoadError::Kind::NotALog, .path = path};
    error.seen = QByteArray(start.data(), std::min(qsizetype(start.size()), seenLength));
    if (start.empty())
        error.kind = LoadError::Kind::Empty;
    else if (start.find_first_not_of('\0') == std::string_view::npos)
        error.kind = LoadError::Kind::OnlyNulBytes;
    else if (isDatabase(start, path))
        error.kind = LoadError::Kind::Database;
    else if (const QByteArray names = fieldNames(foreignFields); !names.isEmpty())
        error = {.kind = LoadError::Kind::ForeignLog, .path = path, .seen = names};
    else if (hasLostTabs(records))
        error.kind = LoadError::Kind::TabsLost;
    else if (!records.empty() && areTitlesWithoutTime(records.front()))
        error.kind = LoadError::Kind::TimeColumnMissing;
    return error;
}

/// The layout of rows that stand under no `#Fields` line: under column titles, or under nothing at all.
std::optional<LogLayout> layoutWithoutDirectives(std::span<const std::string_view> rows, const QString& fileName)
{
    if (rows.empty())
        return {};
    if (auto layout = layoutOfTitles(rows.front())) {
        settleTable(*layout, rows.subspan(1), fileName);
        return layout;
    }
    auto layout = guessLayout(rows, fileName);
    return layout ? layout : layoutOfTableRows(rows, fileName);
}

} // namespace

std::expected<DetectedFormat, LoadError> detectFormat(std::string_view start, const QString& path, std::string_view end,
                                                      std::optional<LogLayout::DateOrder> dateOrder)
{
    DetectedFormat detected;
    if (start.starts_with(byteOrderMark)) {
        detected.dataStart = byteOrderMark.size();
        start.remove_prefix(byteOrderMark.size());
    }
    const char lineEnd = lineEndOf(start);
    const std::vector<std::string_view> lines = splitLines(start, lineEnd);
    const std::vector<std::string_view> records = firstRecords(lines);
    Header header = readHeader(lines);
    if (!header.layout && header.foreignFields.empty()) {
        std::vector<std::string_view> rows = records;
        std::ranges::copy(lastRecords(end, lineEnd), std::back_inserter(rows));
        header.layout = layoutWithoutDirectives(rows, QFileInfo(path).fileName());
        if (header.layout && !header.product.isEmpty())
            header.layout->product = header.product;
    } else if (header.layout) {
        refineByRecords(*header.layout, records);
    }
    if (!header.layout)
        return std::unexpected(refusal(start, path, records, header.foreignFields));
    header.layout->lineEnd = lineEnd;
    if (dateOrder && hasLocaleDates(*header.layout)) {
        header.layout->dateOrder = *dateOrder;
        header.layout->isDateOrderGuessed = false;
    }
    detected.layout = std::make_shared<const LogLayout>(std::move(*header.layout));
    return detected;
}

} // namespace TmgLens
