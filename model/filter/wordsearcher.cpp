// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/wordsearcher.h"

#include "model/filter/wildcard.h"
#include "model/format/fieldcutter.h"

#include <QByteArrayView>

#include <algorithm>
#include <cstring>

namespace TmgLens::Filter {

namespace {

/// Bytes that logs are full of, the commonest first: addresses, times, then English letters.
constexpr std::string_view commonBytes = "\t.0123456789-:/ eatoinsrcmlpdhuwgf,=&";

/// How rarely a log holds @p c; what is not listed is rarest.
std::size_t rarity(char c)
{
    return std::min(commonBytes.find(c), commonBytes.size());
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c & ~0x20) : c;
}

/// The first @p c from @p begin on; @p end if there is none.
const char* findByte(char c, const char* begin, const char* end)
{
    const void* found = begin < end ? std::memchr(begin, c, std::size_t(end - begin)) : nullptr;
    return found ? static_cast<const char*>(found) : end;
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; });
}

} // namespace

QString recordText(std::string_view record, const LogLayout& layout)
{
    if (QByteArrayView(record.data(), qsizetype(record.size())).isValidUtf8())
        return QString::fromUtf8(record.data(), qsizetype(record.size()));
    // One cell that is not UTF-8 must not garble the others.
    QString text;
    const char separator = layout.separator.at(0);
    while (true) {
        const auto end = record.find(separator);
        text += cellText(record.substr(0, end));
        if (end == std::string_view::npos)
            return text;
        text += QLatin1Char(separator);
        record.remove_prefix(end + 1);
    }
}

WordSearcher::WordSearcher(const QString& words, Qt::CaseSensitivity caseSensitivity)
    : m_text(words)
    , m_caseSensitivity(caseSensitivity)
{
    const QString text = caseSensitivity == Qt::CaseInsensitive ? words.toCaseFolded() : words;
    if (!isAscii(text))
        return;
    m_bytes = text.toStdString();
    m_anchor =
        std::size_t(std::ranges::max_element(m_bytes, {}, [](char c) { return rarity(folded(c)); }) - m_bytes.begin());
    m_lowerAnchor = m_bytes[m_anchor];
    m_upperAnchor = caseSensitivity == Qt::CaseInsensitive ? upper(m_lowerAnchor) : m_lowerAnchor;
}

bool WordSearcher::isIn(std::string_view record, const LogLayout& layout) const
{
    if (!m_bytes.empty())
        return isInBytes(record);
    if (std::ranges::none_of(record, [](char c) { return (c & 0x80) != 0; }))
        return false;
    return recordText(record, layout).contains(m_text, m_caseSensitivity);
}

/// Jumps from one anchor byte to the next, in both cases, which memchr does many bytes at a time.
bool WordSearcher::isInBytes(std::string_view bytes) const
{
    if (bytes.size() < m_bytes.size())
        return false;
    const char* const begin = bytes.data() + m_anchor;
    const char* const end = begin + (bytes.size() - m_bytes.size()) + 1;
    const char* lower = findByte(m_lowerAnchor, begin, end);
    const char* upper = m_upperAnchor == m_lowerAnchor ? end : findByte(m_upperAnchor, begin, end);
    while (lower != end || upper != end) {
        const char*& next = lower < upper ? lower : upper;
        if (isAt(next - m_anchor))
            return true;
        next = findByte(*next, next + 1, end);
    }
    return false;
}

bool WordSearcher::isAt(const char* bytes) const
{
    if (m_caseSensitivity == Qt::CaseSensitive)
        return std::memcmp(bytes, m_bytes.data(), m_bytes.size()) == 0;
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        if (folded(bytes[i]) != m_bytes[i])
            return false;
    }
    return true;
}

} // namespace TmgLens::Filter
