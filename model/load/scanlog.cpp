// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/scanlog.h"

#include "model/format/formatdetector.h"
#include "model/load/dataend.h"
#include "model/load/rangescanner.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <deque>
#include <limits>

namespace TmgLens {

namespace {

constexpr quint64 firstStretchLength = 64 * 1024; // a screenful of records, soon
constexpr quint64 stretchLength = 4 * 1024 * 1024;
constexpr quint64 rowStretchLength = 512 * 1024; // where rows are made, they and the bytes stay in the cache
constexpr quint64 endLength = 64 * 1024; // looked at to find out the format

/// Up to @p length bytes of @p source that end at @p end; none where they cannot be read.
std::vector<char> readBefore(const ByteSource& source, quint64 end, quint64 length)
{
    std::vector<char> bytes(std::size_t(std::min(end, length)));
    if (!source.read(end - bytes.size(), bytes))
        bytes.clear();
    return bytes;
}

/// Runs the tasks of a scan ahead and takes their results in order.
class Scan
{
public:
    Scan(const ScanJob& job, const LayoutPointer& layout) : m_job(job), m_next(job.dataStart), m_layout(layout) {}

    /// Nothing where all of the log has been read.
    std::expected<bool, LoadError> step(const BlockSink& sink)
    {
        while (m_next < m_job.dataEnd && m_tasks.size() < std::size_t(m_pool.maxThreadCount()) + 2)
            startTask();
        if (m_tasks.empty())
            return false;
        Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        auto scanned = task.result.takeResult();
        // What came before may show that this one was parsed under another layout, or from the middle of a record on.
        if (scanned && !followsOn(*scanned))
            scanned = scanAgain(task.range);
        if (!scanned)
            return std::unexpected(scanned.error());
        m_layout = scanned->layoutAtEnd;
        m_recordsEnd = scanned->recordsEnd;
        m_progress.bytes = task.range.end;
        m_progress.totalBytes = m_job.source->size();
        return hand(*scanned, sink);
    }

    [[nodiscard]] quint64 bytesScanned() const { return m_progress.bytes; }

private:
    struct Task
    {
        ScanRange range;
        QFuture<std::expected<ScannedRange, LoadError>> result;
    };

    [[nodiscard]] bool followsOn(const ScannedRange& scanned) const
    {
        return *scanned.layoutAtStart == *m_layout && (!m_recordsEnd || scanned.recordsBegin == m_recordsEnd);
    }

    [[nodiscard]] std::expected<ScannedRange, LoadError> scanAgain(const ScanRange& range) const
    {
        if (!m_recordsEnd)
            return scanRange(m_job, range, m_layout);
        if (*m_recordsEnd < range.end)
            return scanRange(m_job, {.begin = *m_recordsEnd, .end = range.end, .isAtRecord = true}, m_layout);
        // The last record of the range before reaches over all of this one.
        return ScannedRange{
            .blocks = {}, .layoutAtStart = m_layout, .layoutAtEnd = m_layout, .recordsEnd = m_recordsEnd};
    }

    void startTask()
    {
        const quint64 usualLength = m_job.rowMaker ? rowStretchLength : stretchLength;
        const quint64 length = m_next == m_job.dataStart ? firstStretchLength : usualLength;
        const ScanRange range{m_next, std::min(m_next + length, m_job.dataEnd)};
        m_next = range.end;
        m_tasks.push_back({range, QtConcurrent::run(&m_pool, [this, range, layout = m_layout] {
                               return scanRange(m_job, range, layout);
                           })});
    }

    std::expected<bool, LoadError> hand(const ScannedRange& range, const BlockSink& sink)
    {
        for (const auto& scanned : range.blocks) {
            m_progress.records += scanned.block->size();
            if (m_progress.records > maximumRecords)
                return std::unexpected(
                    LoadError{.kind = LoadError::Kind::TooManyRecords, .path = m_job.source->path()});
            sink(scanned, m_progress);
        }
        if (range.failure)
            return std::unexpected(*range.failure);
        return true;
    }

    const ScanJob& m_job;
    quint64 m_next; // where the next task begins
    LayoutPointer m_layout; // after the last result taken
    std::optional<quint64> m_recordsEnd; // the same, where line ends may stand in quotes
    ScanProgress m_progress;
    std::deque<Task> m_tasks;
    QThreadPool m_pool; // of its own: the caller may be on a thread of the global one; waits when destroyed
};

} // namespace

std::expected<ScanOutcome, LoadError> scanLog(const SourcePointer& source, const BlockSink& sink,
                                              const std::stop_token& stop, const RecordChooser& chooser,
                                              const ScanChoices& choices, const RowMaker& rowMaker)
{
    std::vector<char> start(std::size_t(std::min<quint64>(source->size(), detectionLength)));
    std::optional<LoadError> failure;
    start.resize(readUpToFailure(*source, 0, start, failure));
    // An end that cannot be read shows when the records come to it.
    const quint64 dataEnd = findDataEnd(*source, 0, stop).value_or(source->size());
    const std::vector<char> end = readBefore(*source, dataEnd, endLength);
    const auto detect = [&](std::optional<LogLayout::DateOrder> dateOrder) {
        return detectFormat({start.data(), start.size()}, source->path(), {end.data(), end.size()}, dateOrder);
    };
    auto format = detect(choices.dateOrder);
    if (format && format->layout->isDateOrderGuessed && choices.guessedDateOrder)
        format = detect(choices.guessedDateOrder);
    if (!format) // what is left of a broken source can be too little to look like a log
        return std::unexpected(failure.value_or(source->damage().value_or(format.error())));

    ScanOutcome outcome{.layout = format->layout, .damage = source->damage()};
    if (dataEnd < source->size())
        outcome.tail = LogTail{dataEnd, source->size() - dataEnd};
    const ScanJob job{.source = source,
                      .dataStart = format->dataStart,
                      .dataEnd = dataEnd,
                      .chooser = chooser,
                      .rowMaker = rowMaker,
                      .serverClock = ZoneClock(choices.serverZone.value_or(QTimeZone(QTimeZone::LocalTime)))};
    Scan scan(job, format->layout);
    while (true) {
        if (stop.stop_requested()) {
            outcome.isComplete = false;
            break;
        }
        const auto more = scan.step(sink);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
    }
    outcome.bytesScanned = outcome.isComplete ? source->size() : scan.bytesScanned();
    return outcome;
}

} // namespace TmgLens
