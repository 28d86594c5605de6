// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/eventneeds.h"

#include <QHash>

#include <algorithm>

namespace TmgLens {

/**
 * Remembers when connections of a firewall log were opened and closed, since what a late packet means depends on it.
 *
 * Events come in the order of time. A connection is forgotten half an hour after its last record. For one thread.
 */
class ConnectionMemory
{
public:
    /// What forgetting is measured by.
    static constexpr std::chrono::minutes span{30};

    /// Adds what it wants to know of records with @p code.
    static void addNeeds(const CodeEntry& code, EventNeeds& needs);

    /// Tells @p event, whose code is @p code, what is known of its connection, and learns from it.
    void follow(Event& event, const CodeEntry& code);

private:
    struct Connection
    {
        LogTime opened = invalidTime;
        LogTime closed = invalidTime;
        quint32 closingCode = 0;
        bool wasOpenForRoundTime = false;

        [[nodiscard]] LogTime seen() const { return std::max(opened, closed); }
    };

    void forgetOld(LogTime now);

    QHash<Fingerprint, Connection> m_connections;
    qsizetype m_sizeToForgetAt = 4096;
};

} // namespace TmgLens
