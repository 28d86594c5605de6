// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/csvwriter.h"

#include "model/output/csvrows.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <deque>
#include <new>

namespace TmgLens {

namespace {

// Rows are made for so much of the log at once: little enough to stay in the caches until it is written.
constexpr std::size_t portionBytes = 512 * 1024;
constexpr std::size_t portionRecords = 8192; // decoded cells can be longer than the record

/// Takes from the front of @p records those of one portion.
std::span<const quint32> takePortion(const RecordIndex& index, std::span<const quint32>& records)
{
    std::size_t count = 0;
    const RecordIndex::Part* part = nullptr;
    for (std::size_t bytes = 0; count < std::min(records.size(), portionRecords) && bytes < portionBytes; ++count) {
        const quint32 number = records[count];
        if (!part || number < part->firstRecord || number - part->firstRecord >= part->block->size())
            part = index.place(RecordNumber(number)).part;
        const std::size_t record = number - part->firstRecord;
        bytes += part->block->limit(record) - part->block->starts[record];
    }
    const auto portion = records.first(count);
    records = records.subspan(count);
    return portion;
}

/// Makes rows on a pool, some portions ahead of those that it writes, which it does in their order.
class ParallelExport
{
public:
    ParallelExport(const CsvFormat& format, std::span<const quint32> records, const std::stop_token& stop)
        : m_format(format)
        , m_rest(records)
        , m_stop(stop)
    {
    }

    [[nodiscard]] Written run(QIODevice& device, const std::function<void(quint64)>& progress);

private:
    using Made = std::expected<void, LoadError>;

    /// A portion at work. Its memory goes on to a later one.
    struct Task
    {
        CsvRows rows;
        std::size_t recordCount = 0;
        QFuture<Made> made = {};
    };

    void start(std::unique_ptr<Task> task);
    [[nodiscard]] static Made makeRows(CsvRows& rows, std::span<const quint32> records);

    const CsvFormat& m_format;
    std::span<const quint32> m_rest; // not started yet
    const std::stop_token& m_stop;
    std::deque<std::unique_ptr<Task>> m_tasks; // in the order of the records
    QThreadPool m_pool; // of its own: the caller may be on a thread of the global one; waits when destroyed
};

Written ParallelExport::run(QIODevice& device, const std::function<void(quint64)>& progress)
{
    quint64 count = 0;
    for (int i = 0; i < m_pool.maxThreadCount() + 2; ++i)
        start(std::make_unique<Task>(CsvRows(m_format)));
    while (!m_tasks.empty()) {
        if (progress)
            progress(count);
        auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        const Made made = task->made.takeResult();
        if (m_stop.stop_requested()) // now, since the task may have seen it too and made nothing
            return std::unexpected(ExportError{ExportError::Kind::Cancelled, {}, {}});
        if (!made)
            return std::unexpected(cannotRead(made.error()));
        if (const Written written = writeAll(device, task->rows.text()); !written)
            return written;
        count += task->recordCount;
        start(std::move(task));
    }
    return {};
}

void ParallelExport::start(std::unique_ptr<Task> task)
{
    if (m_rest.empty())
        return;
    Task& started = *m_tasks.emplace_back(std::move(task)); // kept first: it must outlive its work
    const auto records = takePortion(m_format.index, m_rest);
    started.recordCount = records.size();
    started.made = QtConcurrent::run(&m_pool, [this, &started, records] {
        return m_stop.stop_requested() ? Made() : makeRows(started.rows, records);
    });
}

ParallelExport::Made ParallelExport::makeRows(CsvRows& rows, std::span<const quint32> records)
try {
    return rows.make(records);
} catch (const std::bad_alloc&) {
    // Caught here, because it would come out of the future as something else.
    return std::unexpected(LoadError{.kind = LoadError::Kind::NoMemory});
}

} // namespace

Written writeCsv(QIODevice& device, const RecordIndex& index, std::span<const quint32> records,
                 const CsvOptions& options, const std::stop_token& stop, const std::function<void(quint64)>& progress)
{
    const CsvFormat format(index, options);
    if (options.addHeader)
        if (const Written header = writeAll(device, csvHeader(format)); !header)
            return header;
    return ParallelExport(format, records, stop).run(device, progress);
}

Written writeCsvFile(const QString& path, const RecordIndex& index, std::span<const quint32> records,
                     const CsvOptions& options, const std::stop_token& stop,
                     const std::function<void(quint64)>& progress)
{
    const auto write = [&](QIODevice& device) { return writeCsv(device, index, records, options, stop, progress); };
    return writeTargetFile(path, write);
}

} // namespace TmgLens
