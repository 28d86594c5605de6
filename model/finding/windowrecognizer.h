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

    /// No fewer events have to come before it is worth while to look whether they are enough.
    struct Missing
    {
        static constexpr quint8 anyTest = 0xFF;

        quint8 count = 0; // at most maximumAskedFor
        quint8 test = anyTest; // that they pass
    };

    /// What is known of one key. There may be millions.
    struct State
    {
        quint32 packedLast = IndexBlock::packedTime(invalidTime);
        KeptEvents::Queue kept = KeptEvents::Queue::Empty; // of the last window; none while there is an incident
        quint8 count = 0; // so many, at most maximumAskedFor
        Missing missing = {};
        quint16 incident = noIncident;

        [[nodiscard]] LogTime last() const { return IndexBlock::unpackedTime(packedLast); }
        void setLast(LogTime time) { packedLast = IndexBlock::packedTime(time); }
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
    [[nodiscard]] Missing missing(const State& state, const Event& event, const Surroundings& surroundings);
    [[nodiscard]] Missing missingOfTests(const State& state) const;
    [[nodiscard]] Missing missingInOrder(const State& state) const;
    [[nodiscard]] bool isBeside(const Event& event) const;
    [[nodiscard]] int distinct(const State& state, Attribute attribute, int enough);
    [[nodiscard]] bool areFew(quint64 successes, const State& state) const;
    void forgetOld(LogTime now);

    std::vector<Attribute> m_keptAttributes; // those that are limited or counted
    int m_fewest = 0; // no fewer events can be enough
    KeptEvents m_keptEvents;
    FingerprintTable<State> m_states; // by key
    FingerprintTable<LogTime> m_besides; // by client: the last event that must be there, too
    std::size_t m_openIncidents = 0; // no more than so many are
    std::size_t m_sizeToForgetAt = 1024;

    std::vector<Fingerprint> m_values; // kept to save allocations
};

} // namespace TmgLens
