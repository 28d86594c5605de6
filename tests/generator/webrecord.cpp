// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/webrecord.h"

#include "tests/generator/cast.h"
#include "tests/generator/databasewords.h"

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

// As the table was created: see the TMG columns of WebProxyLog.
constexpr std::string_view databaseColumns =
    "ClientIP\tClientUserName\tClientAgent\tClientAuthenticate\tlogTime\tservice\tservername\treferredserver\t"
    "DestHost\tDestHostIP\tDestHostPort\tprocessingtime\tbytesrecvd\tbytessent\tprotocol\ttransport\toperation\turi\t"
    "mimetype\tobjectsource\tresultcode\tCacheInfo\trule\tFilterInfo\tSrcNetwork\tDstNetwork\tErrorInfo\tAction\t"
    "GmtLogTime\tAuthenticationServer\tipsScanResult\tipsSignature\tThreatName\tMalwareInspectionAction\t"
    "MalwareInspectionResult\tUrlCategory\tMalwareInspectionContentDeliveryMethod\tUagArrayId\tUagVersion\t"
    "UagModuleId\tUagId\tUagSeverity\tUagType\tUagEventName\tUagSessionId\tUagTrunkName\tUagServiceName\t"
    "UagErrorCode\tMalwareInspectionDuration\tMalwareInspectionThreatLevel\tInternalServiceInfo\t"
    "ipsApplicationProtocol\tNATAddress\tUrlCategorizationReason\tSessionType\tUrlDestHost\tSrcPort";

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

void writeDatabase(RecordWriter& writer, const WebRecord& record, std::uint32_t requestId)
{
    writer.address(record.client);
    writer.text(record.user);
    writer.text(record.agent);
    writer.word(record.isAuthenticated ? "Y" : "N", Words::yesOrNo);
    writer.localTime();
    writer.word(record.isPublished ? "w3reverseproxy" : "w3proxy", Words::services);
    writeTarget(writer, record);
    writer.text("TCP");
    writer.text(record.method);
    writer.text(record.url);
    writer.text(record.mimeType);
    writer.word(record.objectSource, Words::objectSources);
    writer.code(record.status);
    writer.code(record.cacheInfo);
    writer.text(record.rule);
    writeFilterInfo(writer, record, requestId);
    writer.text(record.sourceNetwork);
    writer.text(record.targetNetwork);
    writer.code(record.errorInfo);
    writer.word(record.action, Words::actions);
    writer.gmtTime();
    writer.none(); // authentication server
    writer.number(1); // network inspection
    writer.none(2);
    writer.number(1); // malware inspection
    writer.number(16); // it is disabled
    writer.number(0); // URL category
    writer.number(0); // content delivery
    writer.none(); // UAG array
    writer.number(0); // UAG version
    writer.none();
    writer.number(0); // UAG event
    writer.none(6);
    writer.number(0); // UAG error
    writer.number(0); // milliseconds of inspection
    writer.number(0); // threat level
    writer.number(0); // internal services
    writer.none(); // inspected protocol
    writer.address(record.isTranslated ? Names::natAddress : Address{});
    writer.number(4); // URL categorization
    writer.word(record.sessionType, Words::sessionTypes);
    writer.text(record.targetNetwork.empty() ? std::string_view() : record.host);
    writer.number(record.clientPort);
}

/// The 41 columns of the viewer of ISA 2006, in their order.
void writeConsole(RecordWriter& writer, const WebRecord& record, std::uint32_t requestId)
{
    writer.address(record.client);
    writer.text(record.agent);
    writer.text(record.isAuthenticated ? "Yes" : "No");
    writer.text(record.isPublished ? "Reverse Proxy" : "Proxy");
    writer.text(Names::server);
    writer.text(record.referrer);
    writer.text(record.host);
    writer.text("TCP");
    writer.text(record.mimeType);
    writer.text(record.objectSource);
    writer.none(4); // two proxies, bidirectional, name of the client
    writeFilterInfo(writer, record, requestId);
    writer.none(3); // interface, header, payload
    writer.gmtTime();
    writer.number(record.clientPort);
    writer.number(record.milliseconds);
    writer.number(record.sent);
    writer.number(record.received);
    writer.none(); // result code
    const bool hasWords = record.status > 1000;
    writer.text(hasWords ? std::format("{} The request was not completed.", record.status)
                         : std::to_string(record.status));
    writer.hex(record.cacheInfo);
    writer.hex(record.errorInfo);
    writer.text("Web Proxy Filter");
    writer.none(); // authentication server
    writer.localTime();
    writer.address(record.server);
    writer.number(record.port);
    writer.text(record.protocol);
    writer.text(Words::phraseOf(record.action));
    writer.text(record.rule);
    writer.address(record.client);
    writer.text(record.user);
    writer.text(record.sourceNetwork);
    writer.text(record.targetNetwork);
    writer.text(record.method);
    writer.text(record.url);
}

} // namespace

void writeWebHeader(RecordWriter& writer, std::chrono::sys_seconds utc)
{
    writer.titles(writer.format() == TextFormat::Console ? consoleTitles : databaseColumns);
    writer.header(utc, w3cFields);
}

void writeWebRecord(RecordWriter& writer, const WebRecord& record, std::uint32_t requestId)
{
    if (writer.format() == TextFormat::W3c)
        writeW3c(writer, record, requestId);
    else if (writer.format() == TextFormat::Native)
        writeNative(writer, record, requestId);
    else if (writer.format() == TextFormat::Console)
        writeConsole(writer, record, requestId);
    else
        writeDatabase(writer, record, requestId);
    writer.endRecord();
}

} // namespace TmgLens::Generator
