// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/story/storysubject.h"

#include "model/context/parties.h"
#include "model/filter/exactvalue.h"
#include "model/story/connectionterm.h"
#include "model/story/storyrecord.h"

#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

using Kind = StorySubject::Kind;

StorySubject subjectOf(Kind kind, const Party& party)
{
    return {.kind = kind, .name = party.value, .term = Filter::valueTerm(party.field, {party.value})};
}

/// The connection from either of its ends: late packets come from the other one.
FilterExpression bothWays(const Parties& parties, const QString& transport, const LogLayout& layout)
{
    Parties back = parties;
    std::swap(back.client, back.destination);
    std::swap(back.clientPort, back.port);
    FilterExpression there = connectionTerm(parties, transport, layout);
    const FilterExpression again = connectionTerm(back, transport, layout);
    if (there.isEmpty() || there == again)
        return there;
    return FilterExpression::parse(QString(there.toString() + " OR "_L1 + again.toString())).value_or(there);
}

QString endText(const QString& address, const QString& port)
{
    return (address.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address, port);
}

QString connectionName(const Parties& parties, const QString& transport)
{
    const QString ends =
        endText(parties.client, parties.clientPort) + u" \u2192 "_s + endText(parties.destination, parties.port);
    return transport.isEmpty() ? ends : QString(transport + u' ' + ends);
}

} // namespace

std::vector<StorySubject> storySubjects(std::string_view record, const LogLayout& layout, LogKind log)
{
    Filter::RecordText text(layout);
    text.setBytes(record);
    const Parties parties = PartiesReader(layout).read(text);
    std::vector<StorySubject> subjects;
    if (const auto client = clientParty(parties))
        subjects.push_back(subjectOf(Kind::Client, *client));
    if (const auto host = destinationParty(parties, log))
        subjects.push_back(subjectOf(Kind::Host, *host));
    const Filter::FieldName userField = Filter::fieldName(u"user"_s);
    const QString user = textOfField(FieldId::User, text);
    if (isNamedUser(user) && Filter::isComparable(userField, user))
        subjects.push_back(subjectOf(Kind::User, {.field = userField, .value = user}));
    const QString transport = textOfField(FieldId::Transport, text);
    if (const FilterExpression term = bothWays(parties, transport, layout); log != LogKind::Web && !term.isEmpty())
        subjects.push_back({.kind = Kind::Connection, .name = connectionName(parties, transport), .term = term});
    return subjects;
}

} // namespace TmgLens
