// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/recognizer.h"

#include <span>

namespace TmgLens {

/**
 * Finds records that come together within a window of time and have a key in common: bursts of one kind, different
 * kinds at once, or one kind after the other.
 *
 * It goes on for as long as no gap between two of its records is longer than the window.
 */
class WindowRecognizer final : public Recognizer
{
public:
    explicit WindowRecognizer(const Pattern& pattern);

    void see(const Event& event, EventRole role, std::size_t test, const Surroundings& surroundings) override;

private:
    /// An event that may become part of something.
    struct Entry
    {
        LogTime time;
        quint32 record;
        std::size_t test;
        std::array<Fingerprint, maximumKept> values; // of m_kept
    };

    /// What is known of one key.
    struct State
    {
        std::vector<Entry> kept = {}; // the oldest first; none while there is an incident
        std::size_t begin = 0; // those before it are too old

        /// Those of the last window, at most maximumAskedFor.
        [[nodiscard]] std::span<const Entry> entries() const { return std::span(kept).subspan(begin); }

        LogTime last = invalidTime;
        std::optional<std::size_t> incident = {};
    };

    void seeEvent(const Event& event, std::size_t test, const Surroundings& surroundings);
    void seeFollower(const Event& event);
    void endIfOver(State& state, LogTime now) const;
    void add(const Event& event, std::size_t test, State& state) const;
    static void dropOld(State& state, LogTime begin);
    void open(State& state);
    [[nodiscard]] bool isReached(const State& state, const Event& event, const Surroundings& surroundings);
    [[nodiscard]] bool areThere(std::span<const Entry> entries) const;
    [[nodiscard]] bool areThereInOrder(std::span<const Entry> entries) const;
    [[nodiscard]] bool isWithinLimits(std::span<const Entry> entries);
    [[nodiscard]] int distinct(std::span<const Entry> entries, Attribute attribute);
    [[nodiscard]] bool suits(const Surroundings& surroundings, std::span<const Entry> entries);
    void forgetOld(LogTime now);

    std::vector<Attribute> m_kept; // those that are limited or counted
    std::size_t m_fewest = 0; // no fewer entries can be enough
    QHash<Fingerprint, State> m_states; // by key
    QHash<Fingerprint, LogTime> m_besides; // by client: the last event that must be there, too
    std::size_t m_openIncidents = 0; // no more than so many are
    qsizetype m_sizeToForgetAt = 1024;
    std::vector<Fingerprint> m_values; // kept to save allocations
};

} // namespace TmgLens
