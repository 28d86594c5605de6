// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/windowrecognizer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace TmgLens {

namespace {

/// The attributes of which @p pattern needs the values, those that are counted first.
std::vector<Attribute> attributesToKeep(const Pattern& pattern)
{
    std::vector<Attribute> kept = pattern.counted;
    const auto keep = [&kept](Attribute attribute) {
        if (!std::ranges::contains(kept, attribute))
            kept.push_back(attribute);
    };
    for (const auto& limits : {pattern.atLeast, pattern.atMost})
        for (const AttributeLimit& limit : limits)
            keep(limit.attribute);
    if (pattern.clientShare > 0)
        keep(Attribute::Client);
    return kept;
}

} // namespace

WindowRecognizer::WindowRecognizer(const Pattern& pattern)
    : Recognizer(pattern)
    , m_keptAttributes(attributesToKeep(pattern))
    , m_keptEvents(m_keptAttributes.size())
{
    for (const EventTest& test : pattern.events)
        m_fewest += test.count;
    m_fewest = std::min(m_fewest, maximumAskedFor);
    for (const AttributeLimit& limit : pattern.atLeast)
        m_fewest = std::max(m_fewest, limit.count);
}

void WindowRecognizer::see(const Event& event, EventRole role, std::size_t test, const Surroundings& surroundings)
{
    switch (role) {
    case EventRole::Event:
        seeEvent(event, test, surroundings);
        break;
    case EventRole::Follower:
        seeFollower(event);
        break;
    case EventRole::Unless:
        takeBack(event);
        break;
    case EventRole::Besides:
        if (const Fingerprint client = event.attribute(Attribute::Client); client != noFingerprint)
            m_besides.insert(client) = event.time;
        if (m_besides.size() >= m_sizeToForgetAt)
            forgetOld(event.time);
        break;
    }
}

void WindowRecognizer::seeEvent(const Event& event, std::size_t test, const Surroundings& surroundings)
{
    const Fingerprint key = keyOf(event);
    if (key == noFingerprint)
        return;
    if (m_states.size() >= m_sizeToForgetAt)
        forgetOld(event.time);
    if (pattern().isOrdered && test > 0 && !m_states.find(key))
        return; // nothing has begun
    State& state = m_states.insert(key);
    if (isFar(state.last(), event.time))
        forget(state);
    state.setLast(std::max(state.last(), event.time));
    if (state.isOpen()) {
        Incident& incident = incidentAt(state.incident);
        incident.addRecord(event.record, event.time);
        incident.countAll(event);
        return;
    }
    add(event, test, state);
    if (state.missing.count > 0 && (state.missing.test == test || state.missing.test == Missing::anyTest))
        --state.missing.count;
    if (state.missing.count > 0 || state.count < m_fewest)
        return;
    state.missing = missing(state, event, surroundings);
    if (state.missing.count == 0)
        open(state, event);
}

void WindowRecognizer::seeFollower(const Event& event)
{
    if (m_openIncidents == 0)
        return;
    const State* const state = m_states.find(keyOf(event));
    if (!state || !state->isOpen() || isFar(state->last(), event.time))
        return;
    Incident& incident = incidentAt(state->incident);
    incident.addRecord(event.record, event.time);
    incident.countFollower();
}

/// Begins anew with the key of @p event, which says that it was something else.
void WindowRecognizer::takeBack(const Event& event)
{
    if (m_states.isEmpty())
        return;
    const Fingerprint key = keyOf(event);
    State* const state = m_states.find(key);
    if (!state)
        return;
    forget(*state);
    m_states.remove(key);
}

bool WindowRecognizer::isFar(LogTime one, LogTime other) const
{
    return one != invalidTime && (other > one + pattern().window || one > other + pattern().window);
}

void WindowRecognizer::forget(State& state)
{
    m_keptEvents.clear(state.kept);
    state = State();
}

void WindowRecognizer::add(const Event& event, std::size_t test, State& state)
{
    const LogTime begin = state.last() - pattern().window;
    while (state.count > 0 && (m_keptEvents.oldest(state.kept) < begin || state.count >= maximumAskedFor))
        removeOldest(state);
    m_values.clear();
    for (const Attribute attribute : m_keptAttributes)
        m_values.push_back(event.attribute(attribute));
    m_keptEvents.append(state.kept, {.time = event.time, .record = event.record, .test = test, .values = m_values});
    ++state.count;
}

void WindowRecognizer::removeOldest(State& state)
{
    m_keptEvents.removeOldest(state.kept);
    --state.count;
}

