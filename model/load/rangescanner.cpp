// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/rangescanner.h"

#include "model/index/blockparser.h"
#include "model/source/readbuffer.h"

#include <algorithm>
#include <new>

namespace TmgLens {

namespace {

constexpr quint64 overhang = 16 * 1024; // read beyond a range at first, for the end of its last line
constexpr std::size_t portionLength = 256 * 1024; // read at once, and parsed while it is in the processor's cache

/// Position after the first line end at or after @p from in @p bytes, or nothing.
std::optional<std::size_t> afterLineEnd(std::string_view bytes, std::size_t from, char lineEnd)
{
    const std::size_t at = from < bytes.size() ? bytes.find(lineEnd, from) : std::string_view::npos;
    if (at == std::string_view::npos)
        return {};
    return at + 1;
}

/// Reads a range portion by portion and parses it as it comes.
class RangeScanner
{
public:
    /// Reads no further than @p readEnd.
    RangeScanner(const ScanJob& job, const ScanRange& range, const LayoutPointer& layout, quint64 readEnd)
        : m_job(job)
        , m_range(range)
        , m_layout(layout)
        , m_begin(range.begin > 0 ? range.begin - 1 : 0) // to see a line end right before the range
        , m_buffer(std::size_t(readEnd - m_begin))
    {
    }

    /// Returns whether the last line's end was found, or the log's.
    std::expected<bool, LoadError> parse()
    {
        const std::size_t lastByte = std::size_t(m_range.end - m_begin) - 1;
        for (bool isAllRead = false; !isAllRead;) {
            const auto isMore = readPortion();
            if (!isMore)
                return std::unexpected(isMore.error());
            isAllRead = !*isMore;
            if (!m_parser && !findFirstLine())
                continue;
            if (m_firstLine >= lastByte + 1)
                return true; // one line reaches over all of the range
            if (const auto end = afterLineEnd(bytes(), lastByte, m_layout->lineEnd)) {
                finishAt(*end);
                return true;
            }
            m_taken += m_parser->take(bytes().substr(m_taken));
        }
        if (m_parser)
            finishAt(m_filled);
        return m_begin + m_filled >= m_job.dataEnd || m_filled < m_buffer.bytes().size();
    }

    /// What was parsed, looked through by the chooser.
    std::expected<ScannedRange, LoadError> takeResult()
    {
        if (!m_parser)
            return ScannedRange{.blocks = {}, .layoutAtStart = m_layout, .layoutAtEnd = m_layout};
        ParsedStretch parsed = m_parser->finish();
        ScannedRange scanned{.blocks = {}, .layoutAtStart = parsed.layoutAtStart, .layoutAtEnd = parsed.layoutAtEnd};
        for (auto& block : parsed.blocks) {
            ScannedBlock& last = scanned.blocks.emplace_back(std::move(block));
            if (!m_job.chooser)
                continue;
            auto chosen = m_job.chooser(*last.block, bytesOf(*last.block));
            if (!chosen)
                return std::unexpected(chosen.error());
            last.chosen = *std::move(chosen);
        }
        return scanned;
    }

private:
    [[nodiscard]] std::string_view bytes() const { return {m_buffer.bytes().data(), m_filled}; }

    [[nodiscard]] std::string_view bytesOf(const IndexBlock& block) const
    {
        return bytes().substr(std::size_t(block.begin - m_begin), std::size_t(block.end - block.begin));
    }

    /// Returns whether there is more to read.
    std::expected<bool, LoadError> readPortion()
    {
        auto portion = m_buffer.bytes().subspan(m_filled);
        portion = portion.first(std::min(portion.size(), portionLength));
        const auto count = m_job.source->read(m_begin + m_filled, portion);
        if (!count)
            return std::unexpected(count.error());
        m_filled += *count;
        return *count == portion.size() && m_filled < m_buffer.bytes().size();
    }

    /// The line that reaches into the range belongs to the range before.
    bool findFirstLine()
    {
        if (m_range.begin > m_job.dataStart) {
            const auto start = afterLineEnd(bytes(), 0, m_layout->lineEnd);
            if (!start)
                return false;
            m_firstLine = *start;
        } else {
            m_firstLine = std::size_t(m_range.begin - m_begin);
        }
        m_taken = m_firstLine;
        const quint64 offset = m_begin + m_firstLine;
        m_parser.emplace(m_job.source, m_layout, offset, m_range.end - std::min(m_range.end, offset));
        return true;
    }

    void finishAt(std::size_t end)
    {
        m_parser->takeLast(bytes().substr(m_taken, end - m_taken), m_begin + end == m_job.dataEnd);
    }

    const ScanJob& m_job;
    const ScanRange m_range;
    const LayoutPointer m_layout;
    const quint64 m_begin; // offset of the buffer in the source
    const ReadBuffer m_buffer;
    std::size_t m_filled = 0;
    std::size_t m_taken = 0; // by the parser, counted from the start of the buffer
    std::size_t m_firstLine = 0;
    std::optional<BlockParser> m_parser; // once the first line is known
};

} // namespace

std::expected<ScannedRange, LoadError> scanRange(const ScanJob& job, const ScanRange& range,
                                                 const LayoutPointer& layout)
try {
    // One byte more than a record may have, so that the parser sees that it is too long.
    const quint64 lastEnd = std::min(range.end + maximumRecordLength + 1, job.dataEnd);
    for (const quint64 readEnd : {std::min(range.end + overhang, job.dataEnd), lastEnd}) {
        RangeScanner scanner(job, range, layout, readEnd);
        const auto isWhole = scanner.parse();
        if (!isWhole)
            return std::unexpected(isWhole.error());
        if (*isWhole || readEnd == lastEnd)
            return scanner.takeResult();
    }
    Q_UNREACHABLE_RETURN({});
} catch (const std::bad_alloc&) {
    // Caught here, because it would come out of the future as something else.
    return std::unexpected(LoadError{.kind = LoadError::Kind::NoMemory, .path = job.source->path()});
}

} // namespace TmgLens
