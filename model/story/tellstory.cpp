// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/story/tellstory.h"

#include "model/filter/filtermatcher.h"
#include "model/filter/selectedrecords.h"
#include "model/story/stepjoiner.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace TmgLens {

namespace {

// So many are read at once. Blocks hold about as many, and each is read again for each such portion of it.
constexpr std::size_t portion = 16'384;

struct Dated
{
    LogTime moment;
    quint32 record;
};

/// @p records in the order of their moments, without those that have none.
std::vector<Dated> inOrderOfMoments(const RecordIndex& index, const std::vector<quint32>& records)
{
    std::vector<Dated> dated;
    dated.reserve(records.size());
    for (const quint32 record : records) {
        const RecordIndex::Place place = index.place(RecordNumber(record));
        if (const LogTime moment = place.part->block->time(place.record); moment != invalidTime)
            dated.push_back({.moment = moment, .record = record});
    }
    if (!std::ranges::is_sorted(dated, {}, &Dated::moment))
        std::ranges::stable_sort(dated, {}, &Dated::moment);
    return dated;
}

/// Reads portions of records, each in the order in which it is given.
class PortionReader
{
public:
    PortionReader(const RecordIndex& index, const std::stop_token& stop) : m_index(index), m_stop(stop) {}

    std::expected<std::vector<StoryRecord>, LoadError> read(std::span<const Dated> dated)
    {
        std::vector<StoryRecord> records(dated.size());
        std::vector<std::size_t> places(dated.size()); // in the order of the records' numbers
        std::iota(places.begin(), places.end(), 0);
        const auto numberOf = [&](std::size_t place) { return dated[place].record; };
        std::ranges::sort(places, {}, numberOf);
        for (auto rest = std::span<const std::size_t>(places); !rest.empty() && !m_stop.stop_requested();) {
            const RecordIndex::Part& part = *m_index.place(RecordNumber(numberOf(rest.front()))).part;
            const auto isOfPart = [&](std::size_t place) {
                return numberOf(place) - part.firstRecord < part.block->size();
            };
            const auto end = std::ranges::partition_point(rest, isOfPart);
            const auto ofPart = rest.first(std::size_t(end - rest.begin()));
            if (const auto known = readPart(part, ofPart, dated, records); !known)
                return std::unexpected(known.error());
            rest = rest.subspan(ofPart.size());
        }
        return records;
    }

private:
    std::expected<void, LoadError> readPart(const RecordIndex::Part& part, std::span<const std::size_t> places,
                                            std::span<const Dated> dated, std::vector<StoryRecord>& records) const
    {
        const IndexBlock& block = *part.block;
        std::vector<quint32> inBlock(places.size());
        std::ranges::transform(places, inBlock.begin(),
                               [&](std::size_t place) { return dated[place].record - part.firstRecord; });
        Filter::RecordText text(*block.layout);
        const StoryRecordReader reader(*block.layout);
        auto next = places.begin();
        return Filter::visitSelected(block, inBlock, [&](std::size_t record, std::string_view bytes) {
            const std::size_t place = *next++;
            StoryRecord& read = records[place];
            read.number = RecordNumber(dated[place].record);
            read.moment = dated[place].moment;
            read.code = part.codes[qToUnderlying(block.code(record))];
            const CodeEntry& code = m_index.codes().at(read.code);
            read.log = code.log;
            text.setBytes(bytes);
            reader.read(text, code, read);
            return true;
        });
    }

    const RecordIndex& m_index;
    const std::stop_token& m_stop;
};

} // namespace

std::expected<Story, LoadError> tellStory(const RecordIndex& index, const StorySubject& subject,
                                          const std::stop_token& stop)
{
    const auto matched = matchRecords(index, {.expression = subject.term}, 0, stop);
    if (!matched)
        return std::unexpected(matched.error());
    const std::vector<Dated> dated = inOrderOfMoments(index, *matched);
    StepJoiner joiner(index.codes());
    PortionReader reader(index, stop);
    for (auto rest = std::span<const Dated>(dated); !rest.empty() && !stop.stop_requested();) {
        const auto now = rest.first(std::min(rest.size(), portion));
        const auto records = reader.read(now);
        if (!records)
            return std::unexpected(records.error());
        for (const StoryRecord& record : *records) {
            if (record.moment != invalidTime) // where reading was stopped
                joiner.add(record);
        }
        rest = rest.subspan(now.size());
    }
    Story story = joiner.finish();
    story.undated = matched->size() - dated.size();
    story.records += story.undated;
    return story;
}

} // namespace TmgLens
