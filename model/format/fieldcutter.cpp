// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldcutter.h"

#include "model/format/quotedrecord.h"
#include "model/format/recordtime.h"

#include <QStringConverter>

#include <algorithm>
#include <array>
#include <ranges>

namespace TmgLens {

namespace {

/// Cuts @p text at each @p separator into @p cells; the rest after the last one is returned.
template <typename Separator>
std::string_view cutAt(std::string_view text, Separator separator, std::size_t separatorLength,
                       std::vector<std::string_view>& cells)
{
    std::size_t begin = 0;
    for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator, begin)) {
        cells.push_back(text.substr(begin, end - begin));
        begin = end + separatorLength;
    }
    return text.substr(begin);
}

/**
 * One relayed ISA 2006 row shows a tab inside `GMT Time`: if a record has exactly one cell too many, and a date and a
 * time stand there, they are one cell.
 */
void joinGmtTime(const LogLayout& layout, std::vector<std::string_view>& cells)
{
    if (!layout.gmtTimeField || cells.size() != layout.fields.size() + 1)
        return;
    const std::size_t at = *layout.gmtTimeField;
    if (!looksLikeDate(cells[at]) || !looksLikeTime(cells[at + 1]))
        return;
    const char* end = cells[at + 1].data() + cells[at + 1].size();
    cells[at] = std::string_view(cells[at].data(), std::size_t(end - cells[at].data()));
    cells.erase(cells.begin() + std::ptrdiff_t(at) + 1);
}

void emptyNulls(std::vector<std::string_view>& cells)
{
    for (std::string_view& cell : cells) {
        if (isSqlNull(cell))
            cell = {};
    }
}

constexpr std::size_t longestRelayPrefix = 320; // priority, date and a host name, which has at most 253 characters

bool holdsSeparator(std::string_view text)
{
    return text.contains('\t') || text.contains(", ") || text.contains("#011");
}

/// Takes what stands around the 0 from the front of @p text: tabs, blanks, or a tab that the relay wrote as `#011`.
bool skipRelayGap(std::string_view& text)
{
    const std::size_t before = text.size();
    text.remove_prefix(std::min(text.find_first_not_of("\t "), text.size()));
    if (text.starts_with("#011"))
        text.remove_prefix(4);
    return text.size() < before;
}

/// The Windows Latin characters of the bytes 0x80 to 0x9F; the rest of the code page is Latin-1.
constexpr std::array<char16_t, 32> windowsLatin = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

QString fromWindowsLatin(std::string_view bytes)
{
    QString text;
    text.reserve(qsizetype(bytes.size()));
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        text.append(QChar(code >= 0x80 && code < 0xA0 ? windowsLatin[code - 0x80] : char16_t(code)));
    }
    return text;
}

} // namespace

void cutFields(std::string_view record, const LogLayout& layout, std::vector<std::string_view>& cells,
               std::string& unescaped)
{
    cells.clear();
    if (layout.isQuoted) {
        cutQuoted(record, layout, cells, unescaped);
        return;
    }
    if (isOfOtherLog(record, layout))
        return;
    const std::string_view payload = recordPayload(record, layout);
    const std::string_view separator(layout.separator.constData(), std::size_t(layout.separator.size()));
    // A lone character is found several times as fast as a text of one.
    const std::string_view last = separator.size() == 1 ? cutAt(payload, separator.front(), 1, cells)
                                                        : cutAt(payload, separator, separator.size(), cells);
    // A separator after the last field, as in the header of real TMG logs, opens no further field.
    if (!last.empty() || cells.size() < layout.fields.size())
        cells.push_back(last);
    if (layout.format == LogLayout::Format::Database)
        emptyNulls(cells);
    joinGmtTime(layout, cells);
}

std::string_view FieldCutter::cutCell(std::size_t field)
{
    if (field >= m_cells.size())
        cutTo(field);
    return field < m_cells.size() ? m_cells[field] : std::string_view();
}

void FieldCutter::cutTo(std::size_t field)
{
    if (!m_isStarted) {
        m_isStarted = true;
        if (!isOfOtherLog(m_record, m_layout))
            m_rest = recordPayload(m_record, m_layout);
    }
    // Whether the cells of a GMT time must be joined is seen at the end of the record only.
    if (m_rest && (m_layout.isTable() || (m_layout.gmtTimeField && field >= *m_layout.gmtTimeField))) {
        cutFields(m_record, m_layout, m_cells, m_unescaped);
        m_rest = std::nullopt;
    }
    const std::string_view separator = toStringView(m_layout.separator);
    if (separator.size() == 1)
        cutFurther(separator.front(), 1, field);
    else
        cutFurther(separator, separator.size(), field);
}

template <typename Separator>
void FieldCutter::cutFurther(Separator separator, std::size_t separatorLength, std::size_t field)
{
    if (!m_rest)
        return;
    std::string_view rest = *m_rest;
    std::size_t end = 0;
    while (field >= m_cells.size() && end != std::string_view::npos) {
        end = rest.find(separator);
        m_cells.push_back(rest.substr(0, end));
        if (end != std::string_view::npos)
            rest.remove_prefix(end + separatorLength);
    }
    m_rest = end == std::string_view::npos ? std::nullopt : std::optional(rest);
}

std::string_view recordPayload(std::string_view record, const LogLayout& layout)
{
    return layout.isRelayed ? splitRelayed(record).payload : record;
}

RelayedRow splitRelayed(std::string_view record)
{
    using namespace std::string_view_literals;
    constexpr std::size_t tagLength = "ISAWebLog"sv.size();
    const std::string_view front = record.substr(0, longestRelayPrefix);
    const std::size_t at = std::min(front.find("ISAWebLog"), front.find("ISAFWSLog"));
    if (at == std::string_view::npos || holdsSeparator(front.substr(0, at)))
        return {.payload = record};
    std::string_view rest = record.substr(at + tagLength);
    if (!skipRelayGap(rest) || !rest.starts_with('0'))
        return {.payload = record};
    rest.remove_prefix(1);
    if (!skipRelayGap(rest))
        return {.payload = record};
    return {.tag = front.substr(at, tagLength), .payload = rest};
}

bool isOfOtherLog(std::string_view record, const LogLayout& layout)
{
    if (!layout.isRelayed)
        return false;
    const std::string_view tag = splitRelayed(record).tag;
    return !tag.empty() && tag != toStringView(layout.relayTag);
}

QString cellText(std::string_view cell)
{
    const QByteArrayView bytes(cell.data(), qsizetype(cell.size()));
    if (!bytes.isValidUtf8())
        return fromWindowsLatin(cell);
    const QString text = QString::fromUtf8(bytes);
    return cell.starts_with("\xEF\xBB\xBF") ? QString(QChar::ByteOrderMark + text) : text; // Qt drops it
}

} // namespace TmgLens
