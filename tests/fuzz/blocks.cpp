// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldcutter.h"
#include "model/index/keycells.h"
#include "model/index/recordreader.h"
#include "model/index/timereader.h"
#include "model/load/rangescanner.h"
#include "tests/fuzz/parsedlog.h"
#include "tests/fuzz/target.h"

namespace TmgLens::Fuzz {

namespace {

/// All that the index says of a record.
struct IndexedRecord
{
    quint64 offset = 0;
    quint64 line = 0;
    LogTime time = invalidTime;
    std::string code;
    LogKind log = LogKind::Unknown;
    RecordFlags flags;
    QByteArray bytes;

    bool operator==(const IndexedRecord&) const = default;
};

/// @p blocks are pointers to those of a log, in order.
std::vector<IndexedRecord> recordsOf(const auto& blocks)
{
    std::vector<IndexedRecord> records;
    quint64 lines = 0;
    for (const auto& block : blocks) {
        for (std::size_t i = 0; i < block->size(); ++i) {
            const auto code = qToUnderlying(block->code(i));
            const auto bytes = readRecord(*block, i);
            require(bytes.has_value(), "a record can be read");
            records.push_back({.offset = block->begin + block->starts[i],
                               .line = lines + block->line(i),
                               .time = block->time(i),
                               .code = block->codeTexts.at(code),
                               .log = block->codeLogs.at(code),
                               .flags = block->flags(i),
                               .bytes = *bytes});
        }
        lines += block->lineCount;
    }
    return records;
}

/// The record's time and flags, worked out for it alone and from all of its cells.
void requireIndexedRightly(const IndexedRecord& record, const LogLayout& layout)
{
    std::vector<std::string_view> cells;
    std::string unescaped;
    cutFields(toStringView(record.bytes), layout, cells, unescaped);
    const KeyCells keys = KeyCellPlaces(layout).among(cells);
    const auto time = TimeReader(layout).read(keys);
    require(record.time == time.value_or(invalidTime), "the time is that of the record's own cells");
    const bool isOfThisLog = !record.flags.testFlag(RecordFlag::OtherLog);
    require(record.flags.testFlag(RecordFlag::InvalidTime) == (!time && isOfThisLog), "a wrong time has its flag");
    require(record.flags.testFlag(RecordFlag::TooFewFields) == (cells.size() < layout.fields.size() && isOfThisLog),
            "too few fields have their flag");
    require(record.flags.testFlag(RecordFlag::TooManyFields) == (cells.size() > layout.fields.size()),
            "too many fields have their flag");
    require(layout.isTable() || record.code == keys.code, "the code is that of the record's own cells");
}

void requireSound(const IndexBlock& block, const KnownLog& log)
{
    std::size_t visited = 0;
    quint64 counted = 0;
    for (const quint32 count : block.codeCounts)
        counted += count;
    require(counted == block.size(), "each record counts for one code");
    const std::string_view blockBytes = log.bytes.substr(block.begin - log.begin, block.end - block.begin);
    const auto read = visitRecords(block, [&](std::size_t i, std::string_view bytes) {
        require(bytes == recordIn(blockBytes, block, i), "a record is the same wherever its bytes are");
        require(QByteArrayView(bytes) == readRecord(block, i), "a record is the same when it is read alone");
        require(block.layout->isQuoted || !bytes.contains(block.layout->lineEnd), "a record is one line");
        ++visited;
        return true;
    });
    require(read && visited == block.size(), "all records are visited");
}

/// Takes the log in portions of any length.
std::vector<std::shared_ptr<IndexBlock>> blocksInPortions(const KnownLog& log, std::mt19937& random)
{
    BlockParser parser(log.source, log.layout, log.begin, log.bytes.size());
    std::size_t taken = 0;
    for (std::size_t end = 0; end < log.bytes.size();) {
        end = std::min(end + 1 + below(random, 200), log.bytes.size());
        const std::string_view portion = log.bytes.substr(taken, end - taken);
        taken += log.layout->isQuoted ? parser.takeQuoted(portion, 1 + below(random, portion.size()), false, false)
                                      : parser.take(portion);
    }
    const std::string_view rest = log.bytes.substr(taken);
    if (log.layout->isQuoted)
        parser.takeQuoted(rest, rest.size(), true, true);
    else
        parser.takeLast(rest, true);
    return parser.finish().blocks;
}

/// Ranges of any length, each scanned as if nothing were known of those before and, where that shows to be wrong, once
/// more: as scanLog() does.
std::vector<BlockPointer> blocksInRanges(const KnownLog& log, std::mt19937& random)
{
    const quint64 end = log.source->size();
    const ScanJob job{
        .source = log.source, .dataStart = log.begin, .dataEnd = end, .chooser = {}, .rowMaker = {}, .serverClock = {}};
    std::vector<BlockPointer> blocks;
    LayoutPointer layout = log.layout;
    std::optional<quint64> recordsEnd;
    const auto scan = [&](const ScanRange& range, const LayoutPointer& atStart) {
        auto scanned = scanRange(job, range, atStart);
        require(scanned.has_value(), "memory can be read");
        return *std::move(scanned);
    };
    for (quint64 begin = log.begin; begin < end;) {
        const ScanRange range{.begin = begin, .end = std::min<quint64>(begin + 1 + below(random, 300), end)};
        ScannedRange scanned = scan(range, log.layout);
        if (recordsEnd && scanned.recordsBegin != recordsEnd) {
            scanned = *recordsEnd < range.end
                ? scan({.begin = *recordsEnd, .end = range.end, .isAtRecord = true}, layout)
                : ScannedRange{.blocks = {}, .layoutAtStart = layout, .layoutAtEnd = layout, .recordsEnd = recordsEnd};
        } else if (*layout != *log.layout) {
            scanned = scan(range, layout);
        }
        layout = scanned.layoutAtEnd;
        recordsEnd = scanned.recordsEnd;
        for (const ScannedBlock& block : scanned.blocks)
            blocks.push_back(block.block);
        begin = range.end;
    }
    return blocks;
}

} // namespace

/// A log.
void tryInput(std::string_view input)
{
    const auto log = knownLog(input);
    if (!log)
        return;
    const auto blocks = blocksInOneGo(*log);
    const std::vector<IndexedRecord> records = recordsOf(blocks);
    auto record = records.begin();
    for (const auto& block : blocks) {
        requireSound(*block, *log);
        for (std::size_t i = 0; i < block->size(); ++i)
            requireIndexedRightly(*record++, *block->layout);
    }
    std::mt19937 random = chanceFrom(input);
    for (int i = 0; i < 3; ++i) {
        require(recordsOf(blocksInPortions(*log, random)) == records, "borders of portions make no difference");
        require(recordsOf(blocksInRanges(*log, random)) == records, "borders of ranges make no difference");
    }
}

} // namespace TmgLens::Fuzz
