// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/logonrecognizer.h"

#include <algorithm>

namespace TmgLens {

namespace {

// A log whose clock stands still shall not hold the memory of all its refusals.
constexpr std::size_t mostRefusals = 1 << 16;

} // namespace

void LogonRecognizer::see(const Event& event, EventRole role, std::size_t, const Surroundings&)
{
    expire(event.time);
    if (role == EventRole::Follower) {
        succeed(event);
        return;
    }
    const Fingerprint key = keyOf(event);
    if (key == noFingerprint)
        return;
    const quint64* const before = m_attempts.find(key);
    m_refusals.push_back({.event = event, .key = key, .before = before ? std::optional(*before) : std::nullopt});
    m_attempts.insert(key) = m_firstNumber + m_refusals.size() - 1;
}

void LogonRecognizer::takeDerived(LogTime now, std::vector<Event>& events)
{
    expire(now);
    std::ranges::move(m_failed, std::back_inserter(events));
    m_failed.clear();
}

void LogonRecognizer::expire(LogTime now)
{
    const auto isOver = [&](LogTime then) { return then + pattern().window < now || now + pattern().window < then; };
    while (!m_refusals.empty() && (isOver(m_refusals.front().event.time) || m_refusals.size() > mostRefusals))
        failOldest();
}

void LogonRecognizer::failOldest()
{
    const Refusal& refusal = m_refusals.front();
    if (!refusal.isGranted) {
        if (*m_attempts.find(refusal.key) == m_firstNumber)
            m_attempts.remove(refusal.key);
        m_failed.push_back(refusal.event);
        m_failed.back().traits.setFlag(Trait::LogonFailed);
    }
    m_refusals.pop_front();
    ++m_firstNumber;
}

void LogonRecognizer::succeed(const Event& event)
{
    if (m_attempts.isEmpty())
        return;
    const Fingerprint key = keyOf(event);
    const quint64* const attempt = m_attempts.find(key);
    if (!attempt)
        return;
    Incident& logons = incidentAt(incident(event));
    for (std::optional<quint64> number = *attempt; number && *number >= m_firstNumber;) {
        Refusal& refusal = m_refusals[*number - m_firstNumber];
        refusal.isGranted = true;
        logons.addRecord(refusal.event.record, refusal.event.time);
        number = refusal.before;
    }
    logons.countAll(event); // its user is known now
    logons.countFollower();
    m_attempts.remove(key);
}

} // namespace TmgLens
