// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/field.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace TmgLens {

namespace {

struct KnownField
{
    std::string_view foldedName;
    FieldId id;
    FieldType type;
};

// Names: "Web Proxy Log Fields" and "Firewall Log Fields" of the TMG and ISA documentation, and the headers of real
// logs.
constexpr std::array commonFields = {
    KnownField{"date", FieldId::Date, FieldType::Date},
    KnownField{"time", FieldId::Time, FieldType::Time},
    KnownField{"gmttime", FieldId::GmtTime, FieldType::DateTime},
    KnownField{"action", FieldId::Action, FieldType::Text},
    KnownField{"rule", FieldId::Rule, FieldType::Text},
    KnownField{"nataddress", FieldId::Other, FieldType::Address},
    KnownField{"sessionid", FieldId::Other, FieldType::Number},
    KnownField{"connectionid", FieldId::Other, FieldType::Number},
    KnownField{"internalserviceinfo", FieldId::Other, FieldType::Flags},
};

constexpr std::array webFields = {
    KnownField{"cip", FieldId::Client, FieldType::Address},
    KnownField{"csusername", FieldId::User, FieldType::Text},
    KnownField{"cagent", FieldId::Agent, FieldType::Text},
    KnownField{"scauthenticated", FieldId::Other, FieldType::Text},
    KnownField{"ssvcname", FieldId::Service, FieldType::Text},
    KnownField{"ssitename", FieldId::Service, FieldType::Text},
    KnownField{"scomputername", FieldId::Server, FieldType::Text},
    KnownField{"csreferred", FieldId::Other, FieldType::Text},
    KnownField{"rhost", FieldId::Host, FieldType::Text},
    KnownField{"rip", FieldId::Destination, FieldType::Address},
    KnownField{"rport", FieldId::Port, FieldType::Number},
    KnownField{"timetaken", FieldId::Duration, FieldType::Milliseconds},
    KnownField{"scbytes", FieldId::BytesIn, FieldType::Bytes},
    KnownField{"csbytes", FieldId::BytesOut, FieldType::Bytes},
    KnownField{"csprotocol", FieldId::Protocol, FieldType::Text},
    KnownField{"cstransport", FieldId::Transport, FieldType::Text},
    KnownField{"soperation", FieldId::Method, FieldType::Text},
    KnownField{"csuri", FieldId::Url, FieldType::Text},
    KnownField{"csmimetype", FieldId::MimeType, FieldType::Text},
    KnownField{"sobjectsource", FieldId::ObjectSource, FieldType::Text},
    KnownField{"scstatus", FieldId::ResultCode, FieldType::ResultCode},
    KnownField{"scacheinfo", FieldId::CacheInfo, FieldType::Flags},
    KnownField{"rule#1", FieldId::Rule, FieldType::Text},
    KnownField{"rule#2", FieldId::Other, FieldType::Text},
    KnownField{"filterinfo", FieldId::FilterInfo, FieldType::Text},
    KnownField{"csnetwork", FieldId::SourceNetwork, FieldType::Text},
    KnownField{"scnetwork", FieldId::DestinationNetwork, FieldType::Text},
    KnownField{"errorinfo", FieldId::ErrorInfo, FieldType::Flags},
    KnownField{"authenticationserver", FieldId::Other, FieldType::Text},
    KnownField{"malwareinspectionduration", FieldId::Other, FieldType::Milliseconds},
    KnownField{"sessiontype", FieldId::Other, FieldType::Text},
    KnownField{"urldesthost", FieldId::Other, FieldType::Text},
    KnownField{"sport", FieldId::Other, FieldType::Number},
};

constexpr std::array firewallFields = {
    KnownField{"computer", FieldId::Server, FieldType::Text},
    KnownField{"ipprotocol", FieldId::Transport, FieldType::Text},
    KnownField{"source", FieldId::Client, FieldType::Address},
    KnownField{"destination", FieldId::Destination, FieldType::Address},
    KnownField{"originalclientip", FieldId::Other, FieldType::Address},
    KnownField{"sourcenetwork", FieldId::SourceNetwork, FieldType::Text},
    KnownField{"destinationnetwork", FieldId::DestinationNetwork, FieldType::Text},
    KnownField{"status", FieldId::ResultCode, FieldType::ResultCode},
    KnownField{"applicationprotocol", FieldId::Protocol, FieldType::Text},
    KnownField{"bidirectional", FieldId::Other, FieldType::Text},
    KnownField{"bytessent", FieldId::BytesOut, FieldType::Bytes},
    KnownField{"bytessentintermediate", FieldId::Other, FieldType::Bytes},
    KnownField{"bytesreceived", FieldId::BytesIn, FieldType::Bytes},
    KnownField{"bytesreceivedintermediate", FieldId::Other, FieldType::Bytes},
    KnownField{"connectiontime", FieldId::Duration, FieldType::Milliseconds},
    KnownField{"connectiontimeintermediate", FieldId::Other, FieldType::Milliseconds},
    KnownField{"sourcename", FieldId::Other, FieldType::Text},
    KnownField{"destinationname", FieldId::Host, FieldType::Text},
    KnownField{"username", FieldId::User, FieldType::Text},
    KnownField{"agent", FieldId::Agent, FieldType::Text},
    KnownField{"interface", FieldId::Other, FieldType::Text},
    KnownField{"ipheader", FieldId::Other, FieldType::Text},
    KnownField{"protocolpayload", FieldId::Other, FieldType::Text},
};

// The SDK page "ISA Server 2000 packet filter log" and the real header disagree on names; both are here.
constexpr std::array packetFilterFields = {
    KnownField{"sourceip", FieldId::Client, FieldType::Address},
    KnownField{"rip", FieldId::Client, FieldType::Address},
    KnownField{"destinationip", FieldId::Destination, FieldType::Address},
    KnownField{"sip", FieldId::Destination, FieldType::Address},
    KnownField{"protocol", FieldId::Transport, FieldType::Text},
    KnownField{"param#1", FieldId::Other, FieldType::Number},
    KnownField{"param#2", FieldId::Port, FieldType::Number},
    KnownField{"tcpflags", FieldId::Other, FieldType::Text},
    KnownField{"filterrule", FieldId::ResultCode, FieldType::ResultCode},
    KnownField{"sfilterrule", FieldId::ResultCode, FieldType::ResultCode},
    KnownField{"interface", FieldId::Other, FieldType::Text},
    KnownField{"sinterface", FieldId::Other, FieldType::Text},
    KnownField{"ipheader", FieldId::Other, FieldType::Text},
    KnownField{"rsipheader", FieldId::Other, FieldType::Text},
    KnownField{"payload", FieldId::Other, FieldType::Text},
    KnownField{"rspayload", FieldId::Other, FieldType::Text},
};

std::span<const KnownField> fieldsOf(LogKind kind)
{
    switch (kind) {
    case LogKind::Web:
        return webFields;
    case LogKind::Firewall:
        return firewallFields;
    case LogKind::PacketFilter:
        return packetFilterFields;
    case LogKind::Unknown:
        break;
    }
    return {};
}

const KnownField* find(std::span<const KnownField> fields, std::string_view foldedName)
{
    const auto found = std::ranges::find(fields, foldedName, &KnownField::foldedName);
    return found == fields.end() ? nullptr : &*found;
}

const KnownField* findDocumented(QByteArrayView name, LogKind kind)
{
    const QByteArray folded = foldedName(name);
    const std::string_view key(folded.constData(), std::size_t(folded.size()));
    const KnownField* known = find(fieldsOf(kind), key);
    return known ? known : find(commonFields, key);
}

} // namespace

QByteArray foldedName(QByteArrayView name)
{
    QByteArray folded;
    folded.reserve(name.size());
    for (const char c : name) {
        if (c != ' ' && c != '-' && c != '_')
            folded.append(c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c);
    }
    return folded;
}

Field fieldByName(QByteArrayView name, LogKind kind)
{
    Field field{.name = name.toByteArray()};
    if (const KnownField* known = findDocumented(name, kind)) {
        field.id = known->id;
        field.type = known->type;
    }
    return field;
}

bool isDocumentedField(QByteArrayView name)
{
    return std::ranges::any_of(std::array{LogKind::Web, LogKind::Firewall, LogKind::PacketFilter},
                               [name](LogKind kind) { return findDocumented(name, kind) != nullptr; });
}

} // namespace TmgLens
