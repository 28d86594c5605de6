// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/blockbuilder.h"

#include "model/format/fieldcutter.h"
#include "model/format/recordtime.h"
#include "model/format/tablelayout.h"

#include <algorithm>

namespace TmgLens {

namespace {

/// A number, a hexadecimal word, a disposition, or no code at all.
bool isCodeShaped(std::string_view code)
{
    if (isEmptyCell(code) || code == "BLOCKED" || code == "ALLOWED" || code == "INTERNAL")
        return true;
    if (code.starts_with("0x") || code.starts_with("0X"))
        return code.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos;
    if (code.starts_with('-'))
        code.remove_prefix(1);
    return code.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The code of a cell in which words may stand beside it: `12202 The Forefront TMG denied…`, `Success (0x0)`.
std::string_view codeInCell(std::string_view cell)
{
    if (isCodeShaped(cell))
        return cell;
    const std::string_view first = cell.substr(0, cell.find(' '));
    if (!isEmptyCell(first) && isCodeShaped(first))
        return first;
    std::string_view last = cell.substr(cell.rfind(' ') + 1);
    if (last.starts_with('(') && last.ends_with(')'))
        last = last.substr(1, last.size() - 2);
    return !isEmptyCell(last) && isCodeShaped(last) ? last : cell;
}

constexpr int mostClockTries = 16;

/// The local time that a record with @p cells tells beside the one in GMT.
std::optional<LogTime> localTime(std::span<const std::string_view> cells, const LogLayout& layout)
{
    const auto cell = [cells](std::optional<std::size_t> field) {
        return field && *field < cells.size() ? cells[*field] : std::string_view();
    };
    if (layout.localTimeField)
        return parseDateTime(cell(layout.localTimeField), layout.dateOrder);
    const auto date = parseDate(cell(layout.dateField), layout.dateOrder);
    const auto time = parseTimeOfDay(cell(layout.timeField));
    return date && time ? std::optional<LogTime>(*date + *time) : std::nullopt;
}

/// How far a clock that showed @p local at @p moment was ahead; nothing if no clock on earth is. Zones differ by
/// quarters of an hour, and writing the two times may have taken a second.
std::optional<std::chrono::seconds> clockOffset(LogTime local, LogTime moment)
{
    using Quarters = std::chrono::duration<qint64, std::ratio<900>>;
    const auto ahead = std::chrono::round<Quarters>(local - moment);
    const bool isClock = std::chrono::abs(local - moment - ahead) <= std::chrono::seconds(2)
        && ahead >= -std::chrono::hours(12) && ahead <= std::chrono::hours(14);
    return isClock ? std::optional<std::chrono::seconds>(ahead) : std::nullopt;
}

/// Gives back memory that is not needed, unless it is so little that a copy of the rest costs more.
void trim(std::vector<quint32>& numbers)
{
    if (numbers.capacity() - numbers.size() > numbers.size() / 8)
        numbers.shrink_to_fit();
}

} // namespace

BlockBuilder::BlockBuilder(const SourcePointer& source, const LayoutPointer& layout, quint64 begin)
    : m_block(std::make_shared<IndexBlock>())
    , m_layout(*layout)
    , m_places(*layout)
    , m_codes(*m_block, layout->kind)
    , m_otherCodes(*m_block, layout->kind == LogKind::Web ? LogKind::Firewall : LogKind::Web)
    , m_times(*layout)
    , m_clockTries(layout->clock == LogLayout::Clock::Utc && layout->cellClock == LogLayout::Clock::ServerLocal
                       ? mostClockTries
                       : 0)
{
    m_block->source = source;
    m_block->layout = layout;
    m_block->begin = begin;
    m_block->end = begin;
}

void BlockBuilder::skipLine(const LogLine& line)
{
    m_block->skippedLines.push_back(quint32(m_block->starts.size()));
    finishLine(line.end);
}

void BlockBuilder::addRecord(const LogLine& line, const FoundMarks* marks)
{
    if (line.text.size() > maximumRecordLength) {
        LogLine start = line;
        start.text = line.text.substr(0, maximumRecordLength);
        start.end = std::min(line.end, line.offset + maximumRecordLength);
        addRecord(start, nullptr, RecordFlag::TooLong);
    } else {
        addRecord(line, marks, {});
    }
}

void BlockBuilder::addRecord(const LogLine& line, const FoundMarks* marks, RecordFlags flags)
{
    if ((!marks || marks->mayHoldNul) && line.text.contains('\0'))
        flags |= RecordFlag::ControlBytes;
    m_block->starts.push_back(quint32(line.offset - m_block->begin));
    if (marks && hasAllFields(line, *marks)) {
        addTimeAndCode(m_places.marked(line.text, marks->fields), m_codes, flags);
    } else if (m_layout.isTable()) {
        addTableRow(line, flags);
    } else {
        cutFields(line.text, m_layout, m_cells, m_unescaped);
        addTimeAndCode(m_places.among(m_cells), m_codes, flags | fieldCountFlags(line.text));
    }
    if (m_clockTries > 0)
        readClock(line);
    finishLine(line.end);
    addFurtherLines(line.lineEnds);
    if (line.isCutOff)
        markCutShort();
}

void BlockBuilder::reserve(std::size_t recordCount)
{
    m_block->starts.reserve(recordCount);
    m_block->codesAndFlags.reserve(recordCount);
    m_block->times.reserve(recordCount);
}

std::shared_ptr<IndexBlock> BlockBuilder::seal()
{
    countUp();
    trim(m_block->starts);
    trim(m_block->codesAndFlags);
    trim(m_block->times);
    trim(m_block->skippedLines);
    if (m_layout.clock == LogLayout::Clock::ServerLocal)
        m_block->loggedTimes = m_block->times; // in UTC the two are the same
    return std::move(m_block);
}

/// True for a record with just as many fields as the layout has. Others are not necessarily faulty: see cutFields().
bool BlockBuilder::hasAllFields(const LogLine& line, const FoundMarks& marks) const
{
    const std::size_t fieldCount = m_layout.fields.size();
    if (marks.fields.ends.size() == fieldCount)
        return true;
    // A separator after the last field opens no further one.
    return marks.fields.ends.size() == fieldCount + 1 && line.text.ends_with(toStringView(m_layout.separator));
}

/// What is wrong with the number of fields in m_cells, which were cut from @p record.
RecordFlags BlockBuilder::fieldCountFlags(std::string_view record) const
{
    if (isOfOtherLog(record, m_layout))
        return RecordFlag::OtherLog;
    if (m_cells.size() < m_layout.fields.size())
        return RecordFlag::TooFewFields;
    if (m_cells.size() > m_layout.fields.size())
        return RecordFlag::TooManyFields;
    return {};
}

/// Web and firewall records may be mixed, and the code may be a number with words behind it.
void BlockBuilder::addTableRow(const LogLine& line, RecordFlags flags)
{
    cutFields(line.text, m_layout, m_cells, m_unescaped);
    const auto holdsNul = [](std::string_view cell) { return cell.contains('\0'); };
    if (std::ranges::none_of(m_cells, holdsNul)) // those that stand for an empty text have been taken out
        flags.setFlag(RecordFlag::ControlBytes, false);
    KeyCells keys = m_places.among(m_cells);
    const LogKind kind = kindOfRow(m_cells, m_layout);
    if (kind == LogKind::Web && m_layout.webCodeField && *m_layout.webCodeField < m_cells.size()
        && !isEmptyCell(m_cells[*m_layout.webCodeField]))
        keys.code = m_cells[*m_layout.webCodeField];
    keys.code = codeInCell(keys.code);
    addTimeAndCode(keys, kind == m_layout.kind ? m_codes : m_otherCodes, flags | fieldCountFlags(line.text));
}

void BlockBuilder::addTimeAndCode(const KeyCells& keys, CodeInterner& codes, RecordFlags flags)
{
    const auto time = m_times.read(keys);
    if (!time && !flags.testFlag(RecordFlag::OtherLog))
        flags |= RecordFlag::InvalidTime;
    m_block->times.push_back(IndexBlock::packedTime(time.value_or(invalidTime)));
    const quint32 code = codes.number(keys.code);
    if (code == m_codeFlags.size())
        m_codeFlags.push_back(isCodeShaped(keys.code) ? RecordFlags() : RecordFlag::InvalidCode);
    flags |= m_codeFlags[code];
    ++m_block->codeCounts[code];
    m_block->codesAndFlags.push_back(code | quint32(flags.toInt()) << 24);
}

/// Looks for what the record that was added last tells of the clock of its server.
void BlockBuilder::readClock(const LogLine& line)
{
    --m_clockTries;
    const LogTime moment = m_block->time(m_block->times.size() - 1);
    if (moment == invalidTime)
        return;
    cutFields(line.text, m_layout, m_cells, m_unescaped);
    const auto local = localTime(m_cells, m_layout);
    const auto ahead = local ? clockOffset(*local, moment) : std::nullopt;
    if (!ahead)
        return;
    m_block->clockReading = ClockReading{.moment = moment, .ahead = *ahead};
    m_clockTries = 0;
}

/// Counts the lines of a record behind its first one.
void BlockBuilder::addFurtherLines(std::size_t count)
{
    m_block->skippedLines.insert(m_block->skippedLines.end(), count, quint32(m_block->starts.size()));
    m_block->lineCount += count;
}

void BlockBuilder::finishLine(quint64 end)
{
    ++m_block->lineCount;
    m_block->end = end;
}

/// The last record has no line end: if it is malformed as well, the log ends in the middle of it.
void BlockBuilder::markCutShort()
{
    if (m_block->codesAndFlags.back() >> 24 != 0)
        m_block->codesAndFlags.back() |= quint32(RecordFlag::CutShort) << 24;
}

/// Works out what is known of the block as a whole; at the end, since that takes a fraction of doing so for each
/// record.
void BlockBuilder::countUp()
{
    const auto& codesAndFlags = m_block->codesAndFlags;
    m_block->malformedCount =
        quint32(std::ranges::count_if(codesAndFlags, [](quint32 both) { return both >> 24 != 0; }));
    // The packed times compare as the times do, but for the one that stands for none.
    const quint32 none = IndexBlock::packedTime(invalidTime);
    quint32 first = none;
    quint32 last = 0;
    for (const quint32 time : m_block->times) {
        first = std::min(first, time);
        last = std::max(last, time == none ? 0 : time);
    }
    if (first != none) {
        m_block->firstTime = IndexBlock::unpackedTime(first);
        m_block->lastTime = IndexBlock::unpackedTime(last);
    }
}

} // namespace TmgLens
