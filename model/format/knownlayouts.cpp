// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/knownlayouts.h"

#include <algorithm>
#include <array>

namespace TmgLens {

namespace {

constexpr std::array isaWebNames = {
    "c-ip",
    "cs-username",
    "c-agent",
    "sc-authenticated",
    "date",
    "time",
    "s-svcname",
    "s-computername",
    "cs-referred",
    "r-host",
    "r-ip",
    "r-port",
    "time-taken",
    "cs-bytes",
    "sc-bytes",
    "cs-protocol",
    "cs-transport",
    "s-operation",
    "cs-uri",
    "cs-mime-type",
    "s-object-source",
    "sc-status",
    "s-cache-info",
    "rule",
    "FilterInfo",
    "cs-Network",
    "sc-Network",
    "error-info",
    "action",
    "GMT Time",
    "AuthenticationServer",
};

// Missing in logs of ISA 2004 with the fields it ticks by itself.
constexpr std::array isaWebSeldomNames = {
    "sc-authenticated", "s-svcname", "cs-transport", "cs-mime-type", "s-cache-info", "GMT Time", "AuthenticationServer",
};

// Bytes stand the other way round than in ISA: seen in real headers of both.
constexpr std::array tmgWebNames = {
    "c-ip",
    "cs-username",
    "c-agent",
    "sc-authenticated",
    "date",
    "time",
    "s-svcname",
    "s-computername",
    "cs-referred",
    "r-host",
    "r-ip",
    "r-port",
    "time-taken",
    "sc-bytes",
    "cs-bytes",
    "cs-protocol",
    "cs-transport",
    "s-operation",
    "cs-uri",
    "cs-mime-type",
    "s-object-source",
    "sc-status",
    "s-cache-info",
    "rule",
    "FilterInfo",
    "cs-network",
    "sc-network",
    "error-info",
    "action",
    "GMT Time",
    "AuthenticationServer",
    "NIS scan result",
    "NIS signature",
    "ThreatName",
    "MalwareInspectionAction",
    "MalwareInspectionResult",
    "UrlCategory",
    "MalwareInspectionContentDeliveryMethod",
    "mi-UagArrayId",
    "sc-UagVersion",
    "mi-UagModuleId",
    "sc-UagId",
    "mi-UagSeverity",
    "mi-UagType",
    "sc-UagEventName",
    "mi-UagSessionId",
    "mi-UagTrunkName",
    "mi-UagServiceName",
    "sc-UagErrorCode",
    "MalwareInspectionDuration",
    "MalwareInspectionThreatLevel",
    "internal service info",
    "NIS application protocol",
    "NAT address",
    "UrlCategorizationReason",
    "SessionType",
    "UrlDestHost",
    "s-port",
    "SoftBlockAction",
};

// Missing in the header of a real TMG log with 33 fields.
constexpr std::array tmgWebSeldomNames = {
    "s-svcname",
    "cs-transport",
    "s-cache-info",
    "GMT Time",
    "NIS scan result",
    "NIS signature",
    "ThreatName",
    "MalwareInspectionAction",
    "MalwareInspectionResult",
    "UrlCategory",
    "MalwareInspectionContentDeliveryMethod",
    "mi-UagArrayId",
    "sc-UagVersion",
    "mi-UagModuleId",
    "sc-UagId",
    "mi-UagSeverity",
    "mi-UagType",
    "sc-UagEventName",
    "mi-UagSessionId",
    "mi-UagTrunkName",
    "mi-UagServiceName",
    "sc-UagErrorCode",
    "MalwareInspectionDuration",
    "internal service info",
    "NIS application protocol",
    "UrlCategorizationReason",
};

// Web Proxy and Firewall service of ISA 2000 share it; the seventh field tells which wrote a row.
constexpr std::array isa2000Names = {
    "c-ip",       "cs-username",    "c-agent",         "sc-authenticated", "date",         "time",
    "s-svcname",  "s-computername", "cs-referred",     "r-host",           "r-ip",         "r-port",
    "time-taken", "cs-bytes",       "sc-bytes",        "cs-protocol",      "cs-transport", "s-operation",
    "cs-uri",     "cs-mime-type",   "s-object-source", "sc-status",        "s-cache-info", "rule#1",
    "rule#2",     "sessionid",      "connectionid",
};

constexpr std::array isaFirewallNames = {
    "computer",
    "date",
    "time",
    "IP protocol",
    "source",
    "destination",
    "original client IP",
    "source network",
    "destination network",
    "action",
    "status",
    "rule",
    "application protocol",
    "bidirectional",
    "bytes sent",
    "bytes sent intermediate",
    "bytes received",
    "bytes received intermediate",
    "connection time",
    "connection time intermediate",
    "source proxy",
    "destination proxy",
    "source name",
    "destination name",
    "username",
    "agent",
    "session ID",
    "connection ID",
    "interface",
    "IP header",
    "protocol payload",
    "GMT Time",
};

// Missing in logs of ISA 2004 with the fields it ticks by itself.
constexpr std::array isaFirewallSeldomNames = {"bidirectional", "source proxy", "destination proxy", "GMT Time"};

constexpr std::array tmgFirewallNames = {
    "computer",
    "date",
    "time",
    "IP protocol",
    "source",
    "destination",
    "original client IP",
    "source network",
    "destination network",
    "action",
    "status",
    "rule",
    "application protocol",
    "bidirectional",
    "bytes sent",
    "bytes sent intermediate",
    "bytes received",
    "bytes received intermediate",
    "connection time",
    "connection time intermediate",
    "destination name",
    "username",
    "agent",
    "session ID",
    "connection ID",
    "interface",
    "IP header",
    "protocol payload",
    "GMT Time",
    "NIS scan result",
    "NIS signature",
    "NAT address",
    "FwcClientFqdn",
    "FwcAppPath",
    "FwcAppSHA1Hash",
    "FwcAppTrustState",
    "FwcAppInternalName",
    "FwcAppProductName",
    "FwcAppProductVersion",
    "FwcAppFileVersion",
    "FwcAppOrgFileName",
    "internal service info",
    "NIS application protocol",
    "FwcVersion",
};

constexpr std::array packetFilterNames = {
    "date",    "time",      "source-ip",   "destination-ip", "protocol",  "param#1",
    "param#2", "tcp-flags", "filter-rule", "interface",      "ip-header", "payload",
};

} // namespace

std::vector<Field> KnownLayout::fields() const
{
    const bool sharesWebNames = kind == LogKind::Firewall && names.data() == isa2000Names.data();
    std::vector<Field> result;
    result.reserve(names.size());
    std::ranges::transform(names, std::back_inserter(result),
                           [&](const char* name) { return fieldByName(name, sharesWebNames ? LogKind::Web : kind); });
    return result;
}

const std::vector<KnownLayout>& knownLayouts()
{
    using namespace Qt::StringLiterals;
    static const std::vector<KnownLayout> layouts = {
        {u"ISA Server 2004/2006"_s, LogKind::Web, isaWebNames, isaWebSeldomNames},
        {u"Forefront TMG 2010"_s, LogKind::Web, tmgWebNames, tmgWebSeldomNames},
        {u"ISA Server 2000"_s, LogKind::Web, isa2000Names},
        {u"ISA Server 2000"_s, LogKind::Firewall, isa2000Names},
        {u"ISA Server 2004/2006"_s, LogKind::Firewall, isaFirewallNames, isaFirewallSeldomNames},
        {u"Forefront TMG 2010"_s, LogKind::Firewall, tmgFirewallNames},
        {u"ISA Server 2000"_s, LogKind::PacketFilter, packetFilterNames},
    };
    return layouts;
}

} // namespace TmgLens
