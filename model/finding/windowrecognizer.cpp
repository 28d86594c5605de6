// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/windowrecognizer.h"

#include <algorithm>
#include <numeric>

namespace TmgLens {

WindowRecognizer::WindowRecognizer(const Pattern& pattern) : Recognizer(pattern)
{
    const auto keep = [this](Attribute attribute) {
        if (!std::ranges::contains(m_kept, attribute))
            m_kept.push_back(attribute);
    };
    std::ranges::for_each(pattern.counted, keep);
    for (const EventTest& test : pattern.events)
        m_fewest += std::size_t(test.count);
    for (const AttributeLimit& limit : pattern.atLeast) {
        keep(limit.attribute);
        m_fewest = std::max(m_fewest, std::size_t(limit.count));
    }
    for (const AttributeLimit& limit : pattern.atMost)
        keep(limit.attribute);
    if (pattern.clientShare > 0)
        keep(Attribute::Client);
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
        if (!m_states.isEmpty())
            if (const auto key = keyOf(event))
                m_states.remove(*key);
        break;
    case EventRole::Besides:
        m_besides[event.attribute(Attribute::Client)] = event.time;
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
    endIfOver(state, event.time);
    state.last = state.last == invalidTime ? event.time : std::max(state.last, event.time);
    if (state.incident) {
        Incident& incident = incidentAt(*state.incident);
        incident.addRecord(event.record, event.time);
        incident.countAll(event);
        return;
    }
    add(event, test, state);
    if (isReached(state, event, surroundings))
        open(state);
}

void WindowRecognizer::seeFollower(const Event& event)
{
    if (m_openIncidents == 0)
        return;
    const auto key = keyOf(event);
    const auto state = key ? m_states.find(*key) : m_states.end();
    if (state == m_states.end() || !state->incident || event.time > state->last + pattern().window)
        return;
    Incident& incident = incidentAt(*state->incident);
    incident.addRecord(event.record, event.time);
    incident.countFollower();
}

void WindowRecognizer::endIfOver(State& state, LogTime now) const
{
    if (state.incident && now > state.last + pattern().window)
        state = State();
}

void WindowRecognizer::add(const Event& event, std::size_t test, State& state) const
{
    dropOld(state, event.time - pattern().window);
    Entry& entry =
        state.kept.emplace_back(Entry{.time = event.time, .record = event.record, .test = test, .values = {}});
    for (std::size_t i = 0; i < m_kept.size(); ++i)
        entry.values[i] = event.attribute(m_kept[i]);
}

/// Makes room for another entry, and drops those before @p begin.
void WindowRecognizer::dropOld(State& state, LogTime begin)
{
    while (!state.entries().empty()
           && (state.entries().front().time < begin || state.entries().size() >= std::size_t(maximumAskedFor)))
        ++state.begin;
    // Seldom, since all that stay are moved.
    if (state.begin > state.entries().size()) {
        state.kept.erase(state.kept.begin(), state.kept.begin() + std::ptrdiff_t(state.begin));
        state.begin = 0;
    }
}

void WindowRecognizer::open(State& state)
{
    state.incident = incident();
    ++m_openIncidents;
    Incident& incident = incidentAt(*state.incident);
    for (const Entry& entry : state.entries()) {
        incident.addRecord(entry.record, entry.time);
        for (std::size_t i = 0; i < pattern().counted.size(); ++i)
            incident.count(i, entry.values[i]); // those that are counted are kept first
    }
    state.kept = {};
    state.begin = 0;
}

bool WindowRecognizer::isReached(const State& state, const Event& event, const Surroundings& surroundings)
{
    const std::span<const Entry> entries = state.entries();
    if (entries.size() < m_fewest || !(pattern().isOrdered ? areThereInOrder(entries) : areThere(entries)))
        return false;
    if (!pattern().besides.empty()) {
        const auto besides = m_besides.constFind(event.attribute(Attribute::Client));
        if (besides == m_besides.cend() || *besides + pattern().window < event.time)
            return false;
    }
    return isWithinLimits(entries) && suits(surroundings, entries);
}

bool WindowRecognizer::areThere(std::span<const Entry> entries) const
{
    for (std::size_t test = 0; test < pattern().events.size(); ++test)
        if (std::ranges::count(entries, test, &Entry::test) < pattern().events[test].count)
            return false;
    return true;
}

bool WindowRecognizer::areThereInOrder(std::span<const Entry> entries) const
{
    std::size_t test = 0;
    int count = 0;
    for (const Entry& entry : entries) {
        if (test < pattern().events.size() && entry.test == test && ++count == pattern().events[test].count) {
            ++test;
            count = 0;
        }
    }
    return test == pattern().events.size();
}

bool WindowRecognizer::isWithinLimits(std::span<const Entry> entries)
{
    return std::ranges::all_of(
               pattern().atLeast,
               [&](const AttributeLimit& limit) { return distinct(entries, limit.attribute) >= limit.count; })
        && std::ranges::all_of(pattern().atMost, [&](const AttributeLimit& limit) {
               return distinct(entries, limit.attribute) <= limit.count;
           });
}

int WindowRecognizer::distinct(std::span<const Entry> entries, Attribute attribute)
{
    const auto place = std::size_t(std::ranges::find(m_kept, attribute) - m_kept.begin());
    m_values.clear();
    for (const Entry& entry : entries)
        if (entry.values[place] != noFingerprint)
            m_values.push_back(entry.values[place]);
    std::ranges::sort(m_values);
    return int(std::ranges::unique(m_values).begin() - m_values.begin());
}

bool WindowRecognizer::suits(const Surroundings& surroundings, std::span<const Entry> entries)
{
    if (pattern().clientShare > 0
        && distinct(entries, Attribute::Client) < pattern().clientShare * double(surroundings.activeClients()))
        return false;
    const auto successes = double(surroundings.successes());
    return successes <= pattern().successShare * (successes + double(entries.size()));
}

void WindowRecognizer::forgetOld(LogTime now)
{
    m_states.removeIf([this, now](const auto& entry) { return entry.value().last + pattern().window < now; });
    m_sizeToForgetAt = std::max<qsizetype>(1024, 2 * m_states.size());
    m_openIncidents =
        std::size_t(std::ranges::count_if(m_states, [](const State& state) { return bool(state.incident); }));
}

} // namespace TmgLens
