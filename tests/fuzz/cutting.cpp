// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/bytes/linemarks.h"
#include "model/format/cellshape.h"
#include "model/format/fieldcutter.h"
#include "model/format/fieldvalues.h"
#include "model/format/ipaddress.h"
#include "model/format/knownlayouts.h"
#include "model/format/quotedrecord.h"
#include "model/format/readablecell.h"
#include "model/format/recordtime.h"
#include "model/format/tablelayout.h"
#include "model/format/w3cheader.h"
#include "model/output/csvcell.h"
#include "tests/fuzz/target.h"

#include <QStringConverter>

#include <algorithm>

namespace TmgLens::Fuzz {

namespace {

using Cells = std::vector<std::string_view>;

// -- Layouts ---------------------------------------------------------------------------------------------------------

/// All fields that a product has, one after the other in a native file.
LogLayout nativeLayout(std::size_t number)
{
    const KnownLayout& known = knownLayouts()[number % knownLayouts().size()];
    LogLayout layout{.format = LogLayout::Format::Native, .kind = known.kind, .separator = ", "};
    layout.fields = known.fields();
    completeLayout(layout);
    return layout;
}

/// The layout that @p line names: a list of W3C fields, the titles of a table, or else a native one.
LogLayout layoutNamedBy(std::string_view line)
{
    if (auto layout = layoutOfFieldsLine(line, {}))
        return *layout;
    if (auto layout = layoutOfTitles(line))
        return *layout;
    return nativeLayout(line.size());
}

// -- Records ---------------------------------------------------------------------------------------------------------

void requireSameWhenCutInSteps(std::string_view record, const LogLayout& layout, const Cells& cells)
{
    std::mt19937 random = chanceFrom(record);
    FieldCutter cutter(layout);
    cutter.setRecord(record);
    for (int i = 0; i < 8; ++i) {
        const std::size_t field = below(random, layout.fields.size() + 2);
        const bool isThere = field < cells.size();
        require(cutter.cell(field) == (isThere ? cells[field] : std::string_view()),
                "a cell is the same when it is cut alone");
    }
}

/// As the index and filters cut a record in the middle of many.
void requireSameWhenMarked(std::string_view record, const LogLayout& layout, const Cells& cells)
{
    if (!FieldMarks::suit(layout) || record.contains(layout.lineEnd))
        return;
    const std::string line = std::string(record) + layout.lineEnd;
    for (const auto* instructions : LineMarks::supportedInstructions()) {
        LineMarks marks(layout.lineEnd, toStringView(layout.separator), *instructions);
        marks.mark(line);
        require(marks.lineCount() == 1, "a line is one");
        require(marks.holdsNul() == record.contains('\0'), "NUL bytes are seen");
        FieldCutter cutter(layout);
        const std::string_view inLine(line.data(), record.size());
        cutter.setRecord(inLine, {.ends = marks.fieldEnds(0), .piece = line.data()});
        for (std::size_t field = 0; field < std::min(cells.size(), layout.fields.size()); ++field)
            require(cutter.cell(field) == cells[field], "a cell is the same when it is marked");
    }
}

/// Between two cells of a record stands a separator, unless one of them is joined or was a NULL.
void requireWhole(std::string_view row, const LogLayout& layout, const Cells& cells)
{
    if (layout.isTable() || layout.gmtTimeField || cells.empty())
        return;
    const std::string_view record = recordPayload(row, layout);
    std::string text;
    for (const std::string_view cell : cells)
        text.append(text.empty() && cell.data() == cells.front().data() ? "" : toStringView(layout.separator))
            .append(cell);
    const std::string_view rest = record.substr(std::min(text.size(), record.size()));
    require(record.starts_with(text), "the cells are the record");
    require(rest.empty() || rest == toStringView(layout.separator), "nothing of the record is left out");
}

/// Cells of a quoted record, written as RFC 4180 wants it, are the same once more.
void requireSameWhenQuotedAgain(const LogLayout& layout, const Cells& cells)
{
    if (!layout.isQuoted || cells.empty())
        return;
    std::string record;
    for (const std::string_view cell : cells) {
        if (!record.empty())
            record += layout.separator.front();
        appendQuoted(record, cell);
    }
    Cells again;
    std::string unescaped;
    cutFields(record, layout, again, unescaped);
    require(again == cells, "quoted cells are read as what they were");
}

void requireRightLength(std::string_view bytes, const LogLayout& layout)
{
    const auto length = quotedRecordLength(bytes, layout, true);
    require(length.has_value() != bytes.empty(), "a record has an end");
    require(!length || (*length > 0 && *length <= bytes.size()), "a record ends in its bytes");
    for (std::size_t end = 0; end < std::min<std::size_t>(bytes.size(), 40); ++end) {
        const auto early = quotedRecordLength(bytes.substr(0, end), layout, false);
        require(!early || early == length, "what is known of a record remains true");
    }
}

// -- Cells -----------------------------------------------------------------------------------------------------------

void requireSoundTimes(std::string_view cell)
{
    for (const auto order :
         {LogLayout::DateOrder::YearMonthDay, LogLayout::DateOrder::MonthDayYear, LogLayout::DateOrder::DayMonthYear}) {
        const auto date = parseDate(cell, order);
        require(!date || looksLikeDate(cell), "a date looks like one");
        const auto both = parseDateTime(cell, order);
        const auto day = both ? std::optional(std::chrono::floor<std::chrono::days>(*both)) : date;
        const auto year = day ? std::chrono::year_month_day(*day).year() : firstLogYear;
        require(year >= firstLogYear && year <= lastLogYear, "a date is of a year that a log can be of");
    }
    const auto time = parseTimeOfDay(cell);
    require(!time || looksLikeTime(cell), "a time looks like one");
    require(!time || (time->count() >= 0 && *time < std::chrono::days(1)), "a time is of a day");
}

void requireSoundAddress(std::string_view cell)
{
    if (const auto address = parseAddress(cell))
        require(parseAddress(addressText(*address)) == address, "an address is spelled as what it is");
    if (const auto endpoint = parseEndpoint(cell)) {
        const auto alone = parseEndpoint(withoutPort(cell));
        require(alone && alone->address == endpoint->address && !alone->port, "a port can be taken off an address");
    }
}

void requireSoundText(std::string_view cell)
{
    const QString text = cellText(cell);
    const QByteArrayView bytes(cell.data(), qsizetype(cell.size()));
    require(bytes.isValidUtf8() ? text.toUtf8() == bytes : text.size() == bytes.size(), "no byte is dropped");
}

void tryCell(std::string_view cell, const Field& field, const LogLayout& layout)
{
    requireSoundTimes(cell);
    requireSoundAddress(cell);
    requireSoundText(cell);
    (void)shapeScore(cell, field, layout.kind);
    const auto readable = readableCell(cell, field, layout);
    require(!readable || textLogCell(cell, field, layout) == readable, "what people read is what text logs have");
    const auto meaning = FieldValues::builtIn().explain(QString::fromUtf8(field.name), cellText(cell), layout.kind);
    require(!meaning || !isEmptyCell(cell), "no value has no meaning");
}

void tryRecord(std::string_view record, const LogLayout& layout)
{
    Cells cells;
    std::string unescaped;
    cutFields(record, layout, cells, unescaped);
    requireSameWhenCutInSteps(record, layout, cells);
    requireSameWhenMarked(record, layout, cells);
    requireWhole(record, layout, cells);
    requireSameWhenQuotedAgain(layout, cells);
    for (std::size_t i = 0; i < std::min(cells.size(), layout.fields.size()); ++i)
        tryCell(cells[i], layout.fields[i], layout);
    const LogKind kind = kindOfRow(cells, layout);
    require(kind == layout.kind || layout.isTable(), "only tables mix logs");
}

} // namespace

/// What names the layout, and in the lines after it a record.
void tryInput(std::string_view input)
{
    LogLayout layout = layoutNamedBy(takeLine(input));
    if (layout.fields.empty())
        return;
    tryRecord(input, layout);
    if (layout.isTable()) {
        const std::vector<std::string_view> rows = {input};
        settleTable(layout, rows, {});
        tryRecord(input, layout);
    } else {
        layout.isRelayed = true;
        layout.relayTag = "ISAWebLog";
        const RelayedRow row = splitRelayed(input);
        require(input.ends_with(row.payload), "a relay adds to the front alone");
        tryRecord(input, layout);
    }
    if (layout.isQuoted)
        requireRightLength(input, layout);
}

} // namespace TmgLens::Fuzz
