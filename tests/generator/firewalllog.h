// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/generator/dayplan.h"
#include "tests/generator/packets.h"

namespace TmgLens::Generator {

/// Writes a Firewall log of TMG 2010: connections, packets that were refused or dropped, and incidents.
class FirewallLog
{
public:
    FirewallLog(RecordWriter& writer, Random& random, const Cast& cast);

    void writeHeader(std::chrono::sys_seconds utc);
    void write(const PlannedRecord& planned);

private:
    [[nodiscard]] FirewallRecord incident(const PlannedRecord& planned);
    [[nodiscard]] FirewallRecord unanswered();
    [[nodiscard]] FirewallRecord scanned(const PlannedRecord& planned);
    [[nodiscard]] FirewallRecord synAttack(const PlannedRecord& planned);
    [[nodiscard]] FirewallRecord synAttackOver();
    [[nodiscard]] FirewallRecord flooding();
    [[nodiscard]] FirewallRecord misrouted();
    [[nodiscard]] FirewallRecord spoofed();
    [[nodiscard]] FirewallRecord policyApplied();
    [[nodiscard]] FirewallRecord exploit(const PlannedRecord& planned);
    [[nodiscard]] FirewallRecord serviceStop(const PlannedRecord& planned);
    [[nodiscard]] FirewallRecord fromInside();

    RecordWriter& m_writer;
    Random& m_random;
    const Cast& m_cast;
    Connections m_connections;
    Packets m_packets;
    std::chrono::sys_seconds m_lastHalfOpen{}; ///< While a SYN attack goes on: its latest record.
};

} // namespace TmgLens::Generator
