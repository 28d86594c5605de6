// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/sortvalues.h"

#include "model/filter/wildcard.h"
#include "model/format/fieldcutter.h"
#include "model/format/ipaddress.h"
#include "model/index/recordreader.h"
#include "model/table/derivedcolumn.h"

#include <QHashFunctions>
#include <QThreadPool>
#include <QtConcurrentMap>
#include <QtEndian>

#include <algorithm>
#include <atomic>
#include <bit>
#include <charconv>
#include <new>
#include <span>

namespace TmgLens {

namespace {

constexpr std::size_t comparedLength = 128; // of text
constexpr std::size_t recordsReadAtOnce = 1024; // their bytes stay in the caches until they have been cut

/// Orders signed numbers as unsigned ones.
constexpr quint64 ordered(qint64 value)
{
    return quint64(value) ^ (quint64(1) << 63);
}

/// Collects the values of one block. A hash table with open addressing, at most half full.
class ValueCollector
{
public:
    explicit ValueCollector(std::size_t recordCount) : m_places(std::bit_ceil(2 * recordCount + 2))
    {
        m_values.valueOfRecord.reserve(recordCount);
    }

    /// The next record has @p value, or none if it is empty.
    void add(std::string_view value) { m_values.valueOfRecord.push_back(value.empty() ? 0 : number(value)); }
    void add(quint64 value)
    {
        const quint64 bytes = qToBigEndian(value);
        add({reinterpret_cast<const char*>(&bytes), sizeof bytes});
    }
    void addNone() { m_values.valueOfRecord.push_back(0); }

    [[nodiscard]] SortValues take() { return std::move(m_values); }

private:
    quint32 number(std::string_view value)
    {
        std::size_t place = qHashBits(value.data(), value.size());
        for (place %= m_places.size(); m_places[place] != 0; place = (place + 1) % m_places.size()) {
            if (m_values.at(m_places[place]) == value)
                return m_places[place];
        }
        m_values.bytes.insert(m_values.bytes.end(), value.begin(), value.end());
        m_values.ends.push_back(quint32(m_values.bytes.size()));
        return m_places[place] = quint32(m_values.size());
    }

