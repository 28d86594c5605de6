// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/findingsearch.h"

#include "model/filter/term.h"
#include "model/finding/explanations.h"
#include "model/finding/findingmachine.h"
#include "model/format/ipaddress.h"
#include "model/format/readablecell.h"
#include "model/index/recordreader.h"
#include "model/index/timeorder.h"
#include "model/source/threadorder.h"

#include <QThread>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <numeric>
#include <ranges>

namespace TmgLens {

namespace {

constexpr std::size_t fewestAtOnce = 2 * 1024; // logs that grow have small blocks
constexpr std::size_t recordsAtOnce = 32 * 1024; // their events are a few megabytes
constexpr std::size_t expectedAhead = 8; // events: so long it takes until memory has answered

/// Reads ahead on all processors, and hands over in order.
class EventQueue
{
public:
    EventQueue(const EventReader& reader, const RecordIndex& index, std::span<const quint32> records)
        : m_reader(reader)
        , m_index(index)
        , m_rest(records)
    {
        const int threads = std::max(QThread::idealThreadCount(), 1);
        m_pool.setMaxThreadCount(threads);
        m_portions.resize(std::size_t(threads) + 2); // one is handed over, and one is ready next
        for (Portion& portion : m_portions)
            readNext(portion);
    }
    ~EventQueue() { m_pool.waitForDone(); }
    EventQueue(const EventQueue&) = delete;
    EventQueue& operator=(const EventQueue&) = delete;

    [[nodiscard]] bool isEmpty() const { return m_portions[m_front].count == 0; }
    /// How many records have been handed over, whether they were events or not.
    [[nodiscard]] std::size_t taken() const { return m_taken; }
    /// The next events. Those that were taken before are gone.
    [[nodiscard]] std::expected<std::span<Event>, LoadError> take()
    {
        if (m_handedOver)
            readNext(*m_handedOver);
        m_handedOver = &m_portions[m_front];
        m_front = (m_front + 1) % m_portions.size();
        m_taken += m_handedOver->count;
        if (const auto read = m_handedOver->reading.takeResult(); !read)
            return std::unexpected(read.error());
        return m_handedOver->events;
    }

private:
    /// Records that are being read. Its memory is used again and again: fresh pages cost more than reading into them.
    struct Portion
    {
        std::size_t count = 0; // of the records; 0 if there are no more
        QFuture<std::expected<void, LoadError>> reading;
        std::vector<Event> events;
    };

    void readNext(Portion& portion)
    {
        portion.count = m_rest.empty() ? 0 : nextCount();
        if (portion.count == 0)
            return;
        const auto records = m_rest.first(portion.count);
        m_rest = m_rest.subspan(portion.count);
        portion.reading =
            QtConcurrent::run(&m_pool, [this, records, &portion] { return m_reader.read(records, portion.events); });
    }

    /// How many records are read next: those of a block, where they stand in a row, so that no block is read twice.
    [[nodiscard]] std::size_t nextCount() const
    {
        const quint32 first = m_rest.front();
        const RecordIndex::Part& part = *m_index.place(RecordNumber(first)).part;
        const std::size_t count = std::min(m_rest.size(), part.firstRecord + part.block->size() - first);
        const bool areInARow = m_rest[count - 1] - first == count - 1;
        return areInARow && count >= fewestAtOnce ? count : std::min(m_rest.size(), recordsAtOnce);
    }

