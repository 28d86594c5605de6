// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/clientgaps.h"

#include "model/table/sortvalues.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace TmgLens {

namespace {

/// The latest time of each client up to some record.
using LastTimes = std::unordered_map<std::string_view, LogTime>;

qint32 gapBetween(LogTime before, LogTime now)
{
    constexpr qint64 longest = std::numeric_limits<qint32>::max();
    return before == invalidTime ? noGap : qint32(std::clamp<qint64>((now - before).count(), -longest, longest));
}

/// Adds the gaps of the records of @p block, whose clients are @p clients.
void addGaps(const IndexBlock& block, const SortValues& clients, LastTimes& lastTimes, ClientGaps& gaps)
{
    std::vector<LogTime*> lastOf(clients.size() + 1); // the map is asked once a client and block, not once a record
    for (std::size_t number = 1; number <= clients.size(); ++number)
        lastOf[number] = &lastTimes.try_emplace(clients.at(number), invalidTime).first->second;
    for (std::size_t record = 0; record < block.size(); ++record) {
        LogTime* last = lastOf[clients.valueOfRecord[record]];
        const LogTime now = block.time(record);
        const bool isKnown = last && now != invalidTime;
        gaps.push_back(isKnown ? gapBetween(*last, now) : noGap);
        if (isKnown)
            *last = now;
    }
}

} // namespace

std::expected<ClientGaps, LoadError> clientGaps(const RecordIndex& index, const std::stop_token& stop,
                                                const std::function<void(int)>& progress)
{
    const auto column = index.columns().find(FieldId::Client);
    if (!column)
        return ClientGaps(index.recordCount(), noGap);
    std::vector<quint32> all(index.recordCount());
    std::iota(all.begin(), all.end(), 0U);
    const auto clients = readSortValues(index, all, *column, stop, progress);
    if (!clients)
        return std::unexpected(clients.error());
    ClientGaps gaps;
    if (stop.stop_requested())
        return gaps;
    gaps.reserve(index.recordCount());
    LastTimes lastTimes;
    auto next = clients->begin();
    for (const RecordIndex::Part& part : index.parts()) {
        if (part.block->size() > 0)
            addGaps(*part.block, *next++, lastTimes, gaps);
    }
    return gaps;
}

} // namespace TmgLens
