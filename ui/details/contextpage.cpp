// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/contextpage.h"

#include "model/context/denyingrule.h"
#include "model/context/failedside.h"
#include "model/context/parties.h"
#include "model/context/trafficdirection.h"
#include "model/format/fieldcutter.h"
#include "model/query/findcode.h"
#include "model/table/readablevalue.h"
#include "ui/details/pageaddress.h"
#include "ui/details/pagewriter.h"
#include "ui/look/resultcolors.h"
#include "ui/look/visibletext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// The context of this page's sentences.
struct ContextPage
{
    Q_DECLARE_TR_FUNCTIONS(ContextPage)
};

constexpr auto recordLink = "tmglens:record/"_L1;
constexpr auto termLink = "tmglens:term/"_L1;
constexpr auto commandLink = "tmglens:command/"_L1;

constexpr qsizetype longestName = 100;
constexpr qsizetype longestReason = 1'000;
constexpr qsizetype longestResult = 100;
constexpr qsizetype longestWhat = 160;

QString countText(quint64 count)
{
    return QLocale().toString(qulonglong(count));
}

QString recordAddress(RecordNumber record)
{
    return recordLink + QString::number(qToUnderlying(record));
}

QString shown(const QString& name)
{
    return visibleText(name, longestName);
}

// -- What the record tells by itself ---------------------------------------------------------------------------------

void addFailedSide(std::vector<Fact>& facts, const ContextFacts& context)
{
    if (const auto failed = context.circumstances.errorInfo.and_then(failedSide))
        facts.push_back(
            {.name = ContextPage::tr("Failed on"), .detail = {}, .value = title(*failed), .note = advice(*failed)});
}

void addDirection(std::vector<Fact>& facts, const ContextFacts& context)
{
    const Circumstances& record = context.circumstances;
    if (const auto direction = trafficDirection(record.sourceNetwork, record.destinationNetwork))
        facts.push_back({.name = ContextPage::tr("Direction"),
                         .detail = {},
                         .value = shown(record.sourceNetwork) + u" \u2192 " + shown(record.destinationNetwork),
                         .note = describeDirection(*direction, context.meantClass)});
}

void addRule(std::vector<Fact>& facts, const ContextFacts& context)
{
    const QString& rule = context.circumstances.rule;
    if (!rule.isEmpty() && context.result.value && isDeniedByRule(*context.result.value))
        facts.push_back({.name = ContextPage::tr("Denied by"),
                         .detail = {},
                         .value = shown(rule),
                         .note = describeDenyingRule(rule)});
}

// -- Who else, and since when ----------------------------------------------------------------------------------------

/// The filters behind the links of the spread, in the order in which they are written.
std::vector<FilterExpression> spreadTerms(const CodeSpread& spread)
{
    std::vector<FilterExpression> terms;
    for (const CountedOthers* others : {&spread.clients, &spread.destinations}) {
        terms.push_back(others->term);
        for (const CountedOthers::Value& value : others->top)
            terms.push_back(value.term);
    }
    terms.push_back(spread.ownTerm);
    return terms;
}

/// Adds facts whose names lead to filters: the next one has number @p term.
void addOthers(std::vector<Fact>& facts, const CountedOthers& others, const QString& name, const QString& detail,
               int& term)
{
    const auto nextAddress = [&term]() -> QString { return termLink + QString::number(term++); };
    const QString address = nextAddress();
    Fact all{.name = name, .detail = detail, .value = ContextPage::tr("none"), .note = {}};
    if (others.distinct > 0) {
        all.value = ContextPage::tr("%1, in records: %2").arg(countText(others.distinct), countText(others.records));
        all.address = address;
    }
    facts.push_back(all);
    for (const CountedOthers::Value& value : others.top) // names are long, counts are not
        facts.push_back({.name = ContextPage::tr("%1 \u00D7").arg(countText(value.count)),
                         .detail = {},
                         .value = shown(value.text),
                         .note = {},
                         .address = nextAddress()});
    const quint64 unnamed = others.distinct - std::min<quint64>(others.distinct, others.top.size());
    if (unnamed > 0)
        facts.back().note = ContextPage::tr("and others: %1").arg(countText(unnamed));
}

