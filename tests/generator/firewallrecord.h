// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/generator/recordwriter.h"

#include <cstdint>
#include <string_view>

namespace TmgLens::Generator {

struct Person;

/// What one record of the Firewall log says. Texts that are empty are written as `-`.
struct FirewallRecord
{
    std::string_view transport = "TCP";
    Address source;
    std::uint32_t sourcePort = 0; ///< ICMP: type.
    Address target;
    std::uint32_t targetPort = 0; ///< ICMP: code.
    bool hasPorts = true; ///< IGMP has none.
    std::string_view sourceNetwork = "Internal";
    std::string_view targetNetwork = "External";
    std::string_view action = "Denied";
    std::uint32_t status = 0xc004000d;
    std::string_view rule = "Default rule";
    std::string_view protocol = "Unidentified IP Traffic";
    bool isConnection = false; ///< Byte counts and times mean something.
    std::uint64_t sent = 0; ///< Bytes so far.
    std::uint64_t sentSince = 0; ///< Bytes since the record before of the same connection.
    std::uint64_t received = 0;
    std::uint64_t receivedSince = 0;
    std::uint64_t milliseconds = 0; ///< Since the connection began; 0 in its first record.
    std::uint64_t millisecondsSince = 0;
    std::string_view targetName;
    const Person* client = nullptr; ///< Set if the user is known.
    std::string_view program; ///< Set with client, if the TMG Client told it.
    std::uint32_t session = 0;
    std::uint32_t connection = 0;
    Address receivedOn; ///< Address of the adapter.
    bool isTranslated = false;
};

/// The header lines of a W3C file, or the titles of a table; nothing in other formats.
void writeFirewallHeader(RecordWriter& writer, std::chrono::sys_seconds utc);

/// One record with all fields of the format: 44 in text logs, 45 in a database, 41 in the viewer.
void writeFirewallRecord(RecordWriter& writer, const FirewallRecord& record);

} // namespace TmgLens::Generator