    const EventReader& m_reader;
    const RecordIndex& m_index;
    std::span<const quint32> m_rest;
    std::vector<Portion> m_portions; // a ring
    std::size_t m_front = 0; // the one to be handed over next
    Portion* m_handedOver = nullptr;
    std::size_t m_taken = 0;
    QThreadPool m_pool; // of its own: the caller may be on a thread of the global one
};

/// The records of @p index from @p first on, by their times. There may be many, and so the order is used as it is.
std::vector<quint32> recordsFrom(quint32 first, const RecordIndex& index, const std::stop_token& stop)
{
    TimeOrder order = index.files().size() > 1 ? timeOrder(index, stop) : TimeOrder();
    if (order.isOrderOfFiles()) {
        std::vector<quint32> records(index.recordCount() - first);
        std::iota(records.begin(), records.end(), first);
        return records;
    }
    if (first > 0)
        std::erase_if(order.records, [first](quint32 record) { return record < first; });
    return std::move(order.records);
}

std::optional<FieldId> fieldOf(Attribute attribute)
{
    switch (attribute) {
    case Attribute::Client:
    case Attribute::Subnet:
        return FieldId::Client;
    case Attribute::Host:
        return FieldId::Host;
    case Attribute::Destination:
        return FieldId::Destination;
    case Attribute::User:
        return FieldId::User;
    case Attribute::Agent:
        return FieldId::Agent;
    case Attribute::Url:
        return FieldId::Url;
    case Attribute::Port:
        return FieldId::Port;
    case Attribute::Rule:
        return FieldId::Rule;
    case Attribute::Connection:
        break;
    }
    return {};
}

/// The values of the attributes in @p record, as the log writes them.
std::expected<decltype(Finding::names), LoadError> namesOf(const RecordIndex& index, quint32 record)
{
    const RecordIndex::Place place = index.place(RecordNumber(record));
    const LogLayout& layout = *place.part->block->layout;
    const auto bytes = readRecord(place);
    if (!bytes)
        return std::unexpected(bytes.error());
    Filter::RecordText text(layout);
    text.setBytes(toStringView(*bytes));
    const auto cell = [&](FieldId field) {
        const auto position = fieldPosition(layout, field);
        return position ? text.cell(*position) : std::string_view();
    };
    const auto nameIn = [&](FieldId field) {
        const auto position = fieldPosition(layout, field);
        const auto spelled = position && layout.isTable()
            ? textLogCell(text.cell(*position), layout.fields[*position], layout)
            : std::nullopt;
        return spelled.value_or(cellText(withoutPort(cell(field))));
    };
    decltype(Finding::names) names;
    for (std::size_t i = 0; i < attributeCount; ++i)
        if (const auto field = fieldOf(Attribute(i)))
            names[i] = nameIn(*field);
    const auto nameOf = [&names](Attribute attribute) -> QString& { return names[std::size_t(attribute)]; };
    if (isEmptyCell(cell(FieldId::Host)))
        nameOf(Attribute::Host) = nameOf(Attribute::Destination);
    const auto endpoint = parseEndpoint(cell(FieldId::Destination));
    if (endpoint && endpoint->port)
        nameOf(Attribute::Port) = QString::number(*endpoint->port);
    return names;
}

} // namespace

FindingSearch::FindingSearch(PatternsPointer patterns)
    : m_patterns(std::move(patterns))
    , m_machine(std::make_unique<FindingMachine>(*m_patterns))
{
}

FindingSearch::~FindingSearch() = default;
FindingSearch::FindingSearch(FindingSearch&&) noexcept = default;
FindingSearch& FindingSearch::operator=(FindingSearch&&) noexcept = default;

std::expected<void, LoadError> FindingSearch::goOn(const RecordIndex& index, const std::stop_token& stop,
                                                   const std::function<void(int)>& progress)
{
    return doBehindAwaitedWork([&] { return seeRecords(index, stop, progress); });
}

std::expected<void, LoadError> FindingSearch::seeRecords(const RecordIndex& index, const std::stop_token& stop,
                                                         const std::function<void(int)>& progress)
{
    m_machine->setCodes(index.codes());
    const EventReader reader(index, [this](const CodeEntry& code) { return m_machine->needs(code); });
    const std::vector<quint32> records = recordsFrom(m_end, index, stop);
    EventQueue queue(reader, index, records);
    while (!queue.isEmpty() && !stop.stop_requested()) {
        const auto events = queue.take();
        if (!events)
            return std::unexpected(events.error());
        for (std::size_t i = 0; i < events->size(); ++i) {
            if (i + expectedAhead < events->size())
                m_machine->expect((*events)[i + expectedAhead]);
            m_machine->see((*events)[i]);
        }
        if (progress)
            progress(int(100 * queue.taken() / records.size()));
    }
    m_end = index.recordCount();
    return {};
}

FindingsPointer FindingSearch::findings(const RecordIndex& index)
{
    auto result = std::make_shared<Findings>(Findings{.patterns = m_patterns, .findings = {}, .end = m_end});
    for (const auto& recognizer : m_machine->recognizers()) {
        result->leftOut += recognizer->leftOut();
        for (Incident& incident : recognizer->incidents()) {
            if (!incident.names) // of a record that cannot be read nobody knows any
                incident.names = namesOf(index, incident.firstRecord()).value_or(decltype(Finding::names)());
            Finding& finding = result->findings.emplace_back(incident.finding());
            finding.names = *incident.names;
        }
    }
    removeExplained(result->findings);
    std::ranges::stable_sort(result->findings, std::ranges::greater(), &Finding::severity);
    return result;
}

} // namespace TmgLens
