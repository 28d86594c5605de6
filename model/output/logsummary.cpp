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

void LogSummary::beginLog(const QString& path, const LogLayout& layout)
{
    m_files.push_back({.path = path, .product = layout.product, .format = formatKeyword(layout), .log = layout.kind});
    if (hasLocaleDates(layout)) {
        m_files.back().dateOrder = layout.dateOrder;
        m_files.back().isDateOrderGuessed = layout.isDateOrderGuessed;
    }
}

void LogSummary::addBlock(const IndexBlock& block)
{
    addTime(block.firstTime, block.layout->clock);
    addTime(block.lastTime, block.layout->clock);
    addCounts(block.size(), block.malformedCount);
    m_wholeCount += block.size();
    addCodes(block, block.codeCounts);
}

void LogSummary::addRecords(const IndexBlock& block, std::span<const quint32> records)
{
    quint64 malformedCount = 0;
    std::vector<quint32> codeCounts(block.codeTexts.size());
    LogTime earliest = invalidTime;
    LogTime latest = invalidTime;
    for (const quint32 record : records) {
        malformedCount += block.flags(record) ? 1 : 0;
        ++codeCounts[qToUnderlying(block.code(record))];
        const LogTime time = block.time(record);
        if (time != invalidTime && (earliest == invalidTime || time < earliest))
            earliest = time;
        latest = std::max(latest, time);
    }
    addTime(earliest, block.layout->clock);
    addTime(latest, block.layout->clock);
    addCounts(records.size(), malformedCount);
    m_wholeCount += block.size();
    addCodes(block, codeCounts);
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

void LogSummary::addCounts(quint64 recordCount, quint64 malformedCount)
{
    m_files.back().records += recordCount;
    m_files.back().malformed += malformedCount;
    m_recordCount += recordCount;
    m_malformedCount += malformedCount;
}

/// @p counts has one for each code text of @p block.
void LogSummary::addCodes(const IndexBlock& block, std::span<const quint32> counts)
{
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            m_codes.add(QByteArray::fromStdString(block.codeTexts[i]), block.codeLogs[i], counts[i]);
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
