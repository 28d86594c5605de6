// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/codespread.h"

#include "model/context/parties.h"
#include "model/facet/facetcounter.h"
#include "model/filter/exactvalue.h"
#include "model/format/fieldcutter.h"
#include "model/index/recordreader.h"

#include <QCoreApplication>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

using Records = std::vector<quint32>; // numbers of the document, ascending

constexpr std::size_t mostValues = 5;
constexpr std::size_t counterMemory = 16 * 1024 * 1024; // bytes

/// Context of the texts for translators.
struct CodeSpreadText
{
    Q_DECLARE_TR_FUNCTIONS(TmgLens::CodeSpreadText)
};

FilterExpression termOf(const Party& party)
{
    return Filter::valueTerm(party.field, {party.value});
}

/// The code of a record with those who have it.
struct Question
{
    FilterExpression code;
    Party client;
    Party destination;
};

std::expected<std::optional<Question>, LoadError> questionAbout(const RecordIndex& index, RecordNumber record)
{
    const RecordIndex::Place place = index.place(record);
    const auto bytes = readRecord(place);
    if (!bytes)
        return std::unexpected(bytes.error());
    const Parties parties = partiesOf(toStringView(*bytes), *place.part->block->layout);
    const CodeEntry& entry = index.codes().at(index.code(record));
    const Filter::FieldName codeField = Filter::fieldName(u"code"_s);
    const QString code = Filter::exactValue(codeField, entry);
    const auto client = clientParty(parties);
    const auto destination = destinationParty(parties, entry.log);
    if (!client || !destination || !Filter::isComparable(codeField, code))
        return std::nullopt;
    return Question{.code = Filter::valueTerm(codeField, {code}), .client = *client, .destination = *destination};
}

/// Looks for the answer to one question.
class SpreadCounter
{
public:
    SpreadCounter(const RecordIndex& index, const Question& question, const std::stop_token& stop)
        : m_index(index)
        , m_question(question)
        , m_stop(stop)
    {
    }

    std::expected<CodeSpread, LoadError> count()
    {
        const auto ofClient = recordsWith(m_question.client);
        if (!ofClient)
            return std::unexpected(ofClient.error());
        const auto toDestination = recordsWith(m_question.destination);
        if (!toDestination)
            return std::unexpected(toDestination.error());
        Records own;
        std::ranges::set_intersection(*ofClient, *toDestination, std::back_inserter(own));
        CodeSpread spread{.client = m_question.client.value, .destination = m_question.destination.value};
        if (!own.empty())
            tellOwn(own, spread);
        auto clients = countOthers(*toDestination, own, m_question.destination, m_question.client);
        if (!clients)
            return std::unexpected(clients.error());
        spread.clients = std::move(*clients);
        auto destinations = countOthers(*ofClient, own, m_question.client, m_question.destination);
        if (!destinations)
            return std::unexpected(destinations.error());
        spread.destinations = std::move(*destinations);
        return spread;
    }

private:
    [[nodiscard]] std::expected<Records, LoadError> recordsWith(const Party& party) const
    {
        const RecordFilter filter{.expression = FilterExpression::allOf({m_question.code, termOf(party)})};
        return matchRecords(m_index, filter, 0, m_stop);
    }

    void tellOwn(const Records& own, CodeSpread& spread) const
    {
        const auto momentOf = [&](quint32 number) {
            const RecordIndex::Place place = m_index.place(RecordNumber(number));
            return place.part->block->time(place.record);
        };
        spread.ownRecords = own.size();
        spread.ownTerm =
            FilterExpression::allOf({m_question.code, termOf(m_question.client), termOf(m_question.destination)});
        // A record without a time is neither first nor last, if there are others.
        LogTime first = LogTime::max();
        LogTime last = invalidTime;
        quint32 firstRecord = own.front();
        quint32 lastRecord = own.back();
        for (const quint32 number : own) {
            const LogTime moment = momentOf(number);
            if (moment == invalidTime)
                continue;
            if (moment < first) {
                first = moment;
                firstRecord = number;
            }
            if (moment >= last) {
                last = moment;
                lastRecord = number;
            }
        }
        spread.first = RecordNumber(firstRecord);
        spread.last = RecordNumber(lastRecord);
    }

    /// The values that the records of @p all without @p own, which have @p same in common, have in place of @p own one.
    [[nodiscard]] std::expected<CountedOthers, LoadError> countOthers(const Records& all, const Records& own,
                                                                      const Party& same, const Party& other) const
    {
        Records others;
        std::ranges::set_difference(all, own, std::back_inserter(others));
        const QString none;
        const FacetQuery query{.facets = {{.field = other.field, .pinned = {none}}},
                               .words = {},
                               .mostValues = mostValues,
                               .memoryLimit = counterMemory};
        const auto counted = countFacets(m_index, &others, query, m_stop);
        if (!counted)
            return std::unexpected(counted.error());
        CountedOthers answer{.distinct = counted->front().distinct, .records = counted->front().records};
        answer.term =
            FilterExpression::allOf({m_question.code, termOf(same), Filter::withoutValueTerm(other.field, other.value),
                                     Filter::withoutValueTerm(other.field, none)});
        for (const FacetValue& value : counted->front().values) {
            if (value.text.isEmpty()) { // nobody is no other
                answer.records -= value.count;
                answer.distinct -= value.count > 0 ? 1 : 0;
            } else if (Filter::isComparable(other.field, value.text)) {
                answer.top.push_back({.text = value.text,
                                      .count = value.count,
                                      .term = FilterExpression::allOf({m_question.code, termOf(same),
                                                                       Filter::valueTerm(other.field, {value.text})})});
            }
        }
        return answer;
    }

    const RecordIndex& m_index;
    const Question& m_question;
    const std::stop_token& m_stop;
};

} // namespace

std::expected<std::optional<CodeSpread>, LoadError> countSpread(const RecordIndex& index, RecordNumber record,
                                                                const std::stop_token& stop)
{
    const auto question = questionAbout(index, record);
    if (!question)
        return std::unexpected(question.error());
    if (!*question)
        return std::nullopt;
    return SpreadCounter(index, **question, stop).count();
}

QString describeSpread(const CodeSpread& spread)
{
    const bool hasOtherClients = spread.clients.distinct > 0;
    const bool hasOtherDestinations = spread.destinations.distinct > 0;
    if (hasOtherClients && hasOtherDestinations)
        return CodeSpreadText::tr(
            "Several clients have this code, and this one has it with several destinations: look "
            "at what all of them share, such as the line, name resolution or the firewall itself.");
    if (hasOtherClients)
        return CodeSpreadText::tr("Other clients have this code with this destination, and this client has it with no "
                                  "other: look at the destination, or at the rule for it.");
    if (hasOtherDestinations)
        return CodeSpreadText::tr(
            "Only this client has this code here, and it has it with other destinations too: look "
            "at the client, its programs, its user and the rules for them.");
    return CodeSpreadText::tr("Nobody else has this code with this destination, and this client has it with no other: "
                              "look at what these two do with each other.");
}

} // namespace TmgLens
