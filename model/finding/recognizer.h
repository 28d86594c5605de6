// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/incident.h"
#include "model/finding/surroundings.h"

#include <deque>

namespace TmgLens {

/// A pattern that is found more often than this is not kept each time: nobody reads so many, and a log may be made to
/// fill the memory.
inline constexpr std::size_t mostIncidents = 10'000;

/// Why a recognizer sees an event.
enum class EventRole : std::uint8_t { Event, Unless, Besides, Follower };

/**
 * Looks for one pattern, while events go by in the order of time.
 *
 * Sees those alone that pass one of the pattern's tests. For one thread.
 */
class Recognizer
{
public:
    /// @p pattern must outlive the recognizer.
    explicit Recognizer(const Pattern& pattern) : m_pattern(pattern), m_surplus(pattern) {}
    Recognizer(const Recognizer&) = delete;
    Recognizer& operator=(const Recognizer&) = delete;
    virtual ~Recognizer() = default;

    /// @p event has passed test number @p test of those for @p role.
    virtual void see(const Event& event, EventRole role, std::size_t test, const Surroundings& surroundings) = 0;

    /// Adds what it has found out up to @p now, the time of the last event, and what is no record of the log, to
    /// @p events.
    virtual void takeDerived(LogTime now, std::vector<Event>& events);

    [[nodiscard]] const Pattern& pattern() const { return m_pattern; }
    [[nodiscard]] std::deque<Incident>& incidents() { return m_incidents; }
    /// How many there were beyond mostIncidents.
    [[nodiscard]] quint64 leftOut() const { return m_leftOut; }

protected:
    /// What @p event has in common with others of its kind; noFingerprint if it lacks a part of it.
    [[nodiscard]] Fingerprint keyOf(const Event& event) const;
    /// A new incident, which begins with @p event, or, where the pattern has all as one, the one that there is.
    [[nodiscard]] std::size_t incident(const Event& event);
    [[nodiscard]] Incident& incidentAt(std::size_t number)
    {
        return number < m_incidents.size() ? m_incidents[number] : m_surplus;
    }

private:
    const Pattern& m_pattern;
    std::deque<Incident> m_incidents;
    Incident m_surplus; // takes what would be too much
    quint64 m_leftOut = 0;
};

/// The recognizer that looks for @p pattern, which must outlive it.
[[nodiscard]] std::unique_ptr<Recognizer> recognizerFor(const Pattern& pattern);

} // namespace TmgLens
