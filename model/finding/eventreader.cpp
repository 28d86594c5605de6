// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/eventreader.h"

#include "model/filter/recordmarks.h"
#include "model/filter/selectedrecords.h"
#include "model/finding/eventcells.h"
#include "model/finding/eventtest.h"
#include "model/source/readbuffer.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace TmgLens {

namespace {

// One wanted record in so many makes it worth while to find the fields of all at once.
constexpr std::size_t dense = 4;

bool holds(const RecordIndex::Part& part, quint32 number)
{
    return number >= part.firstRecord && number - part.firstRecord < part.block->size();
}

/// Reads what is needed of the cells of one block.
class BlockEvents
{
public:
    BlockEvents(const RecordIndex::Part& part, const std::vector<EventNeeds>& needs, std::vector<Event>& events)
        : m_block(*part.block)
        , m_firstRecord(part.firstRecord)
        , m_needs(needs)
        , m_events(events)
        , m_text(*m_block.layout)
        , m_cells(*m_block.layout)
    {
    }

    /// Fills the events at @p places, which ascend by record.
    std::expected<void, LoadError> fill(std::span<const quint32> places)
    {
        const bool usesMarks = places.size() * dense > m_block.size() && FieldMarks::suit(*m_block.layout);
        return usesMarks ? fillMarked(places) : fillSelected(places);
    }

private:
    std::expected<void, LoadError> fillMarked(std::span<const quint32> places)
    {
        const ReadBuffer buffer(m_block.end - m_block.begin, m_block.begin);
        const auto bytes = buffer.readFrom(*m_block.source);
        if (!bytes)
            return std::unexpected(bytes.error());
        Filter::RecordMarks marks(m_block, *bytes);
        for (const quint32 place : places) {
            const std::string_view recordBytes = recordIn(*bytes, m_block, record(place));
            m_text.setBytes(recordBytes, marks.find(record(place), recordBytes));
            fill(m_events[place]);
        }
        return {};
    }

    std::expected<void, LoadError> fillSelected(std::span<const quint32> places)
    {
        std::vector<quint32> records(places.size());
        std::ranges::transform(places, records.begin(), [this](quint32 place) { return record(place); });
        auto next = places.begin();
        return Filter::visitSelected(m_block, records, [&](std::size_t, std::string_view bytes) {
            m_text.setBytes(bytes);
            fill(m_events[*next++]);
            return true;
        });
    }

    /// The record of the event at @p place, within the block.
    [[nodiscard]] quint32 record(quint32 place) const { return m_events[place].record - m_firstRecord; }
    void fill(Event& event) { m_cells.fill(event, m_needs[qToUnderlying(event.code)], m_text); }

    const IndexBlock& m_block;
    quint32 m_firstRecord;
    const std::vector<EventNeeds>& m_needs; // by CodeIndex
    std::vector<Event>& m_events;
    Filter::RecordText m_text;
    EventCells m_cells;
};

/// Where the events are that have been made of records, by the records.
std::vector<quint32> placesByRecord(const std::vector<Event>& events)
{
    const auto recordAt = [&events](quint32 place) { return events[place].record; };
    std::vector<quint32> places(events.size());
    std::iota(places.begin(), places.end(), 0U);
    if (!std::ranges::is_sorted(places, {}, recordAt))
        std::ranges::sort(places, {}, recordAt);
    return places;
}

} // namespace

EventReader::EventReader(const RecordIndex& index, const std::function<EventNeeds(const CodeEntry&)>& needs)
    : m_index(index)
{
    for (const CodeEntry& code : index.codes().entries()) {
        m_needs.push_back(needs(code));
        m_isSuccess.push_back(isSuccess(code));
    }
}

void EventReader::addEvent(quint32 number, const RecordIndex::Part& part, std::vector<Event>& events) const
{
    const quint32 record = number - part.firstRecord;
    const CodeIndex code = part.codes[qToUnderlying(part.block->code(record))];
    const LogTime time = part.block->time(record);
    if (!m_needs[qToUnderlying(code)].isWanted || time == invalidTime)
        return;
    Event& event = events.emplace_back(Event{.record = number, .code = code, .time = time});
    event.traits.setFlag(Trait::Success, m_isSuccess[qToUnderlying(code)]);
}

std::expected<void, LoadError> EventReader::read(std::span<const quint32> records, std::vector<Event>& events) const
{
    events.clear();
    events.reserve(std::bit_ceil(records.size())); // the next portion may be a little larger
    const RecordIndex::Part* part = nullptr;
    for (const quint32 number : records) {
        if (!part || !holds(*part, number))
            part = m_index.place(RecordNumber(number)).part;
        addEvent(number, *part, events);
    }
    const std::vector<quint32> places = placesByRecord(events);
    for (std::span<const quint32> rest = places; !rest.empty();) {
        part = m_index.place(RecordNumber(events[rest.front()].record)).part;
        const auto behind =
            std::ranges::partition_point(rest, [&](quint32 place) { return holds(*part, events[place].record); });
        const auto count = std::size_t(behind - rest.begin());
        if (const auto filled = BlockEvents(*part, m_needs, events).fill(rest.first(count)); !filled)
            return filled;
        rest = rest.subspan(count);
    }
    return {};
}

} // namespace TmgLens
