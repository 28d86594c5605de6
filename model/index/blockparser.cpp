// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/blockparser.h"

#include "model/format/fieldcutter.h"
#include "model/format/quotedrecord.h"
#include "model/format/tablelayout.h"
#include "model/format/w3cheader.h"

#include <algorithm>

namespace TmgLens {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t pieceLength = 16 * 1024; // looked through at once: it and its marks stay in the fastest cache

} // namespace

BlockParser::BlockParser(const SourcePointer& source, const LayoutPointer& layout, quint64 begin,
                         quint64 expectedLength)
    : m_source(source)
    , m_offset(begin)
    , m_expectedLength(expectedLength)
{
    m_result.layoutAtStart = layout;
    beginBlock(layout, begin);
}

std::size_t BlockParser::take(std::string_view bytes)
{
    std::string_view rest = bytes;
    for (std::size_t length = pieceLength; !rest.empty();) {
        const std::size_t done = takePiece(rest.substr(0, length));
        if (done == 0 && length >= rest.size())
            break;
        length = done > 0 ? pieceLength : length * 2; // a line that is longer than the piece
        rest.remove_prefix(done);
    }
    return bytes.size() - rest.size();
}

void BlockParser::takeLast(std::string_view bytes, bool isEndOfLog)
{
    bytes.remove_prefix(take(bytes));
    if (bytes.empty())
        return;
    const quint64 end = m_offset + bytes.size();
    LogLine line{.text = bytes, .offset = m_offset, .end = end, .isCutOff = isEndOfLog};
    takeLine(line, nullptr);
    m_offset = end;
}

std::size_t BlockParser::takeQuoted(std::string_view bytes, std::size_t limit, bool isAll, bool isEndOfLog)
{
    std::size_t begin = 0;
    while (begin < limit) {
        const LogLayout& layout = *m_result.layoutAtEnd;
        const auto length = quotedRecordLength(bytes.substr(begin), layout, isAll);
        if (!length || *length == 0)
            break;
        LogLine line{.text = bytes.substr(begin, *length), .offset = m_offset, .end = m_offset + *length};
        if (line.text.ends_with(layout.lineEnd))
            line.text.remove_suffix(1);
        else
            line.isCutOff = isEndOfLog;
        line.lineEnds = std::size_t(std::ranges::count(line.text, layout.lineEnd));
        takeLine(line, nullptr);
        m_offset += *length;
        begin += *length;
    }
    return begin;
}

ParsedStretch BlockParser::finish()
{
    sealBlock();
    return std::move(m_result);
}

/// Takes the whole lines of @p piece, or those up to one that changes the layout. Returns how many bytes that were.
std::size_t BlockParser::takePiece(std::string_view piece)
{
    const bool canUseMarks = m_builder->keyCellPlaces().canUseMarks();
    m_marks->mark(piece);
    FoundMarks found{.fields = {.ends = {}, .piece = piece.data()}, .mayHoldNul = m_marks->holdsNul()};
    const quint64 offset = m_offset;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < m_marks->lineCount(); ++i) {
        found.fields.ends = m_marks->fieldEnds(i);
        const std::size_t end = found.fields.ends.back();
        LogLine line{.text = piece.substr(begin, end - begin), .offset = offset + begin, .end = offset + end + 1};
        begin = end + 1;
        if (!takeLine(line, canUseMarks ? &found : nullptr))
            break; // what comes has been marked for the layout before
    }
    m_offset = offset + begin;
    if (!std::exchange(m_hasReserved, true))
        reserveFor(begin);
    return begin;
}

/// Takes @p line, trimmed to its record. Returns whether the layout is still the same.
bool BlockParser::takeLine(LogLine& line, const FoundMarks* marks)
{
    if (line.text.ends_with('\r'))
        line.text.remove_suffix(1);
    if (line.text.starts_with(byteOrderMark)) { // of a file that somebody joined to another
        line.text.remove_prefix(byteOrderMark.size());
        line.offset += byteOrderMark.size();
    }
    const LogLayout& layout = *m_result.layoutAtEnd;
    if (!layout.isTable() && isDirective(line.text))
        return takeDirective(line);
    if (layout.isTable() && layout.hasHeader) {
        if (const auto next = layoutOfTitles(line.text, &layout))
            return change(next, line);
    }
    if (line.text.empty() || (layout.isTable() && isTableOrnament(line.text)))
        m_builder->skipLine(line);
    else
        m_builder->addRecord(line, marks);
    return true;
}

bool BlockParser::takeDirective(const LogLine& line)
{
    if (const QString product = productOfSoftwareLine(line.text); !product.isEmpty())
        m_product = product;
    return change(layoutOfFieldsLine(line.text, m_product, m_result.layoutAtEnd.get()), line);
}

/// Skips @p line, which may change the layout. Returns whether it is still the same.
bool BlockParser::change(const std::optional<LogLayout>& layout, const LogLine& line)
{
    const bool isChange = layout && *layout != *m_result.layoutAtEnd;
    if (isChange) {
        sealBlock();
        beginBlock(std::make_shared<const LogLayout>(*layout), line.offset);
    }
    m_builder->skipLine(line);
    return !isChange;
}

/// Makes room for the whole stretch, going by its first @p done bytes: growing bit by bit would leave holes behind that
/// take as much memory again.
void BlockParser::reserveFor(std::size_t done)
{
    const quint64 lines = m_builder->lineCount();
    if (lines > 0)
        m_builder->reserve(std::size_t(lines * m_expectedLength / done * 17 / 16));
}

void BlockParser::beginBlock(const LayoutPointer& layout, quint64 offset)
{
    m_result.layoutAtEnd = layout;
    m_builder.emplace(m_source, layout, offset);
    // Where the fields part in another way, for line ends alone.
    const bool canUseMarks = m_builder->keyCellPlaces().canUseMarks();
    m_marks.emplace(layout->lineEnd, canUseMarks ? toStringView(layout->separator) : std::string_view("\t"));
}

void BlockParser::sealBlock()
{
    if (m_builder->lineCount() > 0)
        m_result.blocks.push_back(m_builder->seal());
}

ParsedStretch parseStretch(std::string_view bytes, const SourcePointer& source, const LayoutPointer& layout,
                           quint64 begin, bool isEndOfLog)
{
    BlockParser parser(source, layout, begin, bytes.size());
    if (layout->isQuoted)
        parser.takeQuoted(bytes, bytes.size(), true, isEndOfLog);
    else
        parser.takeLast(bytes, isEndOfLog);
    return parser.finish();
}

} // namespace TmgLens
