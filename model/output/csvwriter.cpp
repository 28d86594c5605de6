// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/csvwriter.h"

#include "model/format/fieldcutter.h"
#include "model/index/recordreader.h"
#include "model/output/csvcell.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

using Written = std::expected<void, ExportError>;

constexpr std::size_t bufferSize = 1024 * 1024;
constexpr quint64 recordsBetweenChecks = 4096;

// Below one wanted record in so many, single reads are cheaper than reading all that lies between.
constexpr std::size_t visitDensity = 16;

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

ExportError cannotWrite(const QIODevice& device)
{
    return {ExportError::Kind::CannotWrite, {}, device.errorString()};
}

/// Rows of one export on their way to the device.
class RowStream
{
public:
    RowStream(QIODevice& device, const RecordIndex& index, const CsvOptions& options)
        : m_device(device)
        , m_index(index)
        , m_options(options)
        , m_guard(options.guardFormulas ? FormulaGuard::On : FormulaGuard::Off)
        , m_decoded(index.codes().size())
    {
        m_buffer.reserve(bufferSize + bufferSize / 8);
    }

    [[nodiscard]] Written addHeader();
    [[nodiscard]] Written addRecord(const RecordIndex::Part& part, std::size_t record, std::string_view bytes);
    [[nodiscard]] Written flush();

private:
    void addCell(std::string_view cell, bool isUtf8);
    [[nodiscard]] const std::string& decodedCells(CodeIndex code);
    [[nodiscard]] Written endRow(std::size_t start);

    QIODevice& m_device;
    const RecordIndex& m_index;
    const CsvOptions& m_options;
    const FormulaGuard m_guard;
    std::string m_buffer;
    std::vector<std::string_view> m_cells; // of the record at hand
    std::vector<std::string> m_decoded; // the decoded cells of each code, once they have been needed
};

Written RowStream::addHeader()
{
    if (m_options.addByteOrderMark)
        m_buffer += "\xEF\xBB\xBF";
    const std::size_t start = m_buffer.size();
    bool isFirst = true;
    for (const int column : m_options.columns) {
        if (!std::exchange(isFirst, false))
            m_buffer += ',';
        const QByteArray& name = m_index.columns().at(column).name;
        addCell(view(name), name.isValidUtf8());
    }
    if (m_options.addDecoded)
        m_buffer += m_options.columns.empty() ? "result-class,result-symbol,result-message"
                                              : ",result-class,result-symbol,result-message";
    return endRow(start);
}

Written RowStream::addRecord(const RecordIndex::Part& part, std::size_t record, std::string_view bytes)
{
    cutFields(bytes, *part.block->layout, m_cells);
    // Asked once a record, since ASCII, which nearly all of them are, is told sixteen bytes at a time.
    const bool isUtf8 = QByteArrayView(bytes).isValidUtf8();
    const std::size_t start = m_buffer.size();
    bool isFirst = true;
    for (const int column : m_options.columns) {
        if (!std::exchange(isFirst, false))
            m_buffer += ',';
        const int field = std::size_t(column) < part.fields.size() ? part.fields[std::size_t(column)] : -1;
        if (field >= 0 && std::size_t(field) < m_cells.size())
            addCell(m_cells[std::size_t(field)], isUtf8);
    }
    if (m_options.addDecoded) {
        const std::string& decoded = decodedCells(part.codes[qToUnderlying(part.block->code(record))]);
        m_buffer += m_options.columns.empty() ? std::string_view(decoded).substr(1) : std::string_view(decoded);
    }
    return endRow(start);
}

void RowStream::addCell(std::string_view cell, bool isUtf8)
{
    if (isUtf8) {
        appendCsvCell(m_buffer, cell, m_guard);
        return;
    }
    // One byte that is no UTF-8 would make strict readers refuse the whole file; write what the screen shows.
    appendCsvCell(m_buffer, view(cellText(cell).toUtf8()), m_guard);
}

const std::string& RowStream::decodedCells(CodeIndex code)
{
    std::string& cells = m_decoded[qToUnderlying(code)];
    if (cells.empty()) {
        const ResultEntry& entry = m_index.codes().at(code).result.entry;
        const QByteArray symbols = entry.symbols.join("; "_L1).toUtf8();
        const QByteArray message = entry.message.toUtf8();
        cells = ',';
        cells += view(QByteArray(keyword(entry.resultClass)));
        cells += ',';
        appendCsvCell(cells, view(symbols), m_guard);
        cells += ',';
        appendCsvCell(cells, view(message), m_guard);
    }
    return cells;
}

Written RowStream::endRow(std::size_t start)
{
    // A row that is one empty cell would be an empty line, which readers skip.
    if (m_buffer.size() == start)
        m_buffer += "\"\"";
    m_buffer += "\r\n";
    return m_buffer.size() < bufferSize ? Written() : flush();
}

