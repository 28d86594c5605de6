// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/keptevents.h"
#include "model/finding/recognizer.h"

namespace TmgLens {

/**
 * Finds records that come together within a window of time and have a key in common: bursts of one kind, different
 * kinds at once, or one kind after the other.
 *
 * It goes on for as long as no gap between two of its records is longer than the window, whichever way the log's clock
 * went.
 */
class WindowRecognizer final : public Recognizer
{
public:
    explicit WindowRecognizer(const Pattern& pattern);

    void see(const Event& event, EventRole role, std::size_t test, const Surroundings& surroundings) override;

private:
    static constexpr quint16 noIncident = 0xFFFF;
    static_assert(mostIncidents < noIncident);
    static_assert(maximumAskedFor < 0x100);

    /// What is known of one key. There may be millions.
    struct State
    {
        LogTime last = invalidTime;
        KeptEvents::Queue kept = KeptEvents::Queue::Empty; // of the last window; none while there is an incident
        quint8 count = 0; // so many, at most maximumAskedFor
        quint8 missing = 0; // no fewer events have to come before it is worth while to look
        quint16 incident = noIncident;

        [[nodiscard]] bool isOpen() const { return incident != noIncident; }
    };
    static_assert(sizeof(State) == 16);

    void seeEvent(const Event& event, std::size_t test, const Surroundings& surroundings);
    void seeFollower(const Event& event);
    void takeBack(const Event& event);
    [[nodiscard]] bool isFar(LogTime one, LogTime other) const;
    void forget(State& state);
    void add(const Event& event, std::size_t test, State& state);
    void removeOldest(State& state);
    void open(State& state, const Event& event);
    [[nodiscard]] int missing(const Event& event, const Surroundings& surroundings);
    [[nodiscard]] int missingOfTests() const;
    [[nodiscard]] int missingInOrder() const;
    [[nodiscard]] bool isBeside(const Event& event) const;
    [[nodiscard]] std::size_t placeOf(Attribute attribute) const;
    [[nodiscard]] int distinct(Attribute attribute);
    [[nodiscard]] bool isAtMost(const AttributeLimit& limit);
    [[nodiscard]] bool suits(const Surroundings& surroundings);
    void forgetOld(LogTime now);

    std::vector<Attribute> m_keptAttributes; // those that are limited or counted
    int m_fewest = 0; // no fewer events can be enough
    KeptEvents m_keptEvents;
    QHash<Fingerprint, State> m_states; // by key
    QHash<Fingerprint, LogTime> m_besides; // by client: the last event that must be there, too
    std::size_t m_openIncidents = 0; // no more than so many are
    qsizetype m_sizeToForgetAt = 1024;

    // Kept to save allocations.
    std::vector<KeptEvent> m_looked; // those that are looked at
    std::vector<Fingerprint> m_values;
};

} // namespace TmgLens
