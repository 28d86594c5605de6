// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/columntitles.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace TmgLens {

namespace {

// The direction of the bytes is that of text logs, which hold the same two numbers in the same places: the first is
// what the server received from the client.
constexpr std::array webColumns = {
    TableColumn{"ClientIP", FieldId::Client, FieldType::Address},
    TableColumn{"ClientUserName", FieldId::User},
    TableColumn{"ClientAgent", FieldId::Agent},
    TableColumn{"ClientAuthenticate"},
    TableColumn{"logTime", FieldId::LocalTime, FieldType::DateTime},
    TableColumn{"service", FieldId::Service},
    TableColumn{"servername", FieldId::Server},
    TableColumn{"referredserver"},
    TableColumn{"DestHost", FieldId::Host},
    TableColumn{"DestHostIP", FieldId::Destination, FieldType::Address},
    TableColumn{"DestHostPort", FieldId::Port, FieldType::Number},
    TableColumn{"processingtime", FieldId::Duration, FieldType::Milliseconds},
    TableColumn{"bytesrecvd", FieldId::BytesOut, FieldType::Bytes},
    TableColumn{"bytessent", FieldId::BytesIn, FieldType::Bytes},
    TableColumn{"protocol", FieldId::Protocol},
    TableColumn{"transport", FieldId::Transport},
    TableColumn{"operation", FieldId::Method},
    TableColumn{"uri", FieldId::Url},
    TableColumn{"mimetype", FieldId::MimeType},
    TableColumn{"objectsource", FieldId::ObjectSource},
    TableColumn{"resultcode", FieldId::ResultCode, FieldType::ResultCode},
    TableColumn{"CacheInfo", FieldId::CacheInfo, FieldType::Flags},
    TableColumn{"rule", FieldId::Rule},
    TableColumn{"FilterInfo", FieldId::FilterInfo},
    TableColumn{"SrcNetwork", FieldId::SourceNetwork},
    TableColumn{"DstNetwork", FieldId::DestinationNetwork},
    TableColumn{"ErrorInfo", FieldId::ErrorInfo, FieldType::Flags},
    TableColumn{"Action", FieldId::Action},
    TableColumn{"GmtLogTime", FieldId::GmtTime, FieldType::DateTime},
    TableColumn{"AuthenticationServer"},
    TableColumn{"ipsScanResult"},
    TableColumn{"ipsSignature"},
    TableColumn{"ThreatName"},
    TableColumn{"MalwareInspectionAction"},
    TableColumn{"MalwareInspectionResult"},
    TableColumn{"UrlCategory"},
    TableColumn{"MalwareInspectionContentDeliveryMethod"},
    TableColumn{"UagArrayId"},
    TableColumn{"UagVersion"},
    TableColumn{"UagModuleId"},
    TableColumn{"UagId"},
    TableColumn{"UagSeverity"},
    TableColumn{"UagType"},
    TableColumn{"UagEventName"},
    TableColumn{"UagSessionId"},
    TableColumn{"UagTrunkName"},
    TableColumn{"UagServiceName"},
    TableColumn{"UagErrorCode"},
    TableColumn{"MalwareInspectionDuration", FieldId::Other, FieldType::Milliseconds},
    TableColumn{"MalwareInspectionThreatLevel"},
    TableColumn{"InternalServiceInfo", FieldId::Other, FieldType::Flags},
    TableColumn{"ipsApplicationProtocol"},
    TableColumn{"NATAddress", FieldId::Other, FieldType::Address},
    TableColumn{"UrlCategorizationReason"},
    TableColumn{"SessionType"},
    TableColumn{"UrlDestHost"},
    TableColumn{"SrcPort", FieldId::Other, FieldType::Number},
    TableColumn{"SoftBlockAction"}, // with the first service pack, as it seems
};
constexpr std::size_t isaWebColumnCount = 30;
constexpr std::size_t oldTmgWebColumnCount = webColumns.size() - 1;

constexpr std::array isaFirewallColumns = {
    TableColumn{"servername", FieldId::Server},
    TableColumn{"logTime", FieldId::LocalTime, FieldType::DateTime},
    TableColumn{"protocol", FieldId::Transport},
    TableColumn{"SourceIP", FieldId::Client, FieldType::Address},
    TableColumn{"SourcePort", FieldId::Other, FieldType::Number},
    TableColumn{"DestinationIP", FieldId::Destination, FieldType::Address},
    TableColumn{"DestinationPort", FieldId::Port, FieldType::Number},
    TableColumn{"OriginalClientIP", FieldId::Other, FieldType::Address},
    TableColumn{"SourceNetwork", FieldId::SourceNetwork},
    TableColumn{"DestinationNetwork", FieldId::DestinationNetwork},
    TableColumn{"Action", FieldId::Action},
    TableColumn{"resultcode", FieldId::ResultCode, FieldType::ResultCode},
    TableColumn{"rule", FieldId::Rule},
    TableColumn{"ApplicationProtocol", FieldId::Protocol},
    TableColumn{"Bidirectional"},
    TableColumn{"bytessent", FieldId::BytesOut, FieldType::Bytes},
    TableColumn{"bytessentDelta", FieldId::Other, FieldType::Bytes},
    TableColumn{"bytesrecvd", FieldId::BytesIn, FieldType::Bytes},
    TableColumn{"bytesrecvdDelta", FieldId::Other, FieldType::Bytes},
    TableColumn{"connectiontime", FieldId::Duration, FieldType::Milliseconds},
    TableColumn{"connectiontimeDelta", FieldId::Other, FieldType::Milliseconds},
    TableColumn{"SourceProxy"},
    TableColumn{"DestinationProxy"},
    TableColumn{"SourceName"},
    TableColumn{"DestinationName", FieldId::Host},
    TableColumn{"ClientUserName", FieldId::User},
    TableColumn{"ClientAgent", FieldId::Agent},
    TableColumn{"sessionid", FieldId::Other, FieldType::Number},
    TableColumn{"connectionid", FieldId::Other, FieldType::Number},
    TableColumn{"Interface"},
    TableColumn{"IPHeader"},
    TableColumn{"Payload"},
    TableColumn{"GmtLogTime", FieldId::GmtTime, FieldType::DateTime},
};

constexpr std::array newFirewallColumns = {
    TableColumn{"ipsScanResult"},
    TableColumn{"ipsSignature"},
    TableColumn{"NATAddress", FieldId::Other, FieldType::Address},
    TableColumn{"FwcClientFqdn"},
    TableColumn{"FwcAppPath"},
    TableColumn{"FwcAppSHA1Hash"},
    TableColumn{"FwcAppTrusState"}, // spelled so
    TableColumn{"FwcAppInternalName"},
    TableColumn{"FwcAppProductName"},
    TableColumn{"FwcAppProductVersion"},
    TableColumn{"FwcAppFileVersion"},
    TableColumn{"FwcAppOrgFileName"},
    TableColumn{"InternalServiceInfo", FieldId::Other, FieldType::Flags},
    TableColumn{"ipsApplicationProtocol"},
    TableColumn{"FwcVersion"},
};

/// ISA's columns but the two proxies and the client's name, and then the new ones.
constexpr auto tmgFirewallColumns = [] {
    constexpr std::size_t firstLeftOut = 21;
    constexpr std::size_t leftOut = 3;
    std::array<TableColumn, isaFirewallColumns.size() - leftOut + newFirewallColumns.size()> columns = {};
    auto out = std::copy_n(isaFirewallColumns.begin(), firstLeftOut, columns.begin());
    out = std::copy(isaFirewallColumns.begin() + firstLeftOut + leftOut, isaFirewallColumns.end(), out);
    std::ranges::copy(newFirewallColumns, out);
    return columns;
}();

// The titles of the viewer of ISA 2006, as a parser of what it copies out names them, and of TMG as its documentation
// calls the fields. The bytes are those of firewall records.
constexpr std::array consoleColumns = {
    TableColumn{"Original Client IP", FieldId::Other, FieldType::Address},
    TableColumn{"Client Agent", FieldId::Agent},
    TableColumn{"Authenticated Client"},
    TableColumn{"Service", FieldId::Service},
    TableColumn{"Server Name", FieldId::Server},
    TableColumn{"Referring Server"},
    TableColumn{"Destination Host Name", FieldId::Host},
    TableColumn{"Transport", FieldId::Transport},
    TableColumn{"MIME Type", FieldId::MimeType},
    TableColumn{"Object Source", FieldId::ObjectSource},
    TableColumn{"Source Proxy"},
    TableColumn{"Destination Proxy"},
    TableColumn{"Bidirectional"},
    TableColumn{"Client Host Name"},
    TableColumn{"Filter Information", FieldId::FilterInfo},
    TableColumn{"Network Interface"},
    TableColumn{"Raw IP Header"},
    TableColumn{"Raw Payload"},
    TableColumn{"GMT Log Time", FieldId::GmtTime, FieldType::DateTime},
    TableColumn{"Source Port", FieldId::Other, FieldType::Number},
    TableColumn{"Processing Time", FieldId::Duration, FieldType::Milliseconds},
    TableColumn{"Bytes Sent", FieldId::BytesOut, FieldType::Bytes},
    TableColumn{"Bytes Received", FieldId::BytesIn, FieldType::Bytes},
    TableColumn{"Bytes Sent Delta", FieldId::Other, FieldType::Bytes},
    TableColumn{"Bytes Received Delta", FieldId::Other, FieldType::Bytes},
    TableColumn{"Result Code", FieldId::ResultCode, FieldType::ResultCode},
    TableColumn{"HTTP Status Code", FieldId::ResultCode, FieldType::ResultCode},
    TableColumn{"Cache Information", FieldId::CacheInfo, FieldType::Flags},
    TableColumn{"Error Information", FieldId::ErrorInfo, FieldType::Flags},
    TableColumn{"Log Record Type", FieldId::RecordType},
    TableColumn{"Authentication Server"},
    TableColumn{"Log Date", FieldId::Date, FieldType::Date},
    TableColumn{"Log Time", FieldId::LocalTime, FieldType::DateTime},
    TableColumn{"Destination IP", FieldId::Destination, FieldType::Address},
    TableColumn{"Destination Port", FieldId::Port, FieldType::Number},
    TableColumn{"Protocol", FieldId::Protocol},
    TableColumn{"Action", FieldId::Action},
    TableColumn{"Rule", FieldId::Rule},
    TableColumn{"Client IP", FieldId::Client, FieldType::Address},
    TableColumn{"Client Username", FieldId::User},
    TableColumn{"Source Network", FieldId::SourceNetwork},
    TableColumn{"Destination Network", FieldId::DestinationNetwork},
    TableColumn{"HTTP Method", FieldId::Method},
    TableColumn{"URL", FieldId::Url},
    TableColumn{"Session ID", FieldId::Other, FieldType::Number},
    TableColumn{"Connection ID", FieldId::Other, FieldType::Number},
    TableColumn{"Session Type"},
    TableColumn{"NAT Address", FieldId::Other, FieldType::Address},
    TableColumn{"NIS Scan Result"},
    TableColumn{"NIS Signature"},
    TableColumn{"NIS Application Protocol"},
    TableColumn{"Threat Name"},
    TableColumn{"Threat Level"},
    TableColumn{"Malware Inspection Action"},
    TableColumn{"Malware Inspection Result"},
    TableColumn{"Malware Inspection Duration", FieldId::Other, FieldType::Milliseconds},
    TableColumn{"Content Delivery Method"},
    TableColumn{"URL Category"},
    TableColumn{"URL Categorization Reason"},
    TableColumn{"URL Destination Host"},
    TableColumn{"Internal Service Information", FieldId::Other, FieldType::Flags},
};

/// Columns by folded title; the first of @p tables that has a title counts.
using ColumnIndex = QHash<QByteArray, const TableColumn*>;

ColumnIndex indexOf(std::initializer_list<std::span<const TableColumn>> tables)
{
    ColumnIndex index;
    for (const auto columns : tables) {
        for (const TableColumn& column : columns) {
            const QByteArray title = foldedName(column.title);
            if (!index.contains(title))
                index.insert(title, &column);
        }
    }
    return index;
}

const ColumnIndex& columnsOf(LogLayout::Format format, LogKind kind)
{
    static const ColumnIndex console = indexOf({consoleColumns});
    static const ColumnIndex web = indexOf({webColumns});
    static const ColumnIndex firewall = indexOf({tmgFirewallColumns, isaFirewallColumns}); // ISA's has three more
    if (format == LogLayout::Format::Console)
        return console;
    return kind == LogKind::Web ? web : firewall;
}

const TableColumn* find(QByteArrayView title, LogLayout::Format format, LogKind kind)
{
    constexpr qsizetype longestTitle = 64; // what is longer is not worth folding
    return title.size() > longestTitle ? nullptr : columnsOf(format, kind).value(foldedName(title));
}

} // namespace

