// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/recognizer.h"

namespace TmgLens {

/**
 * Finds refusals that are half of a logon: the same client and host succeed as a user soon after.
 *
 * Refusals after which that does not happen in time become events of their own (Trait::LogonFailed).
 */
class LogonRecognizer final : public Recognizer
{
public:
    using Recognizer::Recognizer;

    void see(const Event& event, EventRole role, std::size_t test, const Surroundings& surroundings) override;
    void takeDerived(std::vector<Event>& events) override;

private:
    void expire(LogTime now);
    void succeed(const Event& event);

    /// Refusals that wait for their logon to succeed.
    struct Attempt
    {
        std::vector<Event> refusals = {};
        LogTime last = invalidTime;
    };

    QHash<Fingerprint, Attempt> m_attempts; // by key
    std::deque<std::pair<LogTime, Fingerprint>> m_deadlines; // one a refusal, ascending but for steps back of the log
    std::vector<Event> m_failed;
};

} // namespace TmgLens
