// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/webrecord.h"

#include "tests/generator/cast.h"

#include <array>
#include <format>

namespace TmgLens::Generator {

namespace {

constexpr std::string_view w3cFields =
    "#Fields: c-ip\tcs-username\tc-agent\tsc-authenticated\tdate\ttime\ts-computername\tcs-referred\tr-host\tr-ip\t"
    "r-port\ttime-taken\tsc-bytes\tcs-bytes\tcs-protocol\ts-operation\tcs-uri\tcs-mime-type\ts-object-source\t"
    "sc-status\trule\tFilterInfo\tcs-network\tsc-network\terror-info\taction\tAuthenticationServer\t"
    "MalwareInspectionThreatLevel\tNAT address\tSessionType\tUrlDestHost\ts-port\tSoftBlockAction";

void writeFilterInfo(RecordWriter& writer, const WebRecord& record, std::uint32_t requestId)
{
    std::array<char, 192> buffer;
    char* end = std::format_to(buffer.data(),
                               "Req ID: {:08x}; Compression: client=No, server=No, compress rate=0% decompress rate=0%",
                               requestId);
    if (record.lastByte > 0)
        end = std::format_to(end, ", Range={}-{}", record.firstByte, record.lastByte);
    writer.text(std::string_view(buffer.data(), end));
}

/// From the client to the time: the same in both formats.
void writeClient(RecordWriter& writer, const WebRecord& record)
{
    writer.address(record.client);
    writer.text(record.user);
    writer.text(record.agent);
    writer.text(record.isAuthenticated ? "Y" : "N");
    writer.date();
    writer.time();
}

/// From the server to the protocol: the same in both formats.
void writeTarget(RecordWriter& writer, const WebRecord& record)
{
    writer.text(Names::server);
    writer.text(record.referrer);
    writer.text(record.host);
    writer.address(record.server);
    writer.number(record.port);
    writer.number(record.milliseconds);
    writer.number(record.received);
    writer.number(record.sent);
    writer.text(record.protocol);
}

/// From the method to the result code: the same in both formats.
void writeRequest(RecordWriter& writer, const WebRecord& record)
{
    writer.text(record.method);
    writer.text(record.url);
    writer.text(record.mimeType);
    writer.text(record.objectSource);
    writer.number(record.status);
}

/// From the rule to the action: the same in both formats.
void writeVerdict(RecordWriter& writer, const WebRecord& record, std::uint32_t requestId)
{
    writer.text(record.rule);
    writeFilterInfo(writer, record, requestId);
    writer.text(record.sourceNetwork);
    writer.text(record.targetNetwork);
    writer.hex(record.errorInfo);
    writer.text(record.action);
}

void writeW3c(RecordWriter& writer, const WebRecord& record, std::uint32_t requestId)
{
    writeClient(writer, record);
    writeTarget(writer, record);
    writeRequest(writer, record);
    writeVerdict(writer, record, requestId);
    writer.none(2); // authentication server, threat level
    writer.address(record.isTranslated ? Names::natAddress : Address{});
    writer.text(record.sessionType);
    writer.text(record.targetNetwork.empty() ? std::string_view() : record.host);
    writer.number(record.clientPort);
    writer.none(); // soft block
}

void writeNative(RecordWriter& writer, const WebRecord& record, std::uint32_t requestId)
{
    writeClient(writer, record);
    writer.text(record.isPublished ? "w3reverseproxy" : "w3proxy");
    writeTarget(writer, record);
    writer.text("TCP");
    writeRequest(writer, record);
    writer.hex(record.cacheInfo);
    writeVerdict(writer, record, requestId);
    writer.gmtTime();
    writer.none(); // authentication server
    writer.text("Allowed"); // network inspection
    writer.none(2); // its signature, name of a threat
    writer.text("Allowed"); // malware inspection
    writer.text("Malware Inspection Disabled");
    writer.text("Unknown"); // URL category
    writer.none(2); // content delivery, UAG array
    writer.number(0); // UAG version
    writer.none();
    writer.number(0); // UAG event
    writer.none(6);
    writer.number(0); // UAG error
    writer.number(0); // milliseconds of inspection
    writer.none(); // threat level
    writer.number(0); // internal services
    writer.none(); // inspected protocol
    writer.address(record.isTranslated ? Names::natAddress : Address{});
    writer.text("Feature disabled"); // URL categorization
    writer.text(record.sessionType);
    writer.text(record.targetNetwork.empty() ? std::string_view() : record.host);
    writer.number(record.clientPort);
    writer.none(); // soft block
}

} // namespace

void writeWebHeader(RecordWriter& writer, std::chrono::sys_seconds utc)
{
    writer.header(utc, w3cFields);
}

void writeWebRecord(RecordWriter& writer, const WebRecord& record, std::uint32_t requestId)
{
    if (writer.format() == TextFormat::W3c)
        writeW3c(writer, record, requestId);
    else
        writeNative(writer, record, requestId);
    writer.endRecord();
}

} // namespace TmgLens::Generator
