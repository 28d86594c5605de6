// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/logonrecognizer.h"

#include <algorithm>
#include <utility>

namespace TmgLens {

namespace {

// A client that never logs on shall not hold the memory of all its refusals.
constexpr std::size_t mostRefusals = 1000;

} // namespace

void LogonRecognizer::see(const Event& event, EventRole role, std::size_t, const Surroundings&)
{
    expire(event.time);
    if (role == EventRole::Follower) {
        succeed(event);
        return;
    }
    const auto key = keyOf(event);
    if (!key)
        return;
    Attempt& attempt = m_attempts[*key];
    attempt.last = event.time;
    if (attempt.refusals.size() >= mostRefusals) {
        m_failed.push_back(attempt.refusals.front());
        attempt.refusals.erase(attempt.refusals.begin());
    }
    attempt.refusals.push_back(event);
    m_deadlines.emplace_back(event.time + pattern().window, *key);
}

void LogonRecognizer::takeDerived(std::vector<Event>& events)
{
    for (Event& event : m_failed) {
        event.traits.setFlag(Trait::LogonFailed);
        events.push_back(event);
    }
    m_failed.clear();
}

void LogonRecognizer::expire(LogTime now)
{
    while (!m_deadlines.empty() && m_deadlines.front().first < now) {
        const auto attempt = m_attempts.find(m_deadlines.front().second);
        m_deadlines.pop_front();
        if (attempt == m_attempts.end() || attempt->last + pattern().window >= now)
            continue;
        std::ranges::move(attempt->refusals, std::back_inserter(m_failed));
        m_attempts.erase(attempt);
    }
}

void LogonRecognizer::succeed(const Event& event)
{
    if (m_attempts.isEmpty())
        return;
    const auto key = keyOf(event);
    const auto attempt = key ? m_attempts.find(*key) : m_attempts.end();
    if (attempt == m_attempts.end())
        return;
    Incident& logons = incidentAt(incident());
    for (const Event& refusal : attempt->refusals)
        logons.addRecord(refusal.record, refusal.time);
    logons.countAll(event); // its user is known now
    logons.countFollower();
    m_attempts.erase(attempt);
}

} // namespace TmgLens