Written RowStream::flush()
{
    // A device that fills up takes a part, without an error; only the next write tells why.
    for (std::size_t done = 0; done < m_buffer.size();) {
        const qint64 count = m_device.write(m_buffer.data() + done, qint64(m_buffer.size() - done));
        if (count <= 0)
            return std::unexpected(cannotWrite(m_device));
        done += std::size_t(count);
    }
    m_buffer.clear();
    return {};
}

/// Feeds the chosen records to a stream, reading the source in as large pieces as their order allows.
class RecordFeed
{
public:
    RecordFeed(RowStream& rows, const std::stop_token& stop, const std::function<void(quint64)>& progress)
        : m_rows(rows)
        , m_stop(stop)
        , m_progress(progress)
    {
    }

    /// Ascending records of one block.
    [[nodiscard]] Written feed(const RecordIndex::Part& part, std::span<const quint32> records);

private:
    [[nodiscard]] Written visit(const RecordIndex::Part& part, std::span<const quint32> records);
    [[nodiscard]] Written readSingly(const RecordIndex::Part& part, std::span<const quint32> records);
    [[nodiscard]] Written pass(const RecordIndex::Part& part, std::size_t record, std::string_view bytes);

    RowStream& m_rows;
    const std::stop_token& m_stop;
    const std::function<void(quint64)>& m_progress;
    quint64 m_count = 0;
};

Written RecordFeed::feed(const RecordIndex::Part& part, std::span<const quint32> records)
{
    const std::size_t reach = records.back() - part.firstRecord + 1;
    return records.size() * visitDensity >= reach ? visit(part, records) : readSingly(part, records);
}

Written RecordFeed::visit(const RecordIndex::Part& part, std::span<const quint32> records)
{
    Written result;
    std::size_t next = 0;
    const auto takeWanted = [&](std::size_t record, std::string_view bytes) {
        if (part.firstRecord + record == records[next]) {
            result = pass(part, record, bytes);
            ++next;
        }
        return result && next < records.size();
    };
    if (const auto visited = visitRecords(*part.block, takeWanted); !visited)
        return std::unexpected(ExportError{ExportError::Kind::CannotRead, visited.error(), {}});
    return result;
}

Written RecordFeed::readSingly(const RecordIndex::Part& part, std::span<const quint32> records)
{
    for (const quint32 number : records) {
        const std::size_t record = number - part.firstRecord;
        const auto bytes = readRecord({&part, record});
        if (!bytes)
            return std::unexpected(ExportError{ExportError::Kind::CannotRead, bytes.error(), {}});
        if (const Written passed = pass(part, record, view(*bytes)); !passed)
            return passed;
    }
    return {};
}

Written RecordFeed::pass(const RecordIndex::Part& part, std::size_t record, std::string_view bytes)
{
    if (m_count++ % recordsBetweenChecks == 0) {
        if (m_stop.stop_requested())
            return std::unexpected(ExportError{ExportError::Kind::Cancelled, {}, {}});
        if (m_progress)
            m_progress(m_count - 1);
    }
    return m_rows.addRecord(part, record, bytes);
}

/// How many of @p records, from the first on, ascend within @p part.
std::size_t ascendingRun(const RecordIndex::Part& part, std::span<const quint32> records)
{
    const quint64 end = part.firstRecord + part.block->size();
    std::size_t count = 1;
    while (count < records.size() && records[count] > records[count - 1] && records[count] < end)
        ++count;
    return count;
}

/// Devices and pipes cannot be replaced, only written to.
Written writeInPlace(const QString& path, const std::function<Written(QIODevice&)>& write)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return std::unexpected(cannotWrite(file));
    return write(file);
}

Written replaceFile(const QString& path, const std::function<Written(QIODevice&)>& write)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(cannotWrite(file));
    if (const Written written = write(file); !written) {
        file.cancelWriting();
        return written;
    }
    if (!file.commit())
        return std::unexpected(cannotWrite(file));
    return {};
}

} // namespace

std::expected<void, ExportError> writeCsv(QIODevice& device, const RecordIndex& index, std::span<const quint32> records,
                                          const CsvOptions& options, const std::stop_token& stop,
                                          const std::function<void(quint64)>& progress)
{
    RowStream rows(device, index, options);
    RecordFeed feed(rows, stop, progress);
    if (const Written header = rows.addHeader(); !header)
        return header;
    while (!records.empty()) {
        const RecordIndex::Part& part = *index.place(RecordNumber(records.front())).part;
        const std::size_t count = ascendingRun(part, records);
        if (const Written fed = feed.feed(part, records.first(count)); !fed)
            return fed;
        records = records.subspan(count);
    }
    return rows.flush();
}

std::expected<void, ExportError> writeCsvFile(const QString& path, const RecordIndex& index,
                                              std::span<const quint32> records, const CsvOptions& options,
                                              const std::stop_token& stop, const std::function<void(quint64)>& progress)
{
    const auto write = [&](QIODevice& device) { return writeCsv(device, index, records, options, stop, progress); };
    const QFileInfo target(path);
    const bool isDevice = target.exists() && !target.isFile() && !target.isDir();
    return isDevice ? writeInPlace(path, write) : replaceFile(path, write);
}

} // namespace TmgLens
