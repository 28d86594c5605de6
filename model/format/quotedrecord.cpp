// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/quotedrecord.h"

#include "model/format/fieldcutter.h"

#include <algorithm>

namespace TmgLens {

namespace {

/// Position of the quote that closes the cell whose text begins at @p from; npos if there is none.
std::size_t closingQuote(std::string_view text, std::size_t from)
{
    std::size_t at = text.find('"', from);
    while (at != std::string_view::npos && text.substr(at + 1).starts_with('"'))
        at = text.find('"', at + 2);
    return at;
}

/// Walks over the lines of a record and knows whether a cell is open.
class QuoteWalker
{
public:
    explicit QuoteWalker(char separator) : m_separator(separator) {}

    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    void walk(std::string_view line)
    {
        if (!m_isOpen && !line.contains('"'))
            return;
        std::size_t at = 0;
        while (at != std::string_view::npos && at < line.size()) {
            if (!m_isOpen && line[at] != '"') {
                at = afterSeparator(line, at);
                continue;
            }
            const std::size_t close = closingQuote(line, m_isOpen ? at : at + 1);
            m_isOpen = close == std::string_view::npos;
            at = m_isOpen ? close : afterSeparator(line, close + 1);
        }
    }

private:
    [[nodiscard]] std::size_t afterSeparator(std::string_view line, std::size_t from) const
    {
        const std::size_t at = line.find(m_separator, from);
        return at == std::string_view::npos ? at : at + 1;
    }

    char m_separator;
    bool m_isOpen = false;
};

/// @p text with a quote for each two; it is added to @p unescaped, which has room for it.
std::string_view withoutDoubledQuotes(std::string_view text, std::string& unescaped)
{
    const std::size_t begin = unescaped.size();
    for (std::size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
        unescaped += text.substr(0, quote + 1);
        text.remove_prefix(std::min(quote + 2, text.size()));
    }
    unescaped += text;
    return std::string_view(unescaped).substr(begin);
}

} // namespace

std::optional<std::size_t> quotedRecordLength(std::string_view bytes, const LogLayout& layout, bool isAll)
{
    QuoteWalker walker(layout.separator.front());
    std::optional<std::size_t> firstLine;
    std::size_t begin = 0;
    for (int line = 0; line < mostRecordLines && begin < bytes.size(); ++line) {
        const std::size_t lineEnd = bytes.find(layout.lineEnd, begin);
        if (lineEnd == std::string_view::npos && !isAll)
            return {};
        const std::size_t end = lineEnd == std::string_view::npos ? bytes.size() : lineEnd + 1;
        walker.walk(bytes.substr(begin, end - begin));
        if (!walker.isOpen())
            return end;
        firstLine = firstLine.value_or(end);
        begin = end;
        if (line + 1 < mostRecordLines && begin == bytes.size() && !isAll)
            return {};
    }
    return firstLine;
}

void cutQuoted(std::string_view record, const LogLayout& layout, std::vector<std::string_view>& cells,
               std::string& unescaped)
{
    const char separator = layout.separator.front();
    unescaped.clear();
    unescaped.reserve(record.size()); // so that it never moves
    for (std::size_t at = 0; at <= record.size();) {
        const bool isQuoted = record.substr(at).starts_with('"');
        const std::size_t close = isQuoted ? closingQuote(record, at + 1) : std::string_view::npos;
        const bool isClosed = close != std::string_view::npos;
        const std::size_t end = std::min(record.find(separator, isClosed ? close + 1 : at), record.size());
        if (!isClosed || close + 1 != end) {
            const std::string_view text = record.substr(at, end - at);
            cells.push_back(layout.format == LogLayout::Format::Database && isSqlNull(text) ? std::string_view()
                                                                                            : text);
        } else {
            const std::string_view text = record.substr(at + 1, close - at - 1);
            cells.push_back(text.contains('"') ? withoutDoubledQuotes(text, unescaped) : text);
        }
        at = end + 1;
    }
}

} // namespace TmgLens
