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
    void takeDerived(LogTime now, std::vector<Event>& events) override;

private:
    /// A refusal whose logon may still succeed.
    struct Refusal
    {
        Event event;
        Fingerprint key;
        std::optional<quint64> before; ///< Number of the one before of the same key.
        bool isGranted = false;
    };

    void expire(LogTime now);
    void failOldest();
    void succeed(const Event& event);

    std::deque<Refusal> m_refusals; // the oldest first, but for steps back of the log
    quint64 m_firstNumber = 0; // of the first of them: all refusals ever are numbered
    FingerprintTable<quint64> m_attempts; // by key: the number of its last refusal
    std::vector<Event> m_failed;
};

} // namespace TmgLens
