// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/firewallrecord.h"

#include "tests/generator/cast.h"
#include "tests/generator/databasewords.h"

#include <array>
#include <format>

namespace TmgLens::Generator {

namespace {

// The header of a TMG firewall log was never published whole: the last twelve names are those of the SQL table.
constexpr std::string_view w3cFields =
    "#Fields: computer\tdate\ttime\tIP protocol\tsource\tdestination\toriginal client IP\tsource network\t"
    "destination network\taction\tstatus\trule\tapplication protocol\tbidirectional\tbytes sent\t"
    "bytes sent intermediate\tbytes received\tbytes received intermediate\tconnection time\t"
    "connection time intermediate\tdestination name\tusername\tagent\tsession ID\tconnection ID\tinterface\t"
    "IP header\tprotocol payload\tGMT Time\tNIS scan result\tNIS signature\tNAT address\tFwcClientFqdn\tFwcAppPath\t"
    "FwcAppSHA1Hash\tFwcAppTrusState\tFwcAppInternalName\tFwcAppProductName\tFwcAppProductVersion\t"
    "FwcAppFileVersion\tFwcAppOrgFileName\tinternal service info\tNIS application protocol\tFwcVersion";

// Names and order of TMG's FirewallLog, as far as they were published.
constexpr std::string_view databaseColumns =
    "servername\tlogTime\tprotocol\tSourceIP\tSourcePort\tDestinationIP\tDestinationPort\tOriginalClientIP\t"
    "SourceNetwork\tDestinationNetwork\tAction\tresultcode\trule\tApplicationProtocol\tBidirectional\tbytessent\t"
    "bytessentDelta\tbytesrecvd\tbytesrecvdDelta\tconnectiontime\tconnectiontimeDelta\tDestinationName\tClientUserName"
    "\t"
    "ClientAgent\tsessionid\tconnectionid\tInterface\tIPHeader\tPayload\tGmtLogTime\tipsScanResult\tipsSignature\t"
    "NATAddress\tFwcClientFqdn\tFwcAppPath\tFwcAppSHA1Hash\tFwcAppTrusState\tFwcAppInternalName\tFwcAppProductName\t"
    "FwcAppProductVersion\tFwcAppFileVersion\tFwcAppOrgFileName\tInternalServiceInfo\tipsApplicationProtocol\tFwcVersio"
    "n";

void writeEndpoint(RecordWriter& writer, const Address& address, std::uint32_t port, bool hasPort)
{
    if (hasPort)
        writer.endpoint(address, port);
    else
        writer.address(address);
}

void writeTraffic(RecordWriter& writer, const FirewallRecord& record)
{
    writer.number(record.sent);
    writer.number(record.sentSince);
    writer.number(record.received);
    writer.number(record.receivedSince);
    if (record.milliseconds == 0) {
        writer.none(2);
    } else {
        writer.number(record.milliseconds);
        writer.number(record.millisecondsSince);
    }
}

void writeAgent(RecordWriter& writer, const FirewallRecord& record)
{
    if (!record.client) {
        writer.none(2);
        return;
    }
    writer.text(record.client->user);
    if (record.program.empty()) {
        writer.none();
        return;
    }
    std::array<char, 64> agent;
    const char* end = std::format_to(agent.data(), "{}:3:6.1", record.program);
    writer.text(std::string_view(agent.data(), end));
}

/// The columns that only the TMG Client fills.
void writeProgram(RecordWriter& writer, const FirewallRecord& record)
{
    if (record.program.empty()) {
        writer.none(9);
        return;
    }
    std::array<char, 96> path;
    const char* end = std::format_to(path.data(), "C:\\Program Files\\Halden\\{}", record.program);
    writer.text(record.client->computer);
    writer.text(std::string_view(path.data(), end));
    writer.text("3f786850e387550fdab836ed7e6dc881de23001b");
    writer.text("Trusted");
    writer.text(record.program.substr(0, record.program.find('.')));
    writer.text("Halden Office");
    writer.text("12.0.6500");
    writer.text("12.0.6514.5000");
    writer.text(record.program);
}

void writePort(RecordWriter& writer, std::uint32_t port, bool hasPort)
{
    if (hasPort)
        writer.number(port);
    else
        writer.none();
}

void writeDatabase(RecordWriter& writer, const FirewallRecord& record)
{
    writer.text(Names::server);
    writer.localTime();
    writer.text(record.transport);
    writer.address(record.source);
    writePort(writer, record.sourcePort, record.hasPorts);
    writer.address(record.target);
    writePort(writer, record.targetPort, record.hasPorts);
    writer.address(record.source);
    writer.text(record.sourceNetwork);
    writer.text(record.targetNetwork);
    writer.word(record.action, Words::actions);
    writer.code(record.status);
    writer.text(record.rule);
    writer.text(record.protocol);
    writer.word(record.isConnection ? "Y" : "", Words::yesOrNo);
    writeTraffic(writer, record);
    writer.text(record.targetName);
    writeAgent(writer, record);
    writer.number(record.session);
    writer.number(record.connection);
    writer.none(3); // interface, IP header, payload
    writer.gmtTime();
    writer.none(2); // network inspection
    writer.address(record.isTranslated ? Names::natAddress : Address{});
    writeProgram(writer, record);
    writer.number(0); // internal services
    writer.none(); // inspected protocol
    writer.text(!record.program.empty() ? "7.0.7734.100" : "");
}

std::string_view codeName(std::uint32_t status)
{
    switch (status) {
    case 0:
        return "ERROR_SUCCESS";
    case 0xc004000d:
        return "FWX_E_POLICY_RULES_DENIED";
    default:
        return {};
    }
}

/// The 41 columns of the viewer of ISA 2006, in their order.
void writeConsole(RecordWriter& writer, const FirewallRecord& record)
{
    writer.address(record.source);
    writer.text(record.program);
    writer.none(2); // authenticated, service
    writer.text(Names::server);
    writer.none();
    writer.text(record.targetName);
    writer.text(record.transport);
    writer.none(4); // MIME type, object source, two proxies
    writer.text(record.isConnection ? "Yes" : "");
    writer.none(2); // name of the client, filter information
    writer.address(record.receivedOn);
    writer.none(2); // IP header, payload
    writer.gmtTime();
    writePort(writer, record.sourcePort, record.hasPorts);
    writer.number(record.milliseconds);
    writer.number(record.sent);
    writer.number(record.received);
    writer.code(record.status, codeName(record.status));
    writer.none(3); // HTTP status, cache, error
    writer.text("Firewall");
    writer.none();
    writer.localTime();
    writer.address(record.target);
    writePort(writer, record.targetPort, record.hasPorts);
    writer.text(record.protocol);
    writer.text(Words::phraseOf(record.action));
    writer.text(record.rule);
    writer.address(record.source);
    writer.text(record.client ? std::string_view(record.client->user) : std::string_view());
    writer.text(record.sourceNetwork);
    writer.text(record.targetNetwork);
    writer.none(2);
}

void writeText(RecordWriter& writer, const FirewallRecord& record)
{
    writer.text(Names::server);
    writer.date();
    writer.time();
    writer.text(record.transport);
    writeEndpoint(writer, record.source, record.sourcePort, record.hasPorts);
    writeEndpoint(writer, record.target, record.targetPort, record.hasPorts);
    writer.address(record.source);
    writer.text(record.sourceNetwork);
    writer.text(record.targetNetwork);
    writer.text(record.action);
    writer.hex(record.status);
    writer.text(record.rule);
    writer.text(record.protocol);
    writer.text(record.isConnection ? "Y" : "");
    writeTraffic(writer, record);
    writer.text(record.targetName);
    writeAgent(writer, record);
    writer.number(record.session);
    writer.number(record.connection);
    writer.address(record.receivedOn);
    writer.none(2); // IP header, payload
    writer.gmtTime();
    writer.none(2); // network inspection
    if (record.isTranslated)
        writer.address(Names::natAddress);
    else
        writer.text("::");
    writeProgram(writer, record);
    writer.number(0); // internal services
    writer.none(); // inspected protocol
    writer.text(!record.program.empty() ? "7.0.7734.100" : "");
}

} // namespace

void writeFirewallHeader(RecordWriter& writer, std::chrono::sys_seconds utc)
{
    writer.titles(writer.format() == TextFormat::Console ? consoleTitles : databaseColumns);
    writer.header(utc, w3cFields);
}

void writeFirewallRecord(RecordWriter& writer, const FirewallRecord& record)
{
    if (writer.isDatabase())
        writeDatabase(writer, record);
    else if (writer.format() == TextFormat::Console)
        writeConsole(writer, record);
    else
        writeText(writer, record);
    writer.endRecord();
}

} // namespace TmgLens::Generator
