// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/sortkey.h"

#include "model/filter/ipaddress.h"
#include "model/format/fieldcutter.h"
#include "model/index/recordreader.h"

#include <QThreadPool>
#include <QtConcurrentMap>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <span>

namespace TmgLens {

namespace {

constexpr std::size_t prefixLength = 16; // bytes of text within the number
constexpr std::size_t comparedLength = 128;

/// Orders signed numbers as unsigned ones.
constexpr quint64 ordered(qint64 value)
{
    return quint64(value) ^ (quint64(1) << 63);
}

char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// The first eight bytes of @p text as a number that compares as they do.
quint64 packed(std::string_view text)
{
    quint64 value = 0;
    for (std::size_t i = 0; i < 8; ++i)
        value = value << 8 | (i < text.size() ? static_cast<unsigned char>(folded(text[i])) : 0U);
    return value;
}

SortKey numberKey(std::string_view cell)
{
    const bool isHex = cell.starts_with("0x") || cell.starts_with("0X");
    qint64 value = 0;
    const char* begin = cell.data() + (isHex ? 2 : 0);
    const auto [end, error] = std::from_chars(begin, cell.data() + cell.size(), value, isHex ? 16 : 10);
    if (error != std::errc() || end != cell.data() + cell.size())
        return {};
    return {.high = ordered(value), .low = 1};
}

SortKey addressKey(std::string_view cell)
{
    const auto endpoint = parseEndpoint(cell);
    if (!endpoint)
        return {};
    // Only `::` has no bit set; it goes with `::1`, so that no value is kept apart.
    const quint64 low = endpoint->address.low;
    return {.high = endpoint->address.high, .low = endpoint->address.high == 0 && low == 0 ? 1 : low};
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

/// Keys of one block, or why they could not be read.
struct PortionKeys
{
    std::vector<SortKey> keys;
    std::shared_ptr<std::vector<char>> texts = std::make_shared<std::vector<char>>();
    std::optional<LoadError> error = {};
};

/// Reads the keys of fields that stand in the bytes of the log.
class CellKeyReader
{
public:
    CellKeyReader(FieldType type, const Portion& portion, std::size_t field)
        : m_type(type)
        , m_portion(portion)
        , m_field(field)
    {
    }

    PortionKeys run()
    {
        m_result.keys.reserve(m_portion.records.size());
        auto next = m_portion.records.begin();
        const auto visited = visitRecords(*m_portion.part->block, [&](std::size_t i, std::string_view bytes) {
            if (next != m_portion.records.end() && *next == m_portion.part->firstRecord + i) {
                cutFields(bytes, *m_portion.part->block->layout, m_cells);
                addKey(m_field < m_cells.size() ? m_cells[m_field] : std::string_view(), *next);
                ++next;
            }
            return next != m_portion.records.end();
        });
        if (!visited)
            m_result.error = visited.error();
        pointIntoTexts();
        return std::move(m_result);
    }

private:
    void addKey(std::string_view cell, quint32 record)
    {
        SortKey key = isEmptyCell(cell) ? SortKey() : keyOf(cell);
        key.record = record;
        m_result.keys.push_back(key);
    }

    SortKey keyOf(std::string_view cell)
    {
        switch (m_type) {
        case FieldType::Number:
        case FieldType::Bytes:
        case FieldType::Milliseconds:
        case FieldType::Flags:
            return numberKey(cell);
        case FieldType::Address:
            return addressKey(cell);
        default:
            return textKey(cell);
        }
    }

    SortKey textKey(std::string_view cell)
    {
        SortKey key{.high = packed(cell), .low = packed(cell.substr(std::min<std::size_t>(cell.size(), 8)))};
        if (cell.size() > prefixLength) {
            const std::string_view rest = cell.substr(prefixLength, comparedLength - prefixLength);
            std::ranges::transform(rest, std::back_inserter(*m_result.texts), folded);
            m_restLengths.emplace_back(m_result.keys.size(), rest.size());
        }
        return key;
    }

    /// Only now, as the text has stopped growing.
    void pointIntoTexts()
    {
        const char* text = m_result.texts->data();
        for (const auto& [key, length] : m_restLengths) {
            m_result.keys[key].rest = {text, length};
            text += length;
        }
    }

    FieldType m_type;
    Portion m_portion;
    std::size_t m_field;
    std::vector<std::string_view> m_cells;
    std::vector<std::pair<std::size_t, std::size_t>> m_restLengths;
    PortionKeys m_result;
};

PortionKeys timeKeys(const Portion& portion)
{
    PortionKeys result;
    result.keys.reserve(portion.records.size());
    for (const quint32 record : portion.records) {
        const LogTime time = portion.part->block->time(record - portion.part->firstRecord);
        result.keys.push_back({.high = ordered(time.time_since_epoch().count()), .record = record});
    }
    return result;
}

PortionKeys codeKeys(const Portion& portion, const CodeTable& codes)
{
    std::vector<SortKey> keyOfCode;
    keyOfCode.reserve(portion.part->codes.size());
    for (const CodeIndex code : portion.part->codes) {
        const auto value = codes.at(code).result.value;
        keyOfCode.push_back(value ? SortKey{.high = *value, .low = 1} : SortKey());
    }
    PortionKeys result;
    result.keys.reserve(portion.records.size());
    for (const quint32 record : portion.records) {
        const LocalCode code = portion.part->block->code(record - portion.part->firstRecord);
        result.keys.push_back(keyOfCode[qToUnderlying(code)]);
        result.keys.back().record = record;
    }
    return result;
}

PortionKeys emptyKeys(const Portion& portion)
{
    PortionKeys result;
    result.keys.reserve(portion.records.size());
    for (const quint32 record : portion.records)
        result.keys.push_back({.record = record});
    return result;
}

PortionKeys keysOf(const Portion& portion, const RecordIndex& index, int column)
{
    const Field& field = index.columns().at(column);
    const bool isTime = field.id == FieldId::Date || field.id == FieldId::Time || field.id == FieldId::GmtTime;
    if (isTime)
        return timeKeys(portion);
    if (field.id == FieldId::ResultCode && field.type == FieldType::ResultCode)
        return codeKeys(portion, index.codes());
    const int fieldInLayout =
        std::size_t(column) < portion.part->fields.size() ? portion.part->fields[std::size_t(column)] : -1;
    if (fieldInLayout < 0)
        return emptyKeys(portion);
    return CellKeyReader(field.type, portion, std::size_t(fieldInLayout)).run();
}

} // namespace

std::expected<SortKeys, LoadError> readSortKeys(const RecordIndex& index, const std::vector<quint32>& records,
                                                int column, const std::stop_token& stop,
                                                const std::function<void(int)>& progress)
{
    const std::vector<Portion> portions = portionsOf(index, records);
    std::atomic<std::size_t> done = 0;
    QThreadPool pool; // of its own: the caller may be on a thread of the global one
    auto results = QtConcurrent::blockingMapped<QList<PortionKeys>>(&pool, portions, [&](const Portion& portion) {
        PortionKeys keys = stop.stop_requested() ? PortionKeys() : keysOf(portion, index, column);
        if (progress)
            progress(int(++done * 100 / portions.size()));
        return keys;
    });

    SortKeys all;
    all.keys.reserve(records.size());
    for (PortionKeys& result : results) {
        if (result.error)
            return std::unexpected(*result.error);
        std::ranges::move(result.keys, std::back_inserter(all.keys));
        all.texts.push_back(std::move(result.texts));
    }
    return all;
}

} // namespace TmgLens