void addOwn(std::vector<Fact>& facts, const ContextFacts& context, int term)
{
    const CodeSpread& spread = *context.spread;
    Fact own{.name = ContextPage::tr("Between these two"),
             .detail = ContextPage::tr("this client and this destination"),
             .value = ContextPage::tr("only this record has the code"),
             .note = {}};
    if (spread.ownRecords > 1) {
        own.value = ContextPage::tr("records with this code: %1").arg(countText(spread.ownRecords));
        own.address = termLink + QString::number(term);
    }
    facts.push_back(own);
    if (spread.ownRecords <= 1)
        return;
    facts.push_back({.name = ContextPage::tr("Since"),
                     .detail = ContextPage::tr("the first of them"),
                     .value = context.firstTime,
                     .note = {},
                     .address = recordAddress(spread.first)});
    facts.push_back({.name = ContextPage::tr("Until"),
                     .detail = ContextPage::tr("the last of them"),
                     .value = context.lastTime,
                     .note = {},
                     .address = recordAddress(spread.last)});
}

void addSpread(std::vector<Fact>& facts, const ContextFacts& context)
{
    const QString clients = ContextPage::tr("Other clients");
    const QString destinations = ContextPage::tr("Other destinations");
    if (context.spread) {
        int term = 0;
        addOthers(facts, context.spread->clients, clients, ContextPage::tr("with this code and destination"), term);
        addOthers(facts, context.spread->destinations, destinations, ContextPage::tr("of this client, with this code"),
                  term);
        addOwn(facts, context, term);
    } else if (!context.isSpreadKnown && context.failure.isEmpty()) {
        for (const QString& name : {clients, destinations, ContextPage::tr("Since")})
            facts.push_back({.name = name, .detail = {}, .value = ContextPage::tr("Counting\u2026"), .note = {}});
    }
}

void writeVerdict(PageWriter& page, const ContextFacts& context)
{
    if (!context.failure.isEmpty()) {
        page.addParagraph(context.failure, PageWriter::Tone::Quiet);
    } else if (context.isSpreadKnown && !context.spread) {
        page.addParagraph(
            ContextPage::tr("The record lacks a client, a destination or a code, so it cannot be compared "
                            "with others."),
            PageWriter::Tone::Quiet);
    } else if (context.spread && isProblem({.result = context.result})) {
        page.addParagraph(describeSpread(*context.spread));
    }
}

// -- Neighbours ------------------------------------------------------------------------------------------------------

QString lackText(Neighbours::Lack lack)
{
    switch (lack) {
    case Neighbours::Lack::Time:
        return ContextPage::tr("The record has no time, so it cannot be told what happened around it.");
    case Neighbours::Lack::Client:
        return ContextPage::tr("The record names no client, so it cannot be told what happened around it.");
    case Neighbours::Lack::Destination:
        return ContextPage::tr("The record names no destination, so it cannot be told what happened around it.");
    case Neighbours::Lack::Nothing:
        break;
    }
    return {};
}

QString neighboursText(const Neighbours& neighbours)
{
    const QString likeness = neighbours.likeness == Neighbours::Likeness::Pair
        ? ContextPage::tr("Same addresses and ports")
        : ContextPage::tr("Same client and destination");
    const QString reach =
        ContextPage::tr("%1, up to %2 before and after").arg(likeness, secondsText(neighbours.reach.count()));
    if (neighbours.total == 0)
        return ContextPage::tr("%1: no other record.").arg(reach);
    if (neighbours.total > neighbours.nearest.size())
        return ContextPage::tr("%1: the nearest %2 of %3 records.")
            .arg(reach, countText(neighbours.nearest.size()), countText(neighbours.total));
    return ContextPage::tr("%1. Other records: %2.").arg(reach, countText(neighbours.total));
}

QString distanceText(std::chrono::seconds distance)
{
    if (distance == std::chrono::seconds::zero())
        return ContextPage::tr("same second");
    const QString span = secondsText(std::chrono::abs(distance).count());
    return distance.count() < 0 ? ContextPage::tr("%1 before").arg(span) : ContextPage::tr("%1 after").arg(span);
}

