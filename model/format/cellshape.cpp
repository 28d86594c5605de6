// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/cellshape.h"

#include "model/format/fieldcutter.h"
#include "model/format/recordtime.h"

#include <algorithm>
#include <array>

namespace TmgLens {

namespace {

using namespace std::string_view_literals;

constexpr int sure = 8;
constexpr int likely = 4;
constexpr int possible = 1;
constexpr int unlikely = -4;
constexpr int wrong = -8;

constexpr std::array transports = {"tcp"sv, "udp"sv, "icmp"sv, "igmp"sv, "gre"sv, "esp"sv, "icmpv6"sv};
constexpr std::array actions = {"allowed"sv,
                                "denied"sv,
                                "failed"sv,
                                "establish"sv,
                                "terminate"sv,
                                "intermediate"sv,
                                "bind"sv,
                                "listen"sv,
                                "notlogged"sv,
                                "ghbn"sv,
                                "ghba"sv,
                                "redirect_bind"sv,
                                "successful_connection"sv,
                                "unsuccessful_connection"sv,
                                "disconnection"sv,
                                "user_cleared_quarantine"sv,
                                "quarantine_timeout"sv,
                                "user_quarantined"sv};
constexpr std::array dispositions = {"blocked"sv, "allowed"sv, "internal"sv};
constexpr std::array services = {"w3proxy"sv, "w3reverseproxy"sv};
constexpr std::array objectSources = {"cache"sv,  "vcache"sv,   "nvcache"sv,      "vfinet"sv,     "inet"sv,
                                      "member"sv, "upstream"sv, "not modified"sv, "notmodified"sv};
constexpr std::array sessionTypes = {"none"sv,      "securenat"sv,         "firewall client"sv,
                                     "web proxy"sv, "vpn remote access"sv, "vpn site"sv};
constexpr std::array networks = {"internal"sv, "external"sv, "local host"sv, "vpn clients"sv,
                                 "quarantined vpn clients"sv};
constexpr std::array methods = {"get"sv,     "post"sv,   "head"sv,  "put"sv,      "connect"sv,
                                "options"sv, "delete"sv, "trace"sv, "propfind"sv, "accept"sv,
                                "bind"sv,    "listen"sv, "ghbn"sv,  "ghba"sv,     "udpmap"sv};
constexpr std::array webProtocols = {"http"sv, "https"sv, "ftp"sv, "ssl-tunnel"sv, "https-inspect"sv, "gopher"sv};

/// True if @p cell is one of @p words (lower case), without regard to case.
bool isOneOf(std::string_view cell, std::span<const std::string_view> words)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
    return std::ranges::any_of(words, [&](std::string_view word) { return std::ranges::equal(cell, word, {}, lower); });
}

bool isNumber(std::string_view cell)
{
    if (cell.starts_with('-'))
        cell.remove_prefix(1);
    return !cell.empty() && std::ranges::all_of(cell, [](char c) { return c >= '0' && c <= '9'; });
}

bool isHexWord(std::string_view cell)
{
    return cell.size() > 2 && (cell.starts_with("0x") || cell.starts_with("0X"))
        && cell.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string_view::npos;
}

/// `1.2.3.4`, with a port or not.
bool looksLikeIpv4(std::string_view cell)
{
    int dots = 0;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] == ':' && dots == 3)
            return isNumber(cell.substr(i + 1));
        if (cell[i] == '.')
            ++dots;
        else if (cell[i] < '0' || cell[i] > '9')
            return false;
    }
    return dots == 3 && cell.size() >= 7;
}

int scoreOfCode(std::string_view cell, LogKind kind)
{
    switch (kind) {
    case LogKind::PacketFilter:
        return isOneOf(cell, dispositions) ? sure : wrong;
    case LogKind::Firewall:
        return isHexWord(cell) ? sure : isNumber(cell) ? possible : wrong;
    case LogKind::Web:
    case LogKind::Unknown:
        break;
    }
    return isNumber(cell) ? likely : wrong;
}

int scoreOfUrl(std::string_view cell)
{
    if (cell.contains("://"))
        return sure;
    if (cell.contains(' '))
        return unlikely;
    return cell.starts_with('/') || (cell.contains(':') && !looksLikeIpv4(cell)) ? likely : unlikely;
}

