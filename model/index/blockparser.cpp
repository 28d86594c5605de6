// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/blockparser.h"

#include "model/format/fieldcutter.h"
#include "model/format/recordtime.h"
#include "model/format/w3cheader.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>

namespace TmgLens {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// Lets a map of strings be searched by views.
struct ViewHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// Numbers the distinct codes of one block.
class CodeInterner
{
public:
    explicit CodeInterner(IndexBlock& block) : m_block(block) {}

    quint32 number(std::string_view text)
    {
        // Codes come in runs; most look-ups end here.
        if (!m_block.codeTexts.empty() && m_block.codeTexts[m_last] == text)
            return m_last;
        const auto known = m_numbers.find(text);
        if (known != m_numbers.end())
            return m_last = known->second;
        m_last = quint32(m_block.codeTexts.size());
        m_block.codeTexts.emplace_back(text);
        m_block.codeCounts.push_back(0);
        m_numbers.emplace(text, m_last);
        return m_last;
    }

private:
    IndexBlock& m_block;
    std::unordered_map<std::string, quint32, ViewHash, std::equal_to<>> m_numbers;
    quint32 m_last = 0;
};

/// Reads dates and times of records; most have the date of the one before.
class TimeReader
{
public:
    explicit TimeReader(const LogLayout& layout) : m_layout(layout) {}

    std::optional<LogTime> read(const std::vector<std::string_view>& cells)
    {
        // A native log's own date and time are the server's local ones; its GMT cell needs no zone.
        if (m_layout.format == LogLayout::Format::Native && m_layout.clock == LogLayout::Clock::Utc)
            return cellAt(cells, m_layout.gmtTimeField, [this](auto cell) { return readBoth(cell); });
        if (!m_layout.dateField || !m_layout.timeField)
            return cellAt(cells, m_layout.gmtTimeField, [this](auto cell) { return readBoth(cell); });
        const auto time = cellAt(cells, m_layout.timeField, parseTimeOfDay);
        const auto date = cellAt(cells, m_layout.dateField, [this](auto cell) { return readDate(cell); });
        if (!date || !time)
            return {};
        return *date + *time;
    }

private:
    template <typename Parse>
    static auto cellAt(const std::vector<std::string_view>& cells, std::optional<std::size_t> position, Parse parse)
        -> decltype(parse(std::string_view()))
    {
        if (!position || *position >= cells.size())
            return {};
        return parse(cells[*position]);
    }

    std::optional<LogTime> readBoth(std::string_view cell) const { return parseDateTime(cell, m_layout.dateOrder); }

    std::optional<std::chrono::sys_days> readDate(std::string_view cell)
    {
        if (!m_date || cell != m_dateText) {
            m_dateText = cell;
            m_date = parseDate(cell, m_layout.dateOrder);
        }
        return m_date;
    }

    const LogLayout& m_layout;
    std::string m_dateText;
    std::optional<std::chrono::sys_days> m_date;
};

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

/// Fills one block.
class BlockBuilder
{
public:
    BlockBuilder(const SourcePointer& source, const LayoutPointer& layout, quint64 begin)
        : m_block(std::make_shared<IndexBlock>())
        , m_layout(*layout)
        , m_codes(*m_block)
        , m_times(*layout)
    {
        m_block->source = source;
        m_block->layout = layout;
        m_block->begin = begin;
        m_block->end = begin;
    }

    [[nodiscard]] quint64 lineCount() const { return m_block->lineCount; }

    void skipLine(quint64 end)
    {
        m_block->skippedLines.push_back(quint32(m_block->size()));
        finishLine(end);
    }

    void addRecord(std::string_view record, quint64 offset, quint64 end, bool mayHoldNul)
    {
        RecordFlags flags;
        if (record.size() > maximumRecordLength) {
            flags |= RecordFlag::TooLong;
            record = record.substr(0, maximumRecordLength);
            end = std::min(end, offset + maximumRecordLength);
        }
        cutFields(record, m_layout, m_cells);
        if (isOfOtherLog(record, m_layout))
            flags |= RecordFlag::OtherLog;
        else if (m_cells.size() < m_layout.fields.size())
            flags |= RecordFlag::TooFewFields;
        else if (m_cells.size() > m_layout.fields.size())
            flags |= RecordFlag::TooManyFields;
        if (mayHoldNul && record.contains('\0'))
            flags |= RecordFlag::ControlBytes;
        addTime(flags);
        addCode(flags);
        m_block->starts.push_back(quint32(offset - m_block->begin));
        finishLine(end);
    }

    /// The last record has no line end: if it is malformed as well, the log ends in the middle of it.
    void markUnfinished()
    {
        if (m_block->codesAndFlags.empty() || m_block->codesAndFlags.back() >> 24 == 0)
            return;
        m_block->codesAndFlags.back() |= quint32(RecordFlag::CutShort) << 24;
    }

