// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/logsummary.h"

#include "model/output/wording.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>

namespace TmgLens {

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
    const ZoneClock clock(block.serverZone); // shows the logged times again
    Reach& reach = beginBlock(block);
    for (const LogTime moment : {block.firstTime, block.lastTime})
        reach.add(&reach == &m_ofServers ? clock.wall(moment) : moment);
    addCounts(block.size(), block.malformedCount);
    m_wholeCount += block.size();
    addCodes(block, block.codeCounts);
}

void LogSummary::addRecords(const IndexBlock& block, std::span<const quint32> records)
{
    quint64 malformedCount = 0;
    std::vector<quint32> codeCounts(block.codeTexts.size());
    Reach& reach = beginBlock(block);
    const std::vector<quint32>& times = block.loggedTimes.empty() ? block.times : block.loggedTimes;
    for (const quint32 record : records) {
        malformedCount += block.flags(record) ? 1 : 0;
        ++codeCounts[qToUnderlying(block.code(record))];
        reach.add(IndexBlock::unpackedTime(times[record]));
    }
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

void LogSummary::Reach::add(LogTime time)
{
    if (time == invalidTime)
        return;
    first = first == invalidTime ? time : std::min(first, time);
    last = std::max(last, time);
}

/// Takes in what @p block tells of clocks, and returns what its times reach.
LogSummary::Reach& LogSummary::beginBlock(const IndexBlock& block)
{
    if (block.clockReading)
        m_zoneFinder.add(*block.clockReading);
    return block.loggedTimes.empty() ? m_ofUtc : m_ofServers;
}

QDateTime LogSummary::first() const
{
    const ZoneClock clock(m_zoneFinder.zone().zone);
    Reach reach = m_ofUtc;
    reach.add(clock.firstMoment(m_ofServers.first));
    return zonedTime(reach.first);
}

QDateTime LogSummary::last() const
{
    const ZoneClock clock(m_zoneFinder.zone().zone);
    Reach reach = m_ofUtc;
    reach.add(clock.firstMoment(m_ofServers.last));
    return zonedTime(reach.last);
}

std::optional<ServerZone> LogSummary::serverZone() const
{
    return m_ofServers.first == invalidTime ? std::nullopt : std::optional(m_zoneFinder.zone());
}

/// @p moment in UTC, or in the zone of servers if all times are theirs.
QDateTime LogSummary::zonedTime(LogTime moment) const
{
    if (moment == invalidTime)
        return {};
    const bool areServers = m_ofUtc.first == invalidTime;
    return QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count(),
                                         areServers ? m_zoneFinder.zone().zone : QTimeZone(QTimeZone::UTC));
}

} // namespace TmgLens
