// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/generator/cast.h"
#include "tests/generator/firewallrecord.h"

#include <chrono>
#include <deque>
#include <optional>
#include <queue>

namespace TmgLens::Generator {

/**
 * The connections that go through the firewall.
 *
 * A connection is a row when it is opened, one every fifteen minutes while it lasts, and one when it ends, tied
 * together by the connection number; the byte counts of the rows agree.
 */
class Connections
{
public:
    Connections(Random& random, const Cast& cast);

    /// The first row of a new connection.
    [[nodiscard]] FirewallRecord open(std::chrono::sys_seconds now);

    /// True if a connection has another row to write.
    [[nodiscard]] bool isAnyDue(std::chrono::sys_seconds now) const
    {
        return !m_open.empty() && m_open.top().due <= now;
    }

    /// The row that is due longest.
    [[nodiscard]] FirewallRecord progress(std::chrono::sys_seconds now);

    /// A packet of a connection that has ended within the last minute, of either end, if there is one.
    [[nodiscard]] std::optional<FirewallRecord> latePacket(std::chrono::sys_seconds now);

    /// Gives @p record numbers of its own, as for a connection that is only one row.
    void number(FirewallRecord& record);

private:
    /// A connection that is open.
    struct Connection
    {
        std::chrono::sys_seconds due{}; ///< When its next row is to be written.
        std::chrono::sys_seconds opened{};
        std::chrono::sys_seconds closing{};
        std::uint64_t sentPerSecond = 0;
        std::uint64_t receivedPerSecond = 0;
        std::uint32_t ending = 0; ///< Code of the last row.
        FirewallRecord record; ///< As last written.
    };
    struct DueLater
    {
        bool operator()(const Connection& left, const Connection& right) const { return left.due > right.due; }
    };

    /// The last row of a connection, and when it was written.
    struct Ending
    {
        std::chrono::sys_seconds time{};
        FirewallRecord record;
    };

    void choosePeers(FirewallRecord& record, std::size_t protocol);
    void keep(const FirewallRecord& record, std::chrono::sys_seconds now);

    Random& m_random;
    const Cast& m_cast;
    Lottery m_protocols;
    std::priority_queue<Connection, std::vector<Connection>, DueLater> m_open;
    std::deque<Ending> m_endings; // of the last minute
    std::uint32_t m_session;
    std::uint32_t m_connection;
};

} // namespace TmgLens::Generator