    SortValues m_values;
    std::vector<quint32> m_places; // numbers of values, 0 where there is none
};

void addNumber(ValueCollector& values, std::string_view cell)
{
    const bool isHex = cell.starts_with("0x") || cell.starts_with("0X");
    qint64 value = 0;
    const char* begin = cell.data() + (isHex ? 2 : 0);
    const auto [end, error] = std::from_chars(begin, cell.data() + cell.size(), value, isHex ? 16 : 10);
    if (error == std::errc() && end == cell.data() + cell.size())
        values.add(ordered(value));
    else
        values.addNone();
}

void addAddress(ValueCollector& values, std::string_view cell)
{
    const auto endpoint = parseEndpoint(cell);
    if (!endpoint) {
        values.addNone();
        return;
    }
    const std::array bytes = {qToBigEndian(endpoint->address.high), qToBigEndian(endpoint->address.low)};
    values.add({reinterpret_cast<const char*>(bytes.data()), sizeof bytes});
}

void addText(ValueCollector& values, std::string_view cell)
{
    std::array<char, comparedLength> text;
    const auto length = std::min(cell.size(), text.size());
    std::ranges::transform(cell.substr(0, length), text.begin(), [](char c) { return Filter::folded(c); });
    values.add({text.data(), length});
}

void addCell(ValueCollector& values, FieldType type, std::string_view cell)
{
    if (isEmptyCell(cell)) {
        values.addNone();
        return;
    }
    switch (type) {
    case FieldType::Number:
    case FieldType::Bytes:
    case FieldType::Milliseconds:
    case FieldType::Flags:
        return addNumber(values, cell);
    case FieldType::Address:
        return addAddress(values, cell);
    default:
        return addText(values, cell);
    }
}

/// The records of one block that are to be sorted.
struct Portion
{
    const RecordIndex::Part* part = nullptr;
    std::span<const quint32> records;
};

std::vector<Portion> portionsOf(const RecordIndex& index, const std::vector<quint32>& records)
{
    std::vector<Portion> portions;
    auto begin = records.begin();
    for (const RecordIndex::Part& part : index.parts()) {
        const auto end = std::lower_bound(begin, records.end(), quint64(part.firstRecord) + part.block->size());
        if (begin != end)
            portions.push_back({&part, {begin, end}});
        begin = end;
    }
    return portions;
}

using Values = std::expected<SortValues, LoadError>;

/// Values of a field that stands in the bytes of the log.
Values cellValues(const Portion& portion, FieldType type, std::size_t field)
{
    const IndexBlock& block = *portion.part->block;
    ValueCollector values(portion.records.size());
    FieldCutter cutter(*block.layout);
    auto next = portion.records.begin();
    const RecordVisitor addWanted = [&](std::size_t record, std::string_view bytes) {
        if (portion.part->firstRecord + record == *next) {
            cutter.setRecord(bytes);
            addCell(values, type, cutter.cell(field));
            ++next;
        }
        return next != portion.records.end();
    };
    while (next != portion.records.end()) {
        const std::size_t first = *next - portion.part->firstRecord;
        const std::size_t count = std::min(recordsReadAtOnce, block.size() - first);
        if (const auto visited = visitRecords(block, first, count, addWanted); !visited)
            return std::unexpected(visited.error());
    }
    return values.take();
}

Values timeValues(const Portion& portion)
{
    ValueCollector values(portion.records.size());
    for (const quint32 record : portion.records)
        values.add(ordered(portion.part->block->time(record - portion.part->firstRecord).time_since_epoch().count()));
    return values.take();
}

Values codeValues(const Portion& portion, const CodeTable& codes)
{
    ValueCollector values(portion.records.size());
    for (const quint32 record : portion.records) {
        const LocalCode code = portion.part->block->code(record - portion.part->firstRecord);
        const auto value = codes.at(portion.part->codes[qToUnderlying(code)]).result.value;
        if (value)
            values.add(*value);
        else
            values.addNone();
    }
    return values.take();
}

/// The name of the log: its path, as all have the same folders before their names.
Values fileValues(const Portion& portion)
{
    ValueCollector values(portion.records.size());
    const std::string path = portion.part->block->source->path().toLower().toStdString();
    for (std::size_t i = 0; i < portion.records.size(); ++i)
        values.add(std::string_view(path));
    return values.take();
}

/// Class or message of the result.
Values resultValues(const Portion& portion, const CodeTable& codes, DerivedColumn column)
{
    std::vector<QByteArray> messages; // by CodeIndex
    for (const CodeEntry& code : codes.entries())
        messages.push_back(code.result.entry.message.isEmpty() ? code.result.entry.title.toUtf8()
                                                               : code.result.entry.message.toUtf8());
    ValueCollector values(portion.records.size());
    for (const quint32 record : portion.records) {
        const LocalCode local = portion.part->block->code(record - portion.part->firstRecord);
        const CodeIndex code = portion.part->codes[qToUnderlying(local)];
        if (column == DerivedColumn::ResultClass)
            values.add(quint64(codes.at(code).result.entry.resultClass));
        else
            addText(values, toStringView(messages[qToUnderlying(code)]));
    }
    return values.take();
}

Values valuesOf(const Portion& portion, const RecordIndex& index, int column)
try {
    const auto derived = derivedColumn(index.columns(), column);
    if (derived == DerivedColumn::File)
        return fileValues(portion);
    if (derived)
        return resultValues(portion, index.codes(), *derived);
    if (column >= index.columns().size()) // a log that is read again may not have come to it yet
        return SortValues{.valueOfRecord = std::vector<quint32>(portion.records.size()), .bytes = {}};
    const Field& field = index.columns().at(column);
    const bool isTime = field.id == FieldId::Date || field.id == FieldId::Time || field.id == FieldId::GmtTime
        || field.id == FieldId::LocalTime;
    if (isTime)
        return timeValues(portion);
    if (field.id == FieldId::ResultCode && field.type == FieldType::ResultCode)
        return codeValues(portion, index.codes());
    const int fieldInLayout =
        std::size_t(column) < portion.part->fields.size() ? portion.part->fields[std::size_t(column)] : -1;
    if (fieldInLayout < 0)
        return SortValues{.valueOfRecord = std::vector<quint32>(portion.records.size()), .bytes = {}};
    return cellValues(portion, field.type, std::size_t(fieldInLayout));
} catch (const std::bad_alloc&) {
    // Caught here, because it would come out of the future as something else.
    return std::unexpected(LoadError{.kind = LoadError::Kind::NoMemory, .path = portion.part->block->source->path()});
}

} // namespace

std::expected<std::vector<SortValues>, LoadError> readSortValues(const RecordIndex& index,
                                                                 const std::vector<quint32>& records, int column,
                                                                 const std::stop_token& stop,
                                                                 const std::function<void(int)>& progress)
{
    const std::vector<Portion> portions = portionsOf(index, records);
    std::atomic<std::size_t> done = 0;
    QThreadPool pool; // of its own: the caller may be on a thread of the global one
    auto results = QtConcurrent::blockingMapped<QList<Values>>(&pool, portions, [&](const Portion& portion) {
        Values values = stop.stop_requested() ? Values() : valuesOf(portion, index, column);
        if (progress)
            progress(int(++done * 100 / portions.size()));
        return values;
    });

    std::vector<SortValues> all;
    all.reserve(portions.size());
    for (Values& values : results) {
        if (!values)
            return std::unexpected(values.error());
        all.push_back(*std::move(values));
    }
    return all;
}

} // namespace TmgLens
