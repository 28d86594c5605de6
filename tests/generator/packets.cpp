// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/packets.h"

#include "tests/generator/firewallcodes.h"

#include <algorithm>
#include <utility>

namespace TmgLens::Generator {

namespace {

constexpr std::string_view linkLocal = "fe80::2d0:b7ff:fe10:4a2c";
constexpr std::string_view linkLocalOther = "fe80::21b:21ff:fe3e:7f01";
constexpr std::string_view allDhcpServers = "ff02::1:2";
constexpr std::string_view llmnr = "ff02::1:3";
constexpr std::string_view outsideIpv6 = "2001:db8:40::17";
constexpr std::string_view insideIpv6 = "2001:db8:1::25";

} // namespace

// Shares in thousandths.
const std::array<Packets::Kind, 9> Packets::kinds{{
    {90, &Packets::attemptFailed},
    {160, &Packets::deniedOutside},
    {120, &Packets::deniedInside},
    {210, &Packets::broadcast},
    {90, &Packets::multicast},
    {60, &Packets::ping},
    {80, &Packets::ipv6},
    {165, &Packets::dropped},
    {25, &Packets::vpn},
}};

Packets::Packets(Random& random, const Cast& cast, Connections& connections)
    : m_random(random)
    , m_cast(cast)
    , m_connections(connections)
    , m_lottery(shares())
{
}

FirewallRecord Packets::ordinary(std::chrono::sys_seconds now)
{
    m_now = now;
    return (this->*kinds[m_lottery.draw(m_random)].make)();
}

Lottery Packets::shares()
{
    std::array<std::uint32_t, kinds.size()> shares{};
    std::ranges::transform(kinds, shares.begin(), &Kind::share);
    return Lottery(shares);
}

FirewallRecord Packets::attemptFailed()
{
    FirewallRecord record;
    const Site& site = m_cast.anySite(m_random);
    record.source = m_cast.anyPerson(m_random).address;
    record.sourcePort = m_random.between(1025, 65535);
    record.target = site.address;
    record.targetPort = site.isSecure ? 443 : 80;
    record.protocol = site.isSecure ? "HTTPS" : "HTTP";
    record.rule = "Internet Access";
    record.action = "Failed";
    record.status = m_random.percent(60) ? Code::timedOut : Code::refused;
    record.milliseconds =
        record.status == Code::timedOut ? m_random.between(20900, 21100) : m_random.between(900, 1600);
    record.millisecondsSince = record.milliseconds;
    m_connections.number(record);
    record.receivedOn = Names::proxy;
    return record;
}

FirewallRecord Packets::fromOutside()
{
    FirewallRecord record;
    record.source = outsideAddress(m_random);
    record.sourcePort = m_random.between(1025, 65535);
    record.target = Names::outerAddress;
    record.sourceNetwork = "External";
    record.targetNetwork = "Local Host";
    record.receivedOn = Names::outerAddress;
    return record;
}

FirewallRecord Packets::deniedOutside()
{
    constexpr std::array<std::pair<std::uint32_t, std::string_view>, 6> targets{{
        {445, "Microsoft CIFS (TCP)"},
        {135, "RPC (all interfaces)"},
        {1433, "Microsoft SQL (TCP)"},
        {22, "SSH"},
        {23, "Telnet"},
        {3389, "RDP (Terminal Services)"},
    }};
    FirewallRecord record = fromOutside();
    const auto& [port, protocol] = m_random.pick(targets);
    record.targetPort = port;
    record.protocol = protocol;
    return record;
}

FirewallRecord Packets::deniedInside()
{
    FirewallRecord record;
    record.source = m_cast.anyPerson(m_random).address;
    record.sourcePort = m_random.between(1025, 65535);
    record.target = outsideAddress(m_random);
    record.targetPort = m_random.percent(50) ? 6881 : 5222;
    record.receivedOn = Names::proxy;
    if (m_random.percent(15)) {
        record.status = Code::networkRules;
        record.rule = {};
    }
    return record;
}

FirewallRecord Packets::broadcast()
{
    FirewallRecord record;
    record.transport = "UDP";
    record.source = m_cast.anyPerson(m_random).address;
    record.target = {.v4 = record.source.v4 | 0xff};
    record.sourcePort = record.targetPort = m_random.percent(70) ? 138 : 137;
    record.protocol = record.targetPort == 138 ? "NetBios Datagram" : "NetBios Name Service";
    record.targetNetwork = "Local Host";
    if (m_random.percent(20)) {
        record.sourcePort = 68;
        record.targetPort = 67;
        record.target = ipv4(255, 255, 255, 255);
        record.protocol = "DHCP (request)";
        record.status = Code::broadcastDropped;
        record.rule = {};
    }
    return record;
}

FirewallRecord Packets::multicast()
{
    FirewallRecord record;
    record.transport = "IGMP";
    record.source = m_cast.anyPerson(m_random).address;
    record.target = m_random.percent(60) ? ipv4(224, 0, 0, 1) : ipv4(224, 0, 0, 22);
    record.hasPorts = false;
    record.targetNetwork = "Local Host";
    return record;
}

FirewallRecord Packets::ping()
{
    FirewallRecord record = fromOutside();
    const bool isUnreachable = m_random.percent(40);
    record.transport = "ICMP";
    record.sourcePort = isUnreachable ? 3 : 8;
    record.targetPort = isUnreachable ? 1 : 0;
    record.protocol = isUnreachable ? "Unidentified IP Traffic" : "PING";
    return record;
}

FirewallRecord Packets::ipv6()
{
    FirewallRecord record;
    record.transport = "UDP";
    record.targetNetwork = "Local Host";
    record.rule = {};
    record.status = Code::ipv6Dropped;
    record.source = {.v6 = m_random.percent(50) ? linkLocal : linkLocalOther};
    if (m_random.percent(45)) {
        record.sourcePort = 546;
        record.target = {.v6 = allDhcpServers};
        record.targetPort = 547;
        record.protocol = "DHCPv6";
    } else if (m_random.percent(70)) {
        record.sourcePort = m_random.between(49152, 65535);
        record.target = {.v6 = llmnr};
        record.targetPort = 5355;
    } else {
        record.transport = "TCP";
        record.source = {.v6 = outsideIpv6};
        record.sourcePort = m_random.between(1025, 65535);
        record.target = {.v6 = insideIpv6};
        record.targetPort = 443;
        record.sourceNetwork = "External";
        record.protocol = "HTTPS";
    }
    return record;
}

FirewallRecord Packets::dropped()
{
    if (m_random.percent(90))
        if (const auto late = m_connections.latePacket(m_now))
            return *late;
    FirewallRecord record = fromOutside();
    record.rule = {};
    record.targetPort = m_random.percent(50) ? 443 : 80;
    record.protocol = record.targetPort == 443 ? "HTTPS" : "HTTP";
    record.status = Code::badChecksum;
    return record;
}

FirewallRecord Packets::vpn()
{
    FirewallRecord record = fromOutside();
    record.client = &m_cast.anyPerson(m_random);
    record.targetPort = 1723;
    record.protocol = "PPTP Server";
    record.rule = "[System] Allow VPN client traffic to Forefront TMG";
    const std::uint32_t lot = m_random.below(100);
    record.action = lot < 45 ? "Successful_Connection" : lot < 85 ? "Disconnection" : "Unsuccessful_Connection";
    record.status = lot < 85 ? Code::success : Code::vpnRejected;
    m_connections.number(record);
    return record;
}

} // namespace TmgLens::Generator
