// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/rangescanner.h"

#include "model/index/blockparser.h"
#include "model/source/readbuffer.h"

#include <algorithm>
#include <new>
#include <numeric>

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
    /// Reads no further than @p readEnd; if the last record does not end there, @p isLastTry takes what there is of it.
    RangeScanner(const ScanJob& job, const ScanRange& range, const LayoutPointer& layout, quint64 readEnd,
                 bool isLastTry)
        : m_job(job)
        , m_range(range)
        , m_layout(layout)
        , m_isLastTry(isLastTry)
        , m_begin(range.begin - (range.begin > 0 && !range.isAtRecord ? 1 : 0)) // to see a line end right before it
        , m_buffer(std::size_t(readEnd - m_begin), m_begin)
    {
    }

    /// Returns whether the last record's end was found, or the log's, or the source failed.
    bool parse() { return m_layout->isQuoted ? parseQuoted() : parseLines(); }

    /// What was parsed, looked through by the chooser.
    std::expected<ScannedRange, LoadError> takeResult()
    {
        if (!m_parser)
            return ScannedRange{.blocks = {}, .layoutAtStart = m_layout, .layoutAtEnd = m_layout, .failure = m_failure};
        ParsedStretch parsed = m_parser->finish();
        ScannedRange scanned{.blocks = {},
                             .layoutAtStart = parsed.layoutAtStart,
                             .layoutAtEnd = parsed.layoutAtEnd,
                             .failure = m_failure};
        if (m_layout->isQuoted) {
            scanned.recordsBegin = m_begin + m_firstLine;
            scanned.recordsEnd = m_recordsEnd;
        }
        for (const auto& block : parsed.blocks) {
            ScannedBlock& last = scanned.blocks.emplace_back(withServerClock(block, m_job.serverClock));
            if (const auto seen = lookThrough(last); !seen)
                return std::unexpected(seen.error());
        }
        return scanned;
    }

private:
    /// Has the records of a block chosen, and rows made of them, while its bytes are here.
    std::expected<void, LoadError> lookThrough(ScannedBlock& scanned) const
    {
        const std::string_view blockBytes = bytesOf(*scanned.block);
        if (m_job.chooser) {
            auto chosen = m_job.chooser(*scanned.block, blockBytes);
            if (!chosen)
                return std::unexpected(chosen.error());
            scanned.chosen = *std::move(chosen);
        }
        if (!m_job.rowMaker)
            return {};
        std::vector<quint32> all(m_job.chooser ? 0 : scanned.block->size());
        std::iota(all.begin(), all.end(), 0U);
        scanned.rows = m_job.rowMaker(scanned.block, blockBytes, m_job.chooser ? scanned.chosen : all);
        return {};
    }

    /// Line by line.
    bool parseLines()
    {
        const std::size_t lastByte = std::size_t(m_range.end - m_begin) - 1;
        for (bool isMore = true; isMore;) {
            isMore = readPortion();
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
        if (m_failure)
            return true;
        if (m_parser)
            finishAt(m_filled);
        return m_begin + m_filled >= m_job.dataEnd || m_filled < m_buffer.bytes().size();
    }

    /// Record by record, where line ends may stand in quotes. What starts at the first line end of the range is taken
    /// for a record; whoever knows where the one before it ended finds out whether it is one.
    bool parseQuoted()
    {
        while (readPortion()) {}
        const std::size_t limit = std::size_t(m_range.end - m_begin);
        if (!findFirstLine())
            return true;
        if (m_firstLine >= limit) {
            m_recordsEnd = m_begin + m_firstLine;
            return true;
        }
        const bool isEndOfLog = m_begin + m_filled >= m_job.dataEnd;
        const bool isAll = isEndOfLog || (m_isLastTry && !m_failure);
        m_taken += m_parser->takeQuoted(bytes().substr(m_taken), limit - m_taken, isAll, isEndOfLog);
        if (m_taken < m_filled || isEndOfLog)
            m_recordsEnd = m_begin + m_taken;
        return m_taken >= limit || m_failure;
    }

    [[nodiscard]] std::string_view bytes() const { return {m_buffer.bytes().data(), m_filled}; }

    [[nodiscard]] std::string_view bytesOf(const IndexBlock& block) const
    {
        return bytes().substr(std::size_t(block.begin - m_begin), std::size_t(block.end - block.begin));
    }

    /// Returns whether there is more that can be read.
    bool readPortion()
    {
        auto portion = m_buffer.bytes().subspan(m_filled);
        portion = portion.first(std::min(portion.size(), portionLength));
        const auto count = readUpToFailure(*m_job.source, m_begin + m_filled, portion, m_failure);
        m_filled += count;
        return count == portion.size() && m_filled < m_buffer.bytes().size();
    }

    /// The line that reaches into the range belongs to the range before.
    bool findFirstLine()
    {
        if (m_range.begin > m_job.dataStart && !m_range.isAtRecord) {
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
    const bool m_isLastTry;
    const quint64 m_begin; // offset of the buffer in the source
    const ReadBuffer m_buffer;
    std::size_t m_filled = 0;
    std::size_t m_taken = 0; // by the parser, counted from the start of the buffer
    std::size_t m_firstLine = 0;
    std::optional<LoadError> m_failure; // of the source: there is nothing to be had after it
    std::optional<quint64> m_recordsEnd; // see ScannedRange
    std::optional<BlockParser> m_parser; // once the first line is known
};

} // namespace

std::expected<ScannedRange, LoadError> scanRange(const ScanJob& job, const ScanRange& range,
                                                 const LayoutPointer& layout)
try {
    // One byte more than a record may have, so that the parser sees that it is too long.
    const quint64 lastEnd = std::min(range.end + maximumRecordLength + 1, job.dataEnd);
    for (const quint64 readEnd : {std::min(range.end + overhang, job.dataEnd), lastEnd}) {
        RangeScanner scanner(job, range, layout, readEnd, readEnd == lastEnd);
        if (scanner.parse() || readEnd == lastEnd)
            return scanner.takeResult();
    }
    Q_UNREACHABLE_RETURN({});
} catch (const std::bad_alloc&) {
    // Caught here, because it would come out of the future as something else.
    return std::unexpected(LoadError{.kind = LoadError::Kind::NoMemory, .path = job.source->path()});
}

} // namespace TmgLens