const std::vector<DatabaseTable>& databaseTables()
{
    using namespace Qt::StringLiterals;
    static const std::vector<DatabaseTable> tables = {
        {u"ISA Server 2006"_s, LogKind::Web, std::span(webColumns).first(isaWebColumnCount)},
        {u"Forefront TMG 2010"_s, LogKind::Web, std::span(webColumns).first(oldTmgWebColumnCount)},
        {u"Forefront TMG 2010"_s, LogKind::Web, webColumns},
        {u"ISA Server 2006"_s, LogKind::Firewall, isaFirewallColumns},
        {u"Forefront TMG 2010"_s, LogKind::Firewall, tmgFirewallColumns},
    };
    return tables;
}

Field fieldByTitle(QByteArrayView title, LogLayout::Format format, LogKind kind)
{
    Field field{.name = title.toByteArray()};
    const TableColumn* column = find(title, format, kind);
    if (!column)
        return field;
    field.id = column->id;
    field.type = column->type;
    if (format == LogLayout::Format::Console && kind == LogKind::Web) {
        if (column->id == FieldId::BytesIn)
            field.id = FieldId::BytesOut;
        else if (column->id == FieldId::BytesOut)
            field.id = FieldId::BytesIn;
    }
    return field;
}

bool isColumnTitle(QByteArrayView title, LogLayout::Format format, LogKind kind)
{
    return find(title, format, kind);
}

} // namespace TmgLens