void writeNeighbours(PageWriter& page, const ContextFacts& context)
{
    page.addHeading(ContextPage::tr("Before and after"));
    if (!context.neighbours) {
        if (context.failure.isEmpty())
            page.addParagraph(ContextPage::tr("Looking\u2026"), PageWriter::Tone::Quiet);
        return;
    }
    const Neighbours& neighbours = *context.neighbours;
    if (neighbours.lack != Neighbours::Lack::Nothing) {
        page.addParagraph(lackText(neighbours.lack), PageWriter::Tone::Quiet);
        return;
    }
    page.addParagraph(neighboursText(neighbours), PageWriter::Tone::Quiet);
    std::vector<Fact> facts;
    facts.reserve(neighbours.nearest.size());
    for (const Neighbour& neighbour : neighbours.nearest)
        facts.push_back({.name = distanceText(neighbour.distance),
                         .detail = {},
                         .value = visibleText(neighbour.result, longestResult),
                         .note = visibleText(neighbour.what, longestWhat),
                         .address = recordAddress(neighbour.record)});
    page.addFacts(facts);
}

// -- Commands --------------------------------------------------------------------------------------------------------

void writeCommands(PageWriter& page, const std::vector<DiagnosticCommand>& commands)
{
    if (commands.empty())
        return;
    page.addHeading(ContextPage::tr("Commands to copy"));
    QStringList withheld;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const DiagnosticCommand& command = commands[i];
        if (command.text.isEmpty())
            withheld += ContextPage::tr("%1: %2").arg(command.tool, command.note);
        else
            page.addCommand(command.text, command.note, ContextPage::tr("Copy %1").arg(command.tool),
                            commandLink + QString::number(i));
    }
    for (const QString& sentence : std::as_const(withheld))
        page.addParagraph(sentence, PageWriter::Tone::Quiet);
}

} // namespace

ContextFacts contextOf(const LogRecord& record, const CodeEntry& code)
{
    const std::string_view bytes = toStringView(record.bytes);
    const Parties parties = partiesOf(bytes, *record.layout);
    ContextFacts facts{.circumstances = circumstancesOf(bytes, *record.layout), .result = code.result};
    facts.meantClass = code.result.entry.resultClass;
    facts.commands = diagnosticCommands({.area = code.result.entry.area,
                                         .client = parties.client,
                                         .host = parties.host,
                                         .address = parties.destination,
                                         .port = parties.port,
                                         .transport = facts.circumstances.transport});
    return facts;
}

void writeFilterReason(PageWriter& page, const ContextFacts& facts)
{
    constexpr quint32 refusedByHttpFilter = 12217;
    constexpr quint32 refusedByReverseHttpFilter = 12317;
    const bool isRefusal =
        facts.result.value == refusedByHttpFilter || facts.result.value == refusedByReverseHttpFilter;
    if (isRefusal && !facts.circumstances.filterInfo.isEmpty())
        page.addCallout(ContextPage::tr("The filter's reason"),
                        {visibleText(facts.circumstances.filterInfo, longestReason)},
                        resultTint(facts.result.entry.resultClass, page.palette()));
}

void writeContext(PageWriter& page, const ContextFacts& facts)
{
    std::vector<Fact> lines;
    addFailedSide(lines, facts);
    addDirection(lines, facts);
    addRule(lines, facts);
    addSpread(lines, facts);
    page.addHeading(ContextPage::tr("In context"));
    writeVerdict(page, facts);
    page.addFacts(lines);
    writeNeighbours(page, facts);
    writeCommands(page, facts.commands);
}

std::optional<RecordNumber> recordOfAddress(const QString& address)
{
    return numberOfAddress(address, recordLink).transform([](quint32 number) { return RecordNumber(number); });
}

std::optional<FilterExpression> termOfAddress(const QString& address, const ContextFacts& facts)
{
    const auto number = numberOfAddress(address, termLink);
    const auto terms = facts.spread ? spreadTerms(*facts.spread) : std::vector<FilterExpression>();
    return number && *number < terms.size() ? std::optional(terms[*number]) : std::nullopt;
}

std::optional<DiagnosticCommand> commandOfAddress(const QString& address, const ContextFacts& facts)
{
    const auto number = numberOfAddress(address, commandLink);
    return number && *number < facts.commands.size() ? std::optional(facts.commands[*number]) : std::nullopt;
}

} // namespace TmgLens
