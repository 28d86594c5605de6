// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/windowrecognizer.h"

#include <algorithm>
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
        m_besides[event.attribute(Attribute::Client)] = event.time;
        if (m_besides.size() >= m_sizeToForgetAt)
            forgetOld(event.time);
        break;
    }
}

void WindowRecognizer::seeEvent(const Event& event, std::size_t test, const Surroundings& surroundings)
{
    const auto key = keyOf(event);
    if (!key)
        return;
    if (m_states.size() >= m_sizeToForgetAt)
        forgetOld(event.time);
    if (pattern().isOrdered && test > 0 && !m_states.contains(*key))
        return; // nothing has begun
    State& state = m_states[*key];
    if (isFar(state.last, event.time))
        forget(state);
    state.last = std::max(state.last, event.time);
    if (state.isOpen()) {
        Incident& incident = incidentAt(state.incident);
        incident.addRecord(event.record, event.time);
        incident.countAll(event);
        return;
    }
    add(event, test, state);
    if (state.missing > 0)
        --state.missing;
    if (state.missing > 0 || state.count < m_fewest)
        return;
    m_looked.clear();
    m_keptEvents.copy(state.kept, m_looked);
    const int missed = missing(event, surroundings);
    state.missing = quint8(std::clamp(missed, 0, maximumAskedFor));
    if (missed == 0)
        open(state, event);
}

void WindowRecognizer::seeFollower(const Event& event)
{
    if (m_openIncidents == 0)
        return;
    const auto key = keyOf(event);
    const auto state = key ? m_states.find(*key) : m_states.end();
    if (state == m_states.end() || !state->isOpen() || isFar(state->last, event.time))
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
    const auto key = keyOf(event);
    const auto state = key ? m_states.find(*key) : m_states.end();
    if (state == m_states.end())
        return;
    forget(*state);
    m_states.erase(state);
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
    const LogTime begin = state.last - pattern().window;
    while (state.count > 0 && (m_keptEvents.oldest(state.kept) < begin || state.count >= maximumAskedFor))
        removeOldest(state);
    KeptEvent kept{.time = event.time, .record = event.record, .test = test, .values = {}};
    for (std::size_t i = 0; i < m_keptAttributes.size(); ++i)
        kept.values[i] = event.attribute(m_keptAttributes[i]);
    m_keptEvents.append(state.kept, kept);
    ++state.count;
}

void WindowRecognizer::removeOldest(State& state)
{
    m_keptEvents.removeOldest(state.kept);
    --state.count;
}

/// Makes an incident of the events that have been looked at, the last of which is @p event.
void WindowRecognizer::open(State& state, const Event& event)
{
    state.incident = quint16(incident(event));
    ++m_openIncidents;
    Incident& incident = incidentAt(state.incident);
    for (const KeptEvent& looked : m_looked) {
        incident.addRecord(looked.record, looked.time);
        for (std::size_t i = 0; i < pattern().counted.size(); ++i)
            incident.count(i, looked.values[i]); // those that are counted are kept first
    }
    m_keptEvents.clear(state.kept);
    state.count = 0;
}

/// How many events have to come at least, after those that are looked at, before they are enough; 0 if they are. The
/// last of them is @p event.
int WindowRecognizer::missing(const Event& event, const Surroundings& surroundings)
{
    int missing = pattern().isOrdered ? missingInOrder() : missingOfTests();
    for (const AttributeLimit& limit : pattern().atLeast)
        if (missing < limit.count) // else it is worse already
            missing = std::max(missing, limit.count - distinct(limit.attribute));
    if (missing > 0)
        return missing;
    const auto isKept = [this](const AttributeLimit& limit) { return isAtMost(limit); };
    return isBeside(event) && std::ranges::all_of(pattern().atMost, isKept) && suits(surroundings) ? 0 : 1;
}

int WindowRecognizer::missingOfTests() const
{
    int missing = 0;
    for (std::size_t test = 0; test < pattern().events.size(); ++test) {
        const auto count = int(std::ranges::count(m_looked, test, &KeptEvent::test));
        missing = std::max(missing, pattern().events[test].count - count);
    }
    return missing;
}

int WindowRecognizer::missingInOrder() const
{
    std::size_t test = 0;
    int count = 0;
    for (const KeptEvent& event : m_looked) {
        if (test < pattern().events.size() && event.test == test && ++count == pattern().events[test].count) {
            ++test;
            count = 0;
        }
    }
    return test == pattern().events.size() ? 0 : pattern().events[test].count - count;
}

bool WindowRecognizer::isBeside(const Event& event) const
{
    if (pattern().besides.empty())
        return true;
    const auto besides = m_besides.constFind(event.attribute(Attribute::Client));
    return besides != m_besides.cend() && !isFar(*besides, event.time);
}

/// Which of the kept values is that of @p attribute.
std::size_t WindowRecognizer::placeOf(Attribute attribute) const
{
    return std::size_t(std::ranges::find(m_keptAttributes, attribute) - m_keptAttributes.begin());
}

/// Looks no further than needed: nobody knows when the limit will be kept again, so this is asked for each event.
bool WindowRecognizer::isAtMost(const AttributeLimit& limit)
{
    const std::size_t place = placeOf(limit.attribute);
    m_values.clear();
    for (const KeptEvent& event : m_looked) {
        const Fingerprint value = event.values[place];
        if (value == noFingerprint || std::ranges::contains(m_values, value))
            continue;
        m_values.push_back(value);
        if (m_values.size() > std::size_t(limit.count))
            return false;
    }
    return true;
}

/// How many values of @p attribute those have that are looked at.
int WindowRecognizer::distinct(Attribute attribute)
{
    const std::size_t place = placeOf(attribute);
    m_values.clear();
    for (const KeptEvent& event : m_looked)
        if (event.values[place] != noFingerprint)
            m_values.push_back(event.values[place]);
    std::ranges::sort(m_values);
    return int(std::ranges::unique(m_values).begin() - m_values.begin());
}

bool WindowRecognizer::suits(const Surroundings& surroundings)
{
    if (pattern().clientShare > 0
        && distinct(Attribute::Client) < pattern().clientShare * double(surroundings.activeClients()))
        return false;
    const auto successes = double(surroundings.successes());
    return successes <= pattern().successShare * (successes + double(m_looked.size()));
}

void WindowRecognizer::forgetOld(LogTime now)
{
    m_openIncidents = 0;
    m_states.removeIf([this, now](auto entry) {
        State& state = entry.value();
        if (isFar(state.last, now)) {
            forget(state);
            return true;
        }
        m_openIncidents += state.isOpen();
        return false;
    });
    m_besides.removeIf([this, now](const auto& entry) { return isFar(entry.value(), now); });
    m_sizeToForgetAt = std::max<qsizetype>(1024, 2 * std::max(m_states.size(), m_besides.size()));
}

} // namespace TmgLens
