// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/fingerprinttable.h"

#include <array>

namespace TmgLens {

/**
 * What goes on around an event: who is active, and how many requests succeed.
 *
 * Sees all events in the order of time. For one thread.
 */
class Surroundings
{
public:
    /// @p countsClient: its client is one of those that activeClients() counts.
    void see(const Event& event, bool countsClient);

    /// How many clients have been active in the last five to ten minutes.
    [[nodiscard]] quint64 activeClients() const;
    /// Requests of the last minute that succeeded.
    [[nodiscard]] quint64 successes() const { return m_successes; }

private:
    static constexpr std::chrono::minutes stretch{5};
    static constexpr std::size_t secondsKept = 60;

    [[nodiscard]] static Surroundings beganAt(LogTime now);
    void goOnTo(LogTime now);

    LogTime m_now = invalidTime;
    LogTime m_stretchBegin = invalidTime;
    FingerprintSet m_clients; // of this stretch
    FingerprintSet m_clientsBefore; // of the one before
    std::array<quint32, secondsKept> m_successesOfSecond = {};
    quint64 m_successes = 0;
};

} // namespace TmgLens
