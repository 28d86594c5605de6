// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldcutter.h"
#include "model/format/readablecell.h"
#include "model/index/recordreader.h"
#include "model/output/csvcell.h"
#include "model/output/csvstream.h"
#include "model/output/csvwriter.h"
#include "tests/fuzz/parsedlog.h"
#include "tests/fuzz/target.h"
#include "tests/support/csvreading.h"

#include <QBuffer>

#include <numeric>

namespace TmgLens::Fuzz {

namespace {

CsvOptions allColumns(const ColumnSet& columns)
{
    CsvOptions options{.columns = std::vector<int>(std::size_t(columns.size()))};
    std::iota(options.columns.begin(), options.columns.end(), 0);
    return options;
}

std::vector<quint32> allRecords(const RecordIndex& index)
{
    std::vector<quint32> records(index.recordCount());
    std::iota(records.begin(), records.end(), 0U);
    return records;
}

QByteArray written(const RecordIndex& index, const std::vector<quint32>& records, const CsvOptions& options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    require(writeCsv(buffer, index, records, options, {}).has_value(), "memory can be written");
    return buffer.data();
}

QByteArray textOf(std::string_view cell, const Field& field, const LogLayout& layout, bool isDecoded)
{
    const auto readable = isDecoded ? readableCell(cell, field, layout) : std::nullopt;
    return readable.value_or(cellText(cell)).toUtf8();
}

/// The cells of the columns of @p index in @p record.
QByteArrayList cellsOf(const RecordIndex& index, quint32 record, bool areDecoded)
{
    const auto place = index.place(RecordNumber(record));
    const LogLayout& layout = *place.part->block->layout;
    const QByteArray bytes = readRecord(place).value_or(QByteArray());
    std::vector<std::string_view> cells;
    std::string unescaped;
    cutFields(toStringView(bytes), layout, cells, unescaped);
    QByteArrayList texts;
    for (int column = 0; column < index.columns().size(); ++column) {
        const auto field = std::size_t(index.fieldOfColumn(RecordNumber(record), column));
        const bool isThere = field < cells.size();
        texts += isThere ? textOf(cells[field], layout.fields[field], layout, areDecoded) : QByteArray();
    }
    return texts;
}

void requireReadBack(const RecordIndex& index, const std::vector<quint32>& records)
{
    const auto rows = Test::readBack(written(index, records, allColumns(index.columns())));
    require(std::size_t(rows.size()) == records.size() + 1, "each record is a row");
    for (std::size_t i = 0; i < records.size(); ++i)
        require(rows[qsizetype(i) + 1] == cellsOf(index, records[i], false),
                "a row is read back as the cells of its record");
}

/// With all that can be added to a row.
void requireDefused(const RecordIndex& index, const std::vector<quint32>& records)
{
    CsvOptions options = allColumns(index.columns());
    options.addFile = options.addUtc = options.addDecoded = options.guardFormulas = options.addByteOrderMark = true;
    const auto rows = Test::readBack(written(index, records, options));
    require(std::size_t(rows.size()) == records.size() + 1, "each record is a row with more columns, too");
    for (std::size_t i = 0; i < records.size(); ++i) {
        const QByteArrayList& row = rows[qsizetype(i) + 1];
        const QByteArrayList cells = cellsOf(index, records[i], true);
        require(row.size() == cells.size() + 5 && row.size() == rows.front().size(),
                "rows have as many cells as titles");
        for (const QByteArray& cell : row)
            require(!isFormula(toStringView(cell)), "nothing is run by a spreadsheet");
        for (qsizetype column = 0; column < cells.size(); ++column) {
            const QByteArray& cell = cells[column];
            require(row[column + 2] == (isFormula(toStringView(cell)) ? '\'' + cell : cell),
                    "cells stay what they are");
        }
    }
}

void requireSameWhenStreamed(const KnownLog& log, const RecordIndex& index)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvStream stream(buffer, CsvStream::Target::IsFinal, allColumns, {});
    bool isTaking = true;
    const auto sink = [&](const ScannedBlock& scanned, const ScanProgress&) {
        isTaking = isTaking && stream.take(scanned);
    };
    const auto outcome = scanLog(log.source, sink, {}, {}, {}, stream.rowMaker());
    if (!outcome || outcome->tail || *outcome->layout != *log.layout || stream.isImpossible())
        return; // its end told the scan more than is known here
    require(stream.finish().has_value(), "memory can be written");
    require(buffer.data() == written(index, allRecords(index), allColumns(index.columns())),
            "it makes no difference whether a log is exported while it is read");
}

} // namespace

/// A log.
void tryInput(std::string_view input)
{
    const auto log = knownLog(input);
    if (!log)
        return;
    const RecordIndex index = indexInOneGo(*log);
    if (index.recordCount() == 0)
        return;
    std::vector<quint32> records = allRecords(index);
    requireReadBack(index, records);
    requireSameWhenStreamed(*log, index);
    std::mt19937 random = chanceFrom(input);
    for (std::size_t i = records.size() - 1; i > 0; --i)
        std::swap(records[i], records[below(random, i + 1)]);
    requireReadBack(index, records);
    requireDefused(index, records);
}

} // namespace TmgLens::Fuzz
