// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/spanrecognizer.h"

namespace TmgLens {

void SpanRecognizer::see(const Event& event, EventRole role, std::size_t test, const Surroundings&)
{
    const Fingerprint key = keyOf(event);
    if (key == noFingerprint)
        return;
    const std::size_t* open = m_open.find(key);
    const bool begins = role == EventRole::Event && test == 0;
    if (!open && !begins)
        return;
    if (!open)
        open = &(m_open.insert(key) = incident(event));
    Incident& incident = incidentAt(*open);
    incident.addRecord(event.record, event.time);
    if (role == EventRole::Follower) {
        incident.countFollower();
        return;
    }
    incident.countAll(event);
    if (!begins) {
        incident.end();
        m_open.remove(key);
    }
}

} // namespace TmgLens
