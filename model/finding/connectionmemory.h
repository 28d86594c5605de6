// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/eventneeds.h"
#include "model/finding/fingerprinttable.h"

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

    /// Makes ready for following @p event soon.
    void expect(const Event& event) const { m_connections.prefetch(event.attribute(Attribute::Connection)); }
    /// Tells @p event, whose code is @p code, what is known of its connection, and learns from it.
    void follow(Event& event, const CodeEntry& code);

private:
    /// What is known of one. There may be hundreds of thousands, so times are packed.
    struct Connection
    {
        quint32 opened = IndexBlock::packedTime(invalidTime);
        quint32 closed = IndexBlock::packedTime(invalidTime);
        quint32 closingCode = 0;
        bool wasOpenForRoundTime = false;

        [[nodiscard]] LogTime seen() const
        {
            return std::max(IndexBlock::unpackedTime(opened), IndexBlock::unpackedTime(closed));
        }
    };

    void forgetOld(LogTime now);

    FingerprintTable<Connection> m_connections;
    std::size_t m_sizeToForgetAt = 4096;
};

} // namespace TmgLens