    std::shared_ptr<IndexBlock> seal()
    {
        m_block->starts.shrink_to_fit();
        m_block->codesAndFlags.shrink_to_fit();
        m_block->times.shrink_to_fit();
        m_block->skippedLines.shrink_to_fit();
        return m_block;
    }

private:
    void addTime(RecordFlags& flags)
    {
        const auto time = m_times.read(m_cells);
        if (time) {
            m_block->firstTime = m_block->firstTime == invalidTime ? *time : std::min(m_block->firstTime, *time);
            m_block->lastTime = std::max(m_block->lastTime, *time);
        } else if (!flags.testFlag(RecordFlag::OtherLog)) {
            flags |= RecordFlag::InvalidTime;
        }
        m_block->times.push_back(time.value_or(invalidTime).time_since_epoch().count());
    }

    void addCode(RecordFlags flags)
    {
        const auto position = m_layout.codeField;
        const bool isThere = position && *position < m_cells.size();
        const std::string_view text = isThere ? m_cells[*position] : std::string_view();
        const quint32 code = m_codes.number(text);
        if (code == m_isCodeShaped.size())
            m_isCodeShaped.push_back(isCodeShaped(text));
        if (!m_isCodeShaped[code])
            flags |= RecordFlag::InvalidCode;
        ++m_block->codeCounts[code];
        m_block->malformedCount += flags ? 1 : 0;
        m_block->codesAndFlags.push_back(code | quint32(flags.toInt()) << 24);
    }

    void finishLine(quint64 end)
    {
        ++m_block->lineCount;
        m_block->end = end;
    }

    std::shared_ptr<IndexBlock> m_block;
    const LogLayout& m_layout;
    CodeInterner m_codes;
    TimeReader m_times;
    std::vector<std::string_view> m_cells;
    std::vector<bool> m_isCodeShaped;
};

/// Goes through the lines of a stretch.
class StretchParser
{
public:
    StretchParser(const Stretch& stretch, const SourcePointer& source, const LayoutPointer& layout)
        : m_stretch(stretch)
        , m_source(source)
        , m_mayHoldNul(stretch.bytes.contains('\0'))
    {
        m_result.layoutAtStart = layout;
        m_result.layoutAtEnd = layout;
        m_builder.emplace(source, layout, stretch.offset);
    }

    ParsedStretch run()
    {
        const char lineEnd = m_result.layoutAtStart->lineEnd;
        std::string_view rest = m_stretch.bytes;
        while (!rest.empty()) {
            const std::size_t end = rest.find(lineEnd);
            const bool isFinished = end != std::string_view::npos;
            takeLine(rest.substr(0, end), offsetOf(rest), isFinished);
            rest.remove_prefix(isFinished ? end + 1 : rest.size());
        }
        sealBlock();
        return std::move(m_result);
    }

private:
    [[nodiscard]] quint64 offsetOf(std::string_view rest) const
    {
        return m_stretch.offset + quint64(rest.data() - m_stretch.bytes.data());
    }

    void takeLine(std::string_view line, quint64 offset, bool isFinished)
    {
        const quint64 end = offset + line.size() + (isFinished ? 1 : 0);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.starts_with(byteOrderMark)) { // of a file that somebody joined to another
            line.remove_prefix(byteOrderMark.size());
            offset += byteOrderMark.size();
        }
        if (isDirective(line)) {
            takeDirective(line, offset, end);
        } else if (line.empty()) {
            m_builder->skipLine(end);
        } else {
            m_builder->addRecord(line, offset, end, m_mayHoldNul);
            if (!isFinished && m_stretch.isLast)
                m_builder->markUnfinished();
        }
    }

    void takeDirective(std::string_view line, quint64 offset, quint64 end)
    {
        if (const QString product = productOfSoftwareLine(line); !product.isEmpty())
            m_product = product;
        const auto layout = layoutOfFieldsLine(line, m_product, m_result.layoutAtEnd.get());
        if (layout && *layout != *m_result.layoutAtEnd) {
            sealBlock();
            m_result.layoutAtEnd = std::make_shared<const LogLayout>(*layout);
            m_builder.emplace(m_source, m_result.layoutAtEnd, offset);
        }
        m_builder->skipLine(end);
    }

    void sealBlock()
    {
        if (m_builder->lineCount() > 0)
            m_result.blocks.push_back(m_builder->seal());
    }

    Stretch m_stretch;
    SourcePointer m_source;
    bool m_mayHoldNul;
    QString m_product;
    ParsedStretch m_result;
    std::optional<BlockBuilder> m_builder;
};

} // namespace

ParsedStretch parseStretch(const Stretch& stretch, const SourcePointer& source, const LayoutPointer& layout)
{
    return StretchParser(stretch, source, layout).run();
}

} // namespace TmgLens
