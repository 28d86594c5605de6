// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/recognizer.h"

#include "model/finding/logonrecognizer.h"
#include "model/finding/spanrecognizer.h"
#include "model/finding/windowrecognizer.h"

namespace TmgLens {

void Recognizer::takeDerived(LogTime, std::vector<Event>&) {}

Fingerprint Recognizer::keyOf(const Event& event) const
{
    constexpr Fingerprint spread = 0x9E3779B97F4A7C15; // odd, and its bits are about evenly set
    Fingerprint key = spread;
    for (const Attribute attribute : m_pattern.key) {
        const Fingerprint part = event.attribute(attribute);
        if (part == noFingerprint)
            return noFingerprint;
        key = (key ^ part) * spread;
        key ^= key >> 32;
    }
    return key;
}

std::size_t Recognizer::incident(const Event& event)
{
    if (m_pattern.isTogether && !m_incidents.empty())
        return m_incidents.size() - 1;
    if (m_incidents.size() == mostIncidents) {
        ++m_leftOut;
        m_surplus = Incident(m_pattern);
        return mostIncidents;
    }
    m_incidents.emplace_back(m_pattern).setKey(event);
    return m_incidents.size() - 1;
}

std::unique_ptr<Recognizer> recognizerFor(const Pattern& pattern)
{
    switch (pattern.kind) {
    case Pattern::Kind::Logon:
        return std::make_unique<LogonRecognizer>(pattern);
    case Pattern::Kind::Span:
        return std::make_unique<SpanRecognizer>(pattern);
    case Pattern::Kind::Window:
        break;
    }
    return std::make_unique<WindowRecognizer>(pattern);
}

} // namespace TmgLens
