// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/incident.h"

#include <algorithm>

namespace TmgLens {

void Incident::addRecord(quint32 record, LogTime time)
{
    m_records.push_back(record);
    m_first = m_first == invalidTime ? time : std::min(m_first, time);
    m_last = m_last == invalidTime ? time : std::max(m_last, time);
}

/// Keeps what @p event has in common with all others of the incident.
void Incident::setKey(const Event& event)
{
    for (const Attribute attribute : m_pattern->key)
        m_key.push_back(event.attribute(attribute));
}

void Incident::count(std::size_t counted, Fingerprint value)
{
    if (value != noFingerprint)
        m_distinct[counted].insert(value);
}

void Incident::countAll(const Event& event)
{
    for (std::size_t i = 0; i < m_distinct.size(); ++i)
        count(i, event.attribute(m_pattern->counted[i]));
}

Finding Incident::finding() const
{
    Finding finding{.pattern = m_pattern,
                    .severity = m_pattern->severity,
                    .first = m_first,
                    .last = m_last,
                    .isOver = m_isOver || m_pattern->kind != Pattern::Kind::Span,
                    .records = m_records,
                    .key = m_key,
                    .followers = m_followers};
    if (finding.isOver)
        finding.severity = m_pattern->severityWhenOver.value_or(m_pattern->severity);
    if (m_followers == 0)
        finding.severity = m_pattern->severityWithoutFollowers.value_or(finding.severity);
    if (!std::ranges::is_sorted(finding.records))
        std::ranges::sort(finding.records);
    const auto repeated = std::ranges::unique(finding.records);
    finding.records.erase(repeated.begin(), repeated.end());
    for (std::size_t i = 0; i < m_distinct.size(); ++i)
        finding.distinct[std::size_t(m_pattern->counted[i])] = m_distinct[i].size();
    return finding;
}

} // namespace TmgLens
