// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/tablelayout.h"

#include "model/format/cellshape.h"
#include "model/format/columntitles.h"
#include "model/format/fieldcutter.h"
#include "model/format/ipaddress.h"
#include "model/format/recordtime.h"

#include <algorithm>
#include <array>
#include <deque>

namespace TmgLens {

namespace {

using Cells = std::vector<std::string_view>;
using Format = LogLayout::Format;

constexpr std::size_t fewestKnownTitles = 4;
constexpr std::size_t mostTitles = 512; // the tables have some sixty; a hostile line could have any number

bool isQuotedCell(std::string_view cell)
{
    return cell.size() >= 2 && cell.front() == '"' && cell.back() == '"';
}

/// The character that parts cells in @p line, the most likely first: titles hold none of them.
char separatorOf(std::string_view line)
{
    if (line.contains('\t'))
        return '\t';
    return std::ranges::count(line, ';') > std::ranges::count(line, ',') ? ';' : ',';
}

LogLayout cutLayout(char separator)
{
    // Tabs do not occur in the cells: only where quotes are seen do they mean something.
    return {.separator = QByteArray(1, separator), .isQuoted = separator != '\t'};
}

QByteArrayView bytesOf(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// Column titles, whatever they may be the titles of.
struct Titles
{
    LogLayout cut;
    std::vector<QByteArray> names = {};
};

Titles cutTitles(std::string_view line)
{
    Titles titles{.cut = cutLayout(separatorOf(line))};
    titles.cut.isQuoted = titles.cut.isQuoted || line.starts_with('"');
    Cells cells;
    std::string unescaped;
    cutFields(line, titles.cut, cells, unescaped);
    for (const std::string_view cell : cells)
        titles.names.push_back(bytesOf(cell).trimmed().toByteArray());
    return titles;
}

/// What the titles are of.
struct Origin
{
    Format format = Format::Console;
    LogKind kind = LogKind::Unknown;
};

constexpr std::array origins = {Origin{Format::Console, LogKind::Firewall}, Origin{Format::Database, LogKind::Web},
                                Origin{Format::Database, LogKind::Firewall}};

std::size_t knownCount(const std::vector<QByteArray>& names, const Origin& origin)
{
    return std::size_t(std::ranges::count_if(
        names, [&](const QByteArray& name) { return isColumnTitle(name, origin.format, origin.kind); }));
}

/// The viewer's titles are words with blanks between, the columns of the tables are single words.
std::optional<Origin> originOf(const std::vector<QByteArray>& names)
{
    const bool hasBlanks = std::ranges::any_of(names, [](const QByteArray& name) {
        return name.contains(' ') && isColumnTitle(name, Format::Console, LogKind::Firewall);
    });
    std::optional<Origin> best;
    std::size_t most = fewestKnownTitles - 1;
    for (const Origin& origin : origins) {
        const std::size_t known = knownCount(names, origin);
        if ((origin.format == Format::Console) == hasBlanks && known > most && 2 * known >= names.size()) {
            best = origin;
            most = known;
        }
    }
    return best;
}

void setFields(LogLayout& layout, const std::vector<QByteArray>& names)
{
    layout.fields.clear();
    for (const QByteArray& name : names)
        layout.fields.push_back(fieldByTitle(name, layout.format, layout.kind));
    // Beside a date, the time of the log is the time of day alone.
    const auto localTime = std::ranges::find(layout.fields, FieldId::LocalTime, &Field::id);
    if (localTime != layout.fields.end() && fieldPosition(layout, FieldId::Date)) {
        localTime->id = FieldId::Time;
        localTime->type = FieldType::Time;
    }
    completeLayout(layout);
}

bool hasTime(const LogLayout& layout)
{
    return layout.gmtTimeField || layout.localTimeField || (layout.dateField && layout.timeField);
}

std::optional<LogLayout> layoutOf(const Titles& titles)
{
    if (titles.names.size() > mostTitles)
        return {};
    const auto origin = originOf(titles.names);
    if (!origin)
        return {};
    LogLayout layout = titles.cut;
    layout.format = origin->format;
    layout.kind = origin->kind;
    layout.hasHeader = true;
    setFields(layout, titles.names);
    return layout;
}

/// The rows with as many cells as the layout has fields: those cut short or damaged would mislead.
class WholeRows
{
public:
    WholeRows(std::span<const std::string_view> rows, const LogLayout& layout)
    {
        for (const std::string_view row : rows) {
            cutFields(row, layout, m_rows.emplace_back(), m_unescaped.emplace_back());
            if (m_rows.back().size() != layout.fields.size())
                m_rows.pop_back();
        }
    }

    [[nodiscard]] auto begin() const { return m_rows.begin(); }
    [[nodiscard]] auto end() const { return m_rows.end(); }
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }

private:
    std::vector<Cells> m_rows;
    std::deque<std::string> m_unescaped; // which cells point into
};

bool hasValue(const WholeRows& rows, std::optional<std::size_t> field)
{
    return field && std::ranges::any_of(rows, [&](const Cells& row) { return !isEmptyCell(row[*field]); });
}

/// The kind of log that the cell of a field RecordType names; nothing if it names none.
std::optional<LogKind> kindOfRecordType(std::string_view cell)
{
    if (cell == "1" || cell.starts_with("Web"))
        return LogKind::Web;
    if (cell == "2" || cell.starts_with("Firewall"))
        return LogKind::Firewall;
    return {};
}

/// Takes the kind that most rows are of.
void settleKind(LogLayout& layout, const WholeRows& rows)
{
    const auto isWeb = [&layout](const Cells& row) { return kindOfRow(row, layout) == LogKind::Web; };
    const auto web = std::ranges::count_if(rows, isWeb);
    const LogKind kind = 2 * web > std::ranges::distance(rows) ? LogKind::Web : LogKind::Firewall;
    if (layout.format == Format::Database || kind == layout.kind)
        return;
    layout.kind = kind;
    std::vector<QByteArray> names;
    std::ranges::transform(layout.fields, std::back_inserter(names), &Field::name);
    setFields(layout, names);
}

void settleTimes(LogLayout& layout, const WholeRows& rows, QStringView fileName)
{
    using Clock = LogLayout::Clock;
    const bool hasGmtTime = hasValue(rows, layout.gmtTimeField) || (rows.isEmpty() && layout.gmtTimeField);
    const bool hasLocalTime = layout.localTimeField || layout.dateField;
    layout.clock = hasGmtTime || !hasLocalTime ? Clock::Utc : Clock::ServerLocal;
    layout.cellClock = hasLocalTime ? Clock::ServerLocal : Clock::Utc;
    const auto field = hasGmtTime ? layout.gmtTimeField
        : layout.localTimeField   ? layout.localTimeField
                                  : layout.dateField;
    std::vector<std::string_view> dates;
    for (const Cells& row : rows) {
        if (field && !isEmptyCell(row[*field]))
            dates.push_back(row[*field].substr(0, row[*field].find_first_of(" T")));
    }
    if (dates.empty())
        return;
    const DateOrderGuess guess = guessDateOrder(dates, fileName);
    layout.dateOrder = guess.order;
    layout.isDateOrderGuessed = !guess.isSettled;
}

bool isDateTime(std::string_view cell)
{
    return parseDateTime(cell, LogLayout::DateOrder::MonthDayYear)
        || parseDateTime(cell, LogLayout::DateOrder::DayMonthYear);
}

bool isSignedNumber(std::string_view cell)
{
    if (cell.starts_with('-'))
        cell.remove_prefix(1);
    return !cell.empty() && cell.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether @p cell can stand in @p field of a table: only those fields have a say whose values have a shape.
bool suits(std::string_view cell, const Field& field)
{
    const bool isKey = field.id == FieldId::LocalTime || field.id == FieldId::ResultCode;
    if (isEmptyCell(cell))
        return !isKey;
    switch (field.type) {
    case FieldType::DateTime:
        return isDateTime(cell);
    case FieldType::Address:
        return cell == "0" || parseAddress(cell).has_value();
    case FieldType::ResultCode:
    case FieldType::Number:
    case FieldType::Bytes:
    case FieldType::Milliseconds:
    case FieldType::Flags:
        return isSignedNumber(cell);
    default:
        return true;
    }
}

bool suits(const Cells& row, const std::vector<Field>& fields)
{
    return std::ranges::equal(row, fields,
                              [](std::string_view cell, const Field& field) { return suits(cell, field); });
}

LogLayout layoutOf(const DatabaseTable& table, const LogLayout& cut)
{
    LogLayout layout = cut;
    layout.format = Format::Database;
    layout.kind = table.kind;
    layout.product = table.product;
    std::vector<QByteArray> names;
    for (const TableColumn& column : table.columns)
        names.emplace_back(column.title);
    setFields(layout, names);
    return layout;
}

/// True if some cell of the rows stands in quotes.
bool holdsQuotedCells(std::span<const std::string_view> rows)
{
    Cells cells;
    std::string unescaped;
    return std::ranges::any_of(rows, [&](std::string_view row) {
        cutFields(row, {}, cells, unescaped);
        return std::ranges::any_of(cells, isQuotedCell);
    });
}

} // namespace

std::optional<LogLayout> layoutOfTitles(std::string_view line, const LogLayout* previous)
{
    // Most lines are records, and few of those begin like a title.
    if (previous) {
        std::string_view first = line.substr(0, line.find(previous->separator.front()));
        if (isQuotedCell(first))
            first = first.substr(1, first.size() - 2);
        if (first.empty() || !isColumnTitle(bytesOf(first), previous->format, previous->kind))
            return {};
    }
    auto layout = layoutOf(cutTitles(line));
    if (!layout || !hasTime(*layout))
        return {};
    if (!previous)
        return layout;
    if (layout->format != previous->format || layout->separator != previous->separator)
        return {};
    std::vector<QByteArray> names;
    std::ranges::transform(layout->fields, std::back_inserter(names), &Field::name);
    const bool isSameTable = layout->format == Format::Console || layout->kind == previous->kind;
    LogLayout next = *previous;
    if (!isSameTable)
        next.kind = layout->kind;
    setFields(next, names);
    if (!next.gmtTimeField && next.clock == LogLayout::Clock::Utc && next.localTimeField)
        next.clock = LogLayout::Clock::ServerLocal;
    return next;
}

bool areTitlesWithoutTime(std::string_view line)
{
    const auto layout = layoutOf(cutTitles(line));
    return layout && !hasTime(*layout);
}

bool isTableOrnament(std::string_view line)
{
    return (line.starts_with("--") && line.find_first_not_of("-, ;\t") == std::string_view::npos)
        || (line.starts_with('(') && line.ends_with(" affected)"));
}

void settleTable(LogLayout& layout, std::span<const std::string_view> rows, QStringView fileName)
{
    if (layout.separator == "\t" && !layout.isQuoted && layout.format == Format::Database)
        layout.isQuoted = holdsQuotedCells(rows);
    const WholeRows cut(rows, layout);
    settleKind(layout, cut);
    settleTimes(layout, cut, fileName);
}

std::optional<LogLayout> layoutOfTableRows(std::span<const std::string_view> rows, QStringView fileName)
{
    for (const char separator : {'\t', ',', ';'}) {
        LogLayout cut = cutLayout(separator);
        cut.isQuoted = cut.isQuoted || holdsQuotedCells(rows);
        cut.format = Format::Database;
        for (const DatabaseTable& table : databaseTables()) {
            LogLayout layout = layoutOf(table, cut);
            const WholeRows whole(rows, layout);
            const auto suiting =
                std::ranges::count_if(whole, [&](const Cells& row) { return suits(row, layout.fields); });
            if (suiting == 0 || std::size_t(suiting) * 4 < rows.size() * 3)
                continue;
            settleTimes(layout, whole, fileName);
            return layout;
        }
    }
    return {};
}

LogKind kindOfRow(std::span<const std::string_view> cells, const LogLayout& layout)
{
    const auto cell = [cells](std::optional<std::size_t> field) {
        return field && *field < cells.size() ? cells[*field] : std::string_view();
    };
    if (const auto kind = kindOfRecordType(cell(layout.recordTypeField)))
        return *kind;
    if (!layout.webCodeField)
        return layout.kind;
    const bool hasWebCode = !isEmptyCell(cell(layout.webCodeField));
    const bool hasOtherCode = layout.codeField != layout.webCodeField && !isEmptyCell(cell(layout.codeField));
    if (hasWebCode == hasOtherCode)
        return layout.kind;
    return hasWebCode ? LogKind::Web : LogKind::Firewall;
}

} // namespace TmgLens
