// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/story/stepterm.h"

#include "model/filter/exactvalue.h"
#include "model/filter/timerange.h"
#include "model/story/connectionterm.h"

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A value that was cut stands in no record.
void addParty(QList<FilterExpression>& terms, const std::optional<Party>& party)
{
    if (party && party->value.size() < longestStoryText)
        terms.append(Filter::valueTerm(party->field, {party->value}));
}

void addCode(QList<FilterExpression>& terms, const CodeEntry& code)
{
    const Filter::FieldName field = Filter::fieldName(u"code"_s);
    if (const QString value = Filter::exactValue(field, code); Filter::isComparable(field, value))
        terms.append(Filter::valueTerm(field, {value}));
}

FilterExpression timeTerm(const RecordIndex& index, const StoryStep& step)
{
    const LogTime begin = index.time(step.first);
    return withTimeRange({}, Filter::Times{.begin = begin, .end = index.time(step.last) + 1s}, index.clock());
}

} // namespace

FilterExpression stepTerm(const RecordIndex& index, const StorySubject& subject, const StoryStep& step)
{
    const RecordIndex::Place place = index.place(step.first);
    QList<FilterExpression> terms;
    if (step.kind == StoryStep::Kind::Connection)
        terms = connectionTerm(step.parties, step.transport, *place.part->block->layout).terms();
    if (terms.isEmpty()) {
        terms = subject.term.terms();
        if (subject.kind != StorySubject::Kind::Client)
            addParty(terms, clientParty(step.parties));
        if (subject.kind != StorySubject::Kind::Host)
            addParty(terms, destinationParty(step.parties, step.log));
        if (step.kind == StoryStep::Kind::Series)
            addCode(terms, index.codes().at(step.code));
    }
    terms += timeTerm(index, step).terms();
    return FilterExpression::allOf(terms);
}

} // namespace TmgLens
