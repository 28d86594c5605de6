// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/findingmachine.h"

#include <algorithm>

namespace TmgLens {

namespace {

constexpr std::size_t mostKinds = 4096; // a log may be made to have many

/// What @p pattern looks at in events that pass @p test.
void addNeeds(const Pattern& pattern, const EventTest& test, EventNeeds& needs)
{
    needs.isWanted = true;
    needs.sides = needs.sides || test.from || test.to;
    needs.traits |= test.with | test.without;
    if (needs.hasAny(Trait::NamedUser))
        needs.add(Attribute::User);
    if (needs.hasAny(Trait::AddressAsHost) || needs.hasAny(Trait::PlainHost))
        needs.add(Attribute::Host);
    if (!test.ports.empty())
        needs.add(Attribute::Port);
    if (test.asksForConnection())
        needs.add(Attribute::Connection);
    for (const auto& attributes : {pattern.key, pattern.counted})
        for (const Attribute attribute : attributes)
            needs.add(attribute);
    for (const auto& limits : {pattern.atLeast, pattern.atMost})
        for (const AttributeLimit& limit : limits)
            needs.add(limit.attribute);
}

} // namespace

FindingMachine::FindingMachine(const std::vector<Pattern>& patterns)
{
    for (const Pattern& pattern : patterns) {
        Recognizer& recognizer = *m_recognizers.emplace_back(recognizerFor(pattern));
        // What must be there, or must not, is looked at before what it decides about.
        addRoutes(recognizer, pattern.besides, EventRole::Besides);
        addRoutes(recognizer, pattern.unless, EventRole::Unless);
        addRoutes(recognizer, pattern.events, EventRole::Event);
        addRoutes(recognizer, pattern.followers, EventRole::Follower);
        if (pattern.kind == Pattern::Kind::Logon)
            m_deriving.push_back(&recognizer);
    }
}

void FindingMachine::addRoutes(Recognizer& recognizer, const std::vector<EventTest>& tests, EventRole role)
{
    for (std::size_t i = 0; i < tests.size(); ++i) {
        m_routes.push_back({.recognizer = &recognizer,
                            .test = &tests[i],
                            .role = role,
                            .asksForMore = tests[i].asksForMore(),
                            .number = i});
    }
}

EventNeeds FindingMachine::needs(const CodeEntry& code) const
{
    EventNeeds needs;
    for (const Route& route : m_routes)
        if (route.test->acceptsCode(code))
            addNeeds(route.recognizer->pattern(), *route.test, needs);
    ConnectionMemory::addNeeds(code, needs);
    return needs;
}

void FindingMachine::setCodes(const CodeTable& codes)
{
    m_codes = codes;
    m_routesOfKind.clear();
    m_countsClients.clear();
    for (const CodeEntry& code : codes.entries())
        m_countsClients.push_back(countsClients(code));
}

bool FindingMachine::countsClients(const CodeEntry& code) const
{
    return std::ranges::any_of(m_recognizers, [&code](const auto& recognizer) {
        const Pattern& pattern = recognizer->pattern();
        return pattern.clientShare > 0 && pattern.events.front().log.value_or(code.log) == code.log;
    });
}

/// The routes of those events that are like @p event in what is looked at first.
const std::vector<FindingMachine::Route>& FindingMachine::routesFor(const Event& event)
{
    const Fingerprint kind = (quint64(qToUnderlying(event.code)) + 1) << 32 | quint64(event.traits.toInt()) << 16
        | quint64(qToUnderlying(event.from)) << 8 | qToUnderlying(event.to);
    if (const auto* known = m_routesOfKind.find(kind))
        return *known;
    if (m_routesOfKind.size() == mostKinds)
        m_routesOfKind.clear();
    const bool isDerived = event.traits.testFlag(Trait::LogonFailed);
    const auto isTaken = [&](const Route& route) {
        return route.test->with.testFlag(Trait::LogonFailed) == isDerived
            && route.test->acceptsCode(m_codes.at(event.code)) && route.test->acceptsKind(event);
    };
    auto& routes = m_routesOfKind.insert(kind);
    std::ranges::copy_if(m_routes, std::back_inserter(routes), isTaken);
    return routes;
}

void FindingMachine::see(Event& event)
{
    m_connections.follow(event, m_codes.at(event.code));
    m_surroundings.see(event, m_countsClients[qToUnderlying(event.code)]);
    follow(event, routesFor(event));
    seeDerived(event.time);
}

void FindingMachine::follow(const Event& event, const std::vector<Route>& routes)
{
    for (const Route& route : routes)
        if (!route.asksForMore || route.test->accepts(event))
            route.recognizer->see(event, route.role, route.number, m_surroundings);
}

void FindingMachine::seeDerived(LogTime now)
{
    for (Recognizer* const recognizer : m_deriving)
        recognizer->takeDerived(now, m_derived);
    for (const Event& event : m_derived)
        follow(event, routesFor(event));
    m_derived.clear();
}

} // namespace TmgLens
