// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/surroundings.h"

#include <algorithm>
#include <utility>

namespace TmgLens {

void Surroundings::see(const Event& event, bool countsClient)
{
    goOnTo(event.time);
    const Fingerprint client = event.attribute(Attribute::Client);
    if (countsClient && client != noFingerprint)
        m_clients.insert(client);
    if (event.traits.testFlag(Trait::Success)) {
        ++m_successesOfSecond[std::size_t(m_now.time_since_epoch().count()) % secondsKept];
        ++m_successes;
    }
}

Surroundings Surroundings::beganAt(LogTime now)
{
    Surroundings surroundings;
    surroundings.m_now = now;
    surroundings.m_stretchBegin = now;
    return surroundings;
}

quint64 Surroundings::activeClients() const
{
    return std::max(m_clients.size(), m_clientsBefore.size());
}

/// Times that step back a little count as now; if they step back far, the clock was set.
void Surroundings::goOnTo(LogTime now)
{
    if (now == m_now)
        return;
    if (m_now == invalidTime || m_now > now + stretch)
        *this = beganAt(now);
    const auto steps = std::min<qint64>((now - m_now).count(), secondsKept);
    for (qint64 step = 0; step < steps; ++step) {
        const qint64 second = now.time_since_epoch().count() - step;
        m_successes -= std::exchange(m_successesOfSecond[std::size_t(second) % secondsKept], 0);
    }
    m_now = std::max(m_now, now);
    if (m_now >= m_stretchBegin + stretch) {
        m_clientsBefore = m_now < m_stretchBegin + 2 * stretch ? std::exchange(m_clients, {}) : FingerprintSet();
        m_clients.clear();
        m_stretchBegin = m_now;
    }
}

} // namespace TmgLens
