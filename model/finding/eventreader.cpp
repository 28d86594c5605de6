// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/eventreader.h"

#include "model/filter/recordmarks.h"
#include "model/filter/selectedrecords.h"
#include "model/finding/eventcells.h"
#include "model/finding/eventtest.h"
#include "model/source/readbuffer.h"

#include <algorithm>

namespace TmgLens {

namespace {

using Wanted = EventReader::Wanted;

// One wanted record in so many makes it worth while to find the fields of all at once.
constexpr std::size_t dense = 4;

/// Reads the events of one block.
class BlockEvents
{
public:
    BlockEvents(const IndexBlock& block, const std::vector<EventNeeds>& needs, std::vector<Event>& events)
        : m_block(block)
        , m_needs(needs)
        , m_events(events)
        , m_text(*block.layout)
        , m_cells(*block.layout)
    {
    }

    /// @p wanted ascend by record; fills the events at their places.
    std::expected<void, LoadError> fill(std::span<const Wanted> wanted)
    {
        const bool usesMarks = wanted.size() * dense > m_block.size() && FieldMarks::suit(*m_block.layout);
        return usesMarks ? fillMarked(wanted) : fillSelected(wanted);
    }

private:
    std::expected<void, LoadError> fillMarked(std::span<const Wanted> wanted)
    {
        const ReadBuffer buffer(m_block.end - m_block.begin);
        const auto available = m_block.source->read(m_block.begin, buffer.bytes());
        if (!available)
            return std::unexpected(available.error());
        const std::string_view bytes(buffer.bytes().data(), *available);
        Filter::RecordMarks marks(m_block, bytes);
        for (const auto& [record, place] : wanted) {
            const std::string_view recordBytes = recordIn(bytes, m_block, record);
            m_text.setBytes(recordBytes, marks.find(record, recordBytes));
            fill(place);
        }
        return {};
    }

    std::expected<void, LoadError> fillSelected(std::span<const Wanted> wanted)
    {
        std::vector<quint32> records(wanted.size());
        std::ranges::transform(wanted, records.begin(), &Wanted::record);
        auto next = wanted.begin();
        return Filter::visitSelected(m_block, records, [&](std::size_t, std::string_view bytes) {
            m_text.setBytes(bytes);
            fill((next++)->place);
            return true;
        });
    }

    void fill(std::size_t place)
    {
        Event& event = m_events[place];
        m_cells.fill(event, m_needs[qToUnderlying(event.code)], m_text);
    }

    const IndexBlock& m_block;
    const std::vector<EventNeeds>& m_needs; // by CodeIndex
    std::vector<Event>& m_events;
    Filter::RecordText m_text;
    EventCells m_cells;
};

} // namespace

EventReader::EventReader(const RecordIndex& index, const std::function<EventNeeds(const CodeEntry&)>& needs)
    : m_index(index)
{
    for (const CodeEntry& code : index.codes().entries()) {
        m_needs.push_back(needs(code));
        m_isSuccess.push_back(isSuccess(code));
    }
}

/// Where the part that has record @p number is among @p parts, added if need be; likely it is @p before.
std::size_t EventReader::partOf(quint32 number, std::size_t before, std::vector<PartOfEvents>& parts) const
{
    const auto has = [number](const PartOfEvents& candidate) {
        return number >= candidate.part->firstRecord
            && number - candidate.part->firstRecord < candidate.part->block->size();
    };
    if (before < parts.size() && has(parts[before]))
        return before;
    const auto known = std::ranges::find_if(parts, has);
    if (known != parts.end())
        return std::size_t(known - parts.begin());
    parts.push_back({.part = m_index.place(RecordNumber(number)).part});
    return parts.size() - 1;
}

std::expected<std::vector<Event>, LoadError> EventReader::read(std::span<const quint32> records) const
{
    std::vector<Event> events;
    events.reserve(records.size());
    std::vector<PartOfEvents> parts;
    std::size_t at = 0; // the part of the record before
    for (const quint32 number : records) {
        at = partOf(number, at, parts);
        const RecordIndex::Part& part = *parts[at].part;
        const quint32 record = number - part.firstRecord;
        const CodeIndex code = part.codes[qToUnderlying(part.block->code(record))];
        if (!m_needs[qToUnderlying(code)].isWanted)
            continue;
        const LogTime time = part.block->time(record);
        if (time == invalidTime)
            continue;
        Event& event = events.emplace_back(Event{.record = number, .code = code, .time = time});
        event.traits.setFlag(Trait::Success, m_isSuccess[qToUnderlying(code)]);
        parts[at].wanted.push_back({.record = record, .place = events.size() - 1});
    }
    for (auto& [part, wanted] : parts) {
        if (!std::ranges::is_sorted(wanted, {}, &Wanted::record))
            std::ranges::sort(wanted, {}, &Wanted::record);
        if (const auto filled = BlockEvents(*part->block, m_needs, events).fill(wanted); !filled)
            return std::unexpected(filled.error());
    }
    return events;
}

} // namespace TmgLens
