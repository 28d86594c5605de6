// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/logsummary.h"

#include "model/output/wording.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>

namespace TmgLens {

namespace {

QDateTime zonedTime(LogTime time, LogLayout::Clock clock)
{
    QDateTime utc = QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::UTC);
    if (clock == LogLayout::Clock::Utc)
        return utc;
    return QDateTime(utc.date(), utc.time(), QTimeZone::LocalTime);
}

} // namespace

void LogSummary::addLog(const QString& path, const RecordIndex& index)
{
    for (const RecordIndex::Part& part : index.parts()) {
        addTime(part.block->firstTime, part.block->layout->clock);
        addTime(part.block->lastTime, part.block->layout->clock);
    }
    std::vector<quint64> counts;
    counts.reserve(index.codes().size());
    for (const CodeEntry& code : index.codes().entries())
        counts.push_back(code.count);
    addFile(path, index, index.recordCount(), index.malformedCount());
    addCodes(index.codes(), counts);
}

void LogSummary::addRecords(const QString& path, const RecordIndex& index, std::span<const quint32> chosen)
{
    quint64 malformedCount = 0;
    std::vector<quint64> counts(index.codes().size());
    auto next = chosen.begin();
    for (const RecordIndex::Part& part : index.parts()) {
        const IndexBlock& block = *part.block;
        LogTime earliest = invalidTime;
        LogTime latest = invalidTime;
        for (; next != chosen.end() && *next - part.firstRecord < block.size(); ++next) {
            const std::size_t record = *next - part.firstRecord;
            malformedCount += block.flags(record) ? 1 : 0;
            ++counts[qToUnderlying(part.codes[qToUnderlying(block.code(record))])];
            const LogTime time = block.time(record);
            if (time != invalidTime && (earliest == invalidTime || time < earliest))
                earliest = time;
            latest = std::max(latest, time);
        }
        addTime(earliest, block.layout->clock);
        addTime(latest, block.layout->clock);
    }
    addFile(path, index, chosen.size(), malformedCount);
    addCodes(index.codes(), counts);
}

std::vector<CodeEntry> LogSummary::codes() const
{
    std::vector<CodeEntry> sorted;
    QHash<std::pair<QByteArray, QString>, std::size_t> places; // by text and message
    for (const CodeEntry& code : m_codes.entries()) {
        const auto key = std::pair(code.text, code.result.entry.message);
        const auto known = places.constFind(key);
        if (known != places.cend() && sorted[*known].result.entry.resultClass == code.result.entry.resultClass) {
            sorted[*known].count += code.count;
            continue;
        }
        places.insert(key, sorted.size());
        sorted.push_back(code);
    }
    std::ranges::stable_sort(sorted, std::ranges::greater(), &CodeEntry::count);
    return sorted;
}

std::array<quint64, resultClassCount> LogSummary::classCounts() const
{
    std::array<quint64, resultClassCount> counts = {};
    for (const CodeEntry& code : m_codes.entries())
        counts[std::size_t(code.result.entry.resultClass)] += code.count;
    return counts;
}

void LogSummary::addFile(const QString& path, const RecordIndex& index, quint64 recordCount, quint64 malformedCount)
{
    FileSummary file;
    file.path = path;
    if (!index.parts().empty()) {
        const LogLayout& layout = *index.parts().front().block->layout;
        file.product = layout.product;
        file.format = formatKeyword(layout);
        file.log = layout.kind;
    }
    file.records = recordCount;
    file.malformed = malformedCount;
    m_files.push_back(file);
    m_recordCount += recordCount;
    m_malformedCount += malformedCount;
}

void LogSummary::addCodes(const CodeTable& table, std::span<const quint64> counts)
{
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const CodeEntry& code = table.entries()[i];
        if (counts[i] > 0)
            m_codes.add(code.text, code.log, counts[i]);
    }
}

void LogSummary::addTime(LogTime time, LogLayout::Clock clock)
{
    if (time == invalidTime)
        return;
    const QDateTime zoned = zonedTime(time, clock);
    if (!m_first.isValid() || zoned < m_first)
        m_first = zoned;
    if (!m_last.isValid() || zoned > m_last)
        m_last = zoned;
}

} // namespace TmgLens