/// Makes an incident of the events that are kept, the last of which is @p event.
void WindowRecognizer::open(State& state, const Event& event)
{
    state.incident = quint16(incident(event));
    ++m_openIncidents;
    Incident& incident = incidentAt(state.incident);
    m_keptEvents.visit(state.kept, [&](const KeptEvent& kept) {
        incident.addRecord(kept.record, kept.time);
        for (std::size_t i = 0; i < pattern().counted.size(); ++i)
            incident.count(i, kept.values[i]); // those that are counted are kept first
        return true;
    });
    m_keptEvents.clear(state.kept);
    state.count = 0;
}

/// What is missing after the events that are kept, the last of which is @p event; none if they are enough.
WindowRecognizer::Missing WindowRecognizer::missing(const State& state, const Event& event,
                                                    const Surroundings& surroundings)
{
    constexpr Missing one{.count = 1};
    // What may change with any event, and costs nothing to ask for, comes before the events are looked at.
    if (!areFew(surroundings.successes(), state))
        return one;
    const Missing ofTests = pattern().isOrdered ? missingInOrder(state) : missingOfTests(state);
    if (ofTests.count > 0)
        return ofTests;
    int missing = 0;
    for (const AttributeLimit& limit : pattern().atLeast)
        missing = std::max(missing, limit.count - distinct(state, limit.attribute, limit.count));
    if (missing > 0)
        return {.count = quint8(missing)};
    const auto isAtMost = [&](const AttributeLimit& limit) {
        return distinct(state, limit.attribute, limit.count + 1) <= limit.count;
    };
    const double clients = pattern().clientShare * double(surroundings.activeClients());
    const int enough = int(std::min<double>(std::ceil(clients), maximumAskedFor));
    const bool isEnough = isBeside(event) && std::ranges::all_of(pattern().atMost, isAtMost)
        && distinct(state, Attribute::Client, enough) >= clients;
    return isEnough ? Missing() : one;
}

WindowRecognizer::Missing WindowRecognizer::missingOfTests(const State& state) const
{
    const auto& tests = pattern().events;
    if (tests.size() == 1)
        return {}; // all that are kept have passed it
    for (std::size_t test = 0; test < tests.size(); ++test) {
        int missing = tests[test].count;
        m_keptEvents.visit(state.kept, [&](const KeptEvent& kept) {
            missing -= kept.test == test;
            return missing > 0;
        });
        if (missing > 0)
            return {.count = quint8(missing), .test = quint8(test)};
    }
    return {};
}

WindowRecognizer::Missing WindowRecognizer::missingInOrder(const State& state) const
{
    const auto& tests = pattern().events;
    std::size_t test = 0;
    int missing = tests[test].count;
    m_keptEvents.visit(state.kept, [&](const KeptEvent& kept) {
        missing -= kept.test == test;
        if (missing > 0)
            return true;
        ++test;
        if (test < tests.size())
            missing = tests[test].count;
        return test < tests.size();
    });
    return {.count = quint8(missing), .test = quint8(test)};
}

bool WindowRecognizer::isBeside(const Event& event) const
{
    if (pattern().besides.empty())
        return true;
    const LogTime* besides = m_besides.find(event.attribute(Attribute::Client));
    return besides && !isFar(*besides, event.time);
}

/// How many values of @p attribute the kept events have; looks no further than for @p enough.
int WindowRecognizer::distinct(const State& state, Attribute attribute, int enough)
{
    const auto place = std::size_t(std::ranges::find(m_keptAttributes, attribute) - m_keptAttributes.begin());
    m_values.clear();
    if (enough > 0)
        m_keptEvents.visit(state.kept, [&](const KeptEvent& kept) {
            const Fingerprint value = kept.values[place];
            if (value != noFingerprint && !std::ranges::contains(m_values, value))
                m_values.push_back(value);
            return int(m_values.size()) < enough;
        });
    return int(m_values.size());
}

/// Whether @p successes are few enough beside the events that are kept.
bool WindowRecognizer::areFew(quint64 successes, const State& state) const
{
    return double(successes) <= pattern().successShare * double(successes + state.count);
}

void WindowRecognizer::forgetOld(LogTime now)
{
    m_openIncidents = 0;
    m_states.removeIf([this, now](State& state) {
        if (isFar(state.last(), now)) {
            forget(state);
            return true;
        }
        m_openIncidents += state.isOpen();
        return false;
    });
    m_besides.removeIf([this, now](LogTime time) { return isFar(time, now); });
    m_sizeToForgetAt = std::max<std::size_t>(1024, 2 * std::max(m_states.size(), m_besides.size()));
}

} // namespace TmgLens
