// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/clientgaps.h"

#include "model/index/timeorder.h"
#include "model/table/sortvalues.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace TmgLens {

namespace {

qint32 gapBetween(LogTime before, LogTime now)
{
    constexpr qint64 longest = std::numeric_limits<qint32>::max();
    return before == invalidTime ? noGap : qint32(std::clamp<qint64>((now - before).count(), -longest, longest));
}

/// For each record the number of its client, from 1 on; 0 where it has none.
std::vector<quint32> clientNumbers(const RecordIndex& index, const std::vector<SortValues>& clients)
{
    std::vector<quint32> numbers;
    numbers.reserve(index.recordCount());
    std::unordered_map<std::string_view, quint32> known;
    for (const SortValues& block : clients) {
        std::vector<quint32> numberOf(block.size() + 1); // the map is asked once a client and block, not once a record
        for (std::size_t value = 1; value <= block.size(); ++value)
            numberOf[value] = known.try_emplace(block.at(value), quint32(known.size() + 1)).first->second;
        for (const quint32 value : block.valueOfRecord)
            numbers.push_back(numberOf[value]);
    }
    return numbers;
}

/// Goes through the records of a document in the order of their times, and measures.
class GapMeter
{
public:
    GapMeter(const RecordIndex& index, std::vector<quint32> clients)
        : m_index(index)
        , m_clients(std::move(clients))
        , m_lastTimes(m_clients.empty() ? 1 : std::ranges::max(m_clients) + 1, invalidTime)
        , m_gaps(m_clients.size(), noGap)
    {
    }

    [[nodiscard]] ClientGaps measure()
    {
        const TimeOrder order = m_index.files().size() > 1 ? timeOrder(m_index) : TimeOrder();
        if (order.isOrderOfFiles()) {
            for (quint32 record = 0; record < m_clients.size(); ++record)
                add(record);
        }
        for (const quint32 record : order.records)
            add(record);
        return std::move(m_gaps);
    }

private:
    void add(quint32 record)
    {
        const LogTime now = timeOf(record);
        const quint32 client = m_clients[record];
        if (client == 0 || now == invalidTime)
            return;
        m_gaps[record] = gapBetween(m_lastTimes[client], now);
        m_lastTimes[client] = now;
    }

    LogTime timeOf(quint32 record)
    {
        if (!m_part || record < m_part->firstRecord || record - m_part->firstRecord >= m_part->block->size())
            m_part = m_index.place(RecordNumber(record)).part;
        return m_part->block->time(record - m_part->firstRecord);
    }

    const RecordIndex& m_index;
    std::vector<quint32> m_clients; // by record
    std::vector<LogTime> m_lastTimes; // by client
    ClientGaps m_gaps;
    const RecordIndex::Part* m_part = nullptr; // of the record before
};

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
    if (stop.stop_requested())
        return ClientGaps();
    return GapMeter(index, clientNumbers(index, *clients)).measure();
}

} // namespace TmgLens