/// Any text may stand there; it is less likely to look like something else.
int scoreOfText(std::string_view cell)
{
    if (looksLikeDate(cell) || looksLikeTime(cell))
        return wrong;
    return isNumber(cell) || isHexWord(cell) || looksLikeAddress(cell) || cell.contains("://") ? -2 : 0;
}

/// A name with a dot or more; the address stands in a field of its own.
int scoreOfHost(std::string_view cell)
{
    if (cell.find_first_of(" /:") != std::string_view::npos || isNumber(cell) || looksLikeAddress(cell))
        return unlikely;
    return cell.contains('.') ? likely : 0;
}

int scoreOfWord(bool fits)
{
    return fits ? sure : wrong;
}

/// For fields that nothing but the guess needs to tell apart.
int scoreByName(std::string_view cell, const Field& field)
{
    const QByteArray name = foldedName(field.name);
    if (name == "urldesthost")
        return scoreOfHost(cell);
    if (name == "interface" && looksLikeAddress(cell))
        return likely;
    if (name == "sessiontype")
        return isOneOf(cell, sessionTypes) ? sure : unlikely;
    return scoreOfText(cell);
}

int scoreByMeaning(std::string_view cell, const Field& field, LogKind kind)
{
    switch (field.id) {
    case FieldId::Transport:
        return isOneOf(cell, transports) ? sure : unlikely;
    case FieldId::Action:
        return scoreOfWord(isOneOf(cell, actions));
    case FieldId::Service:
        return scoreOfWord(isOneOf(cell, services) || cell == "fwsrv");
    case FieldId::ObjectSource:
        return scoreOfWord(isOneOf(cell, objectSources) || cell == "0");
    case FieldId::SourceNetwork:
    case FieldId::DestinationNetwork:
        return isOneOf(cell, networks) ? likely : scoreOfText(cell);
    case FieldId::Method:
        return isOneOf(cell, methods) ? sure : unlikely;
    case FieldId::Url:
        return scoreOfUrl(cell);
    case FieldId::Protocol:
        return kind == LogKind::Web && isOneOf(cell, webProtocols) ? sure : scoreOfText(cell);
    case FieldId::MimeType:
        return cell.contains('/') && !cell.contains("://") && !cell.contains('(') ? likely : unlikely;
    case FieldId::FilterInfo:
        return cell.starts_with("Req ID") || cell.contains("Compression:") ? sure : -2;
    case FieldId::Host:
        return scoreOfHost(cell);
    case FieldId::User:
        return cell == "anonymous" || cell.contains('\\') ? likely : scoreOfText(cell);
    case FieldId::Agent:
        return cell.contains("Mozilla/") ? likely : scoreOfText(cell);
    default:
        return scoreByName(cell, field);
    }
}

bool isYesNoField(const Field& field)
{
    const QByteArray name = foldedName(field.name);
    return name == "scauthenticated" || name == "bidirectional";
}

} // namespace

bool looksLikeAddress(std::string_view cell)
{
    if (looksLikeIpv4(cell))
        return true;
    return std::ranges::count(cell, ':') >= 2
        && cell.find_first_not_of("0123456789abcdefABCDEF:.[]%") == std::string_view::npos;
}

int shapeScore(std::string_view cell, const Field& field, LogKind kind)
{
    const bool isKey = field.id == FieldId::Date || field.id == FieldId::Time || field.id == FieldId::GmtTime
        || field.id == FieldId::ResultCode;
    if (isEmptyCell(cell))
        return isKey ? wrong : 0;
    switch (field.type) {
    case FieldType::Date:
        return scoreOfWord(looksLikeDate(cell));
    case FieldType::Time:
        return scoreOfWord(looksLikeTime(cell));
    case FieldType::DateTime:
        return scoreOfWord(parseDateTime(cell, LogLayout::DateOrder::MonthDayYear)
                           || parseDateTime(cell, LogLayout::DateOrder::DayMonthYear));
    case FieldType::Address:
        return looksLikeAddress(cell) ? likely : wrong;
    case FieldType::Number:
    case FieldType::Bytes:
    case FieldType::Milliseconds:
        return isNumber(cell) ? 2 : wrong;
    case FieldType::ResultCode:
        return scoreOfCode(cell, kind);
    case FieldType::Flags:
        return isHexWord(cell) ? likely : cell == "0" ? possible : wrong;
    case FieldType::Text:
        break;
    }
    if (isYesNoField(field))
        return scoreOfWord(cell == "Y" || cell == "N");
    return scoreByMeaning(cell, field, kind);
}

} // namespace TmgLens
