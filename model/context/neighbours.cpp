// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/neighbours.h"

#include "model/context/parties.h"
#include "model/filter/selectedrecords.h"
#include "model/format/fieldvalues.h"
#include "model/format/readablecell.h"

#include <algorithm>

namespace TmgLens {

using namespace std::chrono_literals;

namespace {

using Lack = Neighbours::Lack;
using Likeness = Neighbours::Likeness;

constexpr auto reachInWebLogs = 30s;
constexpr auto reachInOtherLogs = 2min;
constexpr std::size_t longestWhat = 300; // bytes of a cell
constexpr std::size_t recordsBetweenStops = 4096;

QString textOf(FieldId id, Filter::RecordText& text)
{
    const LogLayout& layout = text.layout();
    const auto field = fieldPosition(layout, id);
    if (!field)
        return {};
    const std::string_view cell = text.cell(*field);
    return isEmptyCell(cell) ? QString() : cellText(cell.substr(0, longestWhat));
}

/// The product's own phrase for an action: `Closed Connection`.
QString actionOf(Filter::RecordText& text)
{
    const QString action = textOf(FieldId::Action, text);
    const auto field = fieldPosition(text.layout(), FieldId::Action);
    if (!field)
        return {};
    const QString name = QString::fromUtf8(text.layout().fields[*field].name);
    const auto meaning = explainFieldValue(name, action, text.layout().kind);
    return meaning && !meaning->viewerName.isEmpty() ? meaning->viewerName : action;
}

QString whatHappened(Filter::RecordText& text)
{
    const QString url = textOf(FieldId::Url, text);
    const QString front = url.isEmpty() ? actionOf(text) : textOf(FieldId::Method, text);
    const QString back = url.isEmpty() ? textOf(FieldId::Protocol, text) : url;
    return QString(front + u' ' + back).trimmed();
}

class NeighbourFinder
{
public:
    NeighbourFinder(const RecordIndex& index, RecordNumber record, const std::stop_token& stop)
        : m_index(index)
        , m_record(record)
        , m_stop(stop)
    {
    }

    std::expected<Neighbours, LoadError> find()
    {
        if (const auto known = readRecordItself(); !known)
            return std::unexpected(known.error());
        for (const RecordIndex::Part& part : m_index.parts()) {
            if (m_answer.lack != Lack::Nothing || m_stop.stop_requested())
                break;
            if (const auto read = readPart(part); !read)
                return std::unexpected(read.error());
        }
        keepNearest();
        std::ranges::sort(m_answer.nearest, {},
                          [](const Neighbour& neighbour) { return std::pair(neighbour.distance, neighbour.record); });
        return std::move(m_answer);
    }

private:
    std::expected<void, LoadError> readRecordItself()
    {
        const RecordIndex::Place place = m_index.place(m_record);
        const auto bytes = readRecord(place);
        if (!bytes)
            return std::unexpected(bytes.error());
        m_log = m_index.codes().at(m_index.code(m_record)).log;
        m_parties = partiesOf(toStringView(*bytes), *place.part->block->layout);
        m_moment = place.part->block->time(place.record);
        m_answer.likeness = m_log == LogKind::Web ? Likeness::ClientAndDestination : Likeness::Pair;
        m_answer.reach = m_log == LogKind::Web ? reachInWebLogs : reachInOtherLogs;
        m_answer.lack = lack();
        return {};
    }

    [[nodiscard]] Lack lack() const
    {
        if (m_moment == invalidTime)
            return Lack::Time;
        if (m_parties.client.isEmpty())
            return Lack::Client;
        return destinationParty(m_parties, m_log) ? Lack::Nothing : Lack::Destination;
    }

    std::expected<void, LoadError> readPart(const RecordIndex::Part& part)
    {
        const IndexBlock& block = *part.block;
        const std::vector<quint32> near = recordsNear(block);
        Filter::RecordText text(*block.layout);
        const PartiesReader reader(*block.layout);
        return Filter::visitSelected(block, near, [&](std::size_t record, std::string_view bytes) {
            text.setBytes(bytes);
            if (isLike(reader.read(text)))
                add(part, record, text);
            return record % recordsBetweenStops != 0 || !m_stop.stop_requested();
        });
    }

    /// Those of @p block that are near enough in time.
    [[nodiscard]] std::vector<quint32> recordsNear(const IndexBlock& block)
    {
        if (block.firstTime == invalidTime || !mayBeNear(block))
            return {};
        std::vector<quint32> near;
        for (std::size_t i = 0; i < block.size(); ++i) {
            const LogTime moment = block.time(i);
            if (moment != invalidTime && std::chrono::abs(moment - m_moment) <= m_answer.reach)
                near.push_back(quint32(i));
        }
        return near;
    }

    [[nodiscard]] bool mayBeNear(const IndexBlock& block) const
    {
        return block.firstTime <= m_moment + m_answer.reach && block.lastTime >= m_moment - m_answer.reach;
    }

    [[nodiscard]] bool isLike(const Parties& other) const
    {
        if (other.client != m_parties.client)
            return false;
        if (m_answer.likeness == Likeness::Pair)
            return other.clientPort == m_parties.clientPort && other.destination == m_parties.destination
                && other.port == m_parties.port;
        return m_parties.host.isEmpty() ? other.destination == m_parties.destination : other.host == m_parties.host;
    }

    void add(const RecordIndex::Part& part, std::size_t record, Filter::RecordText& text)
    {
        const auto number = RecordNumber(part.firstRecord + quint32(record));
        if (number == m_record)
            return;
        ++m_answer.total;
        const CodeEntry& code = m_index.codes().at(part.codes[qToUnderlying(part.block->code(record))]);
        m_answer.nearest.push_back({.record = number,
                                    .distance = part.block->time(record) - m_moment,
                                    .result = withTitle(cellText(toStringView(code.text)), code),
                                    .what = whatHappened(text)});
        if (m_answer.nearest.size() == 2 * mostNeighbours)
            keepNearest();
    }

    void keepNearest()
    {
        std::vector<Neighbour>& nearest = m_answer.nearest;
        if (nearest.size() <= mostNeighbours)
            return;
        const auto here = qToUnderlying(m_record);
        std::ranges::nth_element(nearest, nearest.begin() + mostNeighbours, {}, [here](const Neighbour& neighbour) {
            const auto there = qToUnderlying(neighbour.record);
            return std::pair(std::chrono::abs(neighbour.distance), here < there ? there - here : here - there);
        });
        nearest.resize(mostNeighbours);
    }

    const RecordIndex& m_index;
    const RecordNumber m_record;
    const std::stop_token& m_stop;
    LogKind m_log = LogKind::Unknown;
    Parties m_parties;
    LogTime m_moment = invalidTime;
    Neighbours m_answer;
};

} // namespace

std::expected<Neighbours, LoadError> findNeighbours(const RecordIndex& index, RecordNumber record,
                                                    const std::stop_token& stop)
{
    return NeighbourFinder(index, record, stop).find();
}

} // namespace TmgLens
