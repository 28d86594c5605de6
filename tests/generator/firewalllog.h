// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/generator/cast.h"
#include "tests/generator/dayplan.h"
#include "tests/generator/firewallrecord.h"

#include <queue>

namespace TmgLens::Generator {

/**
 * Invents the records of a Firewall log of TMG 2010.
 *
 * A connection is a row when it is opened, one every fifteen minutes while it lasts, and one when it ends, tied
 * together by the connection number; the byte counts of the rows agree.
 */
class FirewallLog
{
public:
    FirewallLog(RecordWriter& writer, Random& random, const Cast& cast);

    void writeHeader(std::chrono::sys_seconds utc);
    void write(const PlannedRecord& planned);

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

    [[nodiscard]] FirewallRecord ordinary();
    [[nodiscard]] FirewallRecord incident(const PlannedRecord& planned);

    [[nodiscard]] FirewallRecord opened();
    [[nodiscard]] FirewallRecord progressed(Connection& connection);
    void choosePeers(FirewallRecord& record, std::size_t protocol);
    void keepOpen(const FirewallRecord& record);

    [[nodiscard]] FirewallRecord attemptFailed();
    [[nodiscard]] FirewallRecord deniedOutside();
    [[nodiscard]] FirewallRecord deniedInside();
    [[nodiscard]] FirewallRecord broadcast();
    [[nodiscard]] FirewallRecord multicast();
    [[nodiscard]] FirewallRecord ping();
    [[nodiscard]] FirewallRecord ipv6();
    [[nodiscard]] FirewallRecord dropped();
    [[nodiscard]] FirewallRecord vpn();

    [[nodiscard]] FirewallRecord unanswered();
    [[nodiscard]] FirewallRecord scanned(const PlannedRecord& planned);
    [[nodiscard]] FirewallRecord synAttack(const PlannedRecord& planned);
    [[nodiscard]] FirewallRecord synAttackOver();
    [[nodiscard]] FirewallRecord flooding();
    [[nodiscard]] FirewallRecord fromOutside();

    RecordWriter& m_writer;
    Random& m_random;
    const Cast& m_cast;
    Lottery m_kinds;
    Lottery m_protocols;
    std::priority_queue<Connection, std::vector<Connection>, DueLater> m_open;
    std::chrono::sys_seconds m_now{};
    std::uint32_t m_session = 0;
    std::uint32_t m_connection = 0;
    std::chrono::sys_seconds m_lastHalfOpen{}; ///< While a SYN attack goes on: its latest record.
};

} // namespace TmgLens::Generator
