// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/finding.h"
#include "model/finding/fingerprinttable.h"

namespace TmgLens {

/// A finding while its records come in. For one thread.
class Incident
{
public:
    explicit Incident(const Pattern& pattern) : m_pattern(&pattern), m_distinct(pattern.counted.size()) {}

    /// Takes in a record, by its number and moment.
    void addRecord(quint32 record, LogTime time);
    void setKey(const Event& event);
    /// Counts a value of attribute number @p counted of Pattern::counted.
    void count(std::size_t counted, Fingerprint value);
    /// The same for all values of @p event.
    void countAll(const Event& event);
    void countFollower() { ++m_followers; }
    void end() { m_isOver = true; }

    [[nodiscard]] LogTime last() const { return m_last; }
    [[nodiscard]] quint32 firstRecord() const { return m_records.front(); }

    /// As people get it, but for the names.
    [[nodiscard]] Finding finding() const;

    /// The names that have been looked up for it, if they have been.
    std::optional<decltype(Finding::names)> names = {};

private:
    const Pattern* m_pattern;
    std::vector<quint32> m_records; // as they came
    std::vector<Fingerprint> m_key; // as Pattern::key
    LogTime m_first = invalidTime;
    LogTime m_last = invalidTime;
    std::vector<FingerprintSet> m_distinct; // as Pattern::counted
    quint64 m_followers = 0;
    bool m_isOver = false;
};

} // namespace TmgLens
