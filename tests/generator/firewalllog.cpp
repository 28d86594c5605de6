// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/firewalllog.h"

#include <algorithm>
#include <utility>

namespace TmgLens::Generator {

namespace {

namespace Code {
constexpr std::uint32_t success = 0;
constexpr std::uint32_t timedOut = 0x8007274c;
constexpr std::uint32_t refused = 0x8007274d;
constexpr std::uint32_t closed = 0x80074e20;
constexpr std::uint32_t reset = 0x80074e21;
constexpr std::uint32_t quota = 0x80074e23;
constexpr std::uint32_t killed = 0x80074e24;
constexpr std::uint32_t idle = 0x80074e25;
constexpr std::uint32_t denied = 0xc004000d;
constexpr std::uint32_t networkRules = 0xc0040012;
constexpr std::uint32_t spoofed = 0xc0040014;
constexpr std::uint32_t noBacklog = 0xc0040016;
constexpr std::uint32_t notSyn = 0xc0040017;
constexpr std::uint32_t halfScan = 0xc004001b;
constexpr std::uint32_t vpnRejected = 0xc0040021;
constexpr std::uint32_t broadcastDropped = 0xc0040025;
constexpr std::uint32_t synAttackStart = 0xc004002a;
constexpr std::uint32_t synAttackEnd = 0xc004002b;
constexpr std::uint32_t badChecksum = 0xc0040031;
constexpr std::uint32_t ruleQuota = 0xc0040033;
constexpr std::uint32_t dnsQuota = 0xc0040036;
constexpr std::uint32_t rateQuota = 0xc0040037;
constexpr std::uint32_t noReply = 0xc0040038;
constexpr std::uint32_t policyClosed = 0xc0040039;
constexpr std::uint32_t inspected = 0xc004003c;
constexpr std::uint32_t ipv6Dropped = 0xc0040041;
}

/// Shares of the kinds of ordinary records that begin something, in the order of the switch in ordinary().
constexpr std::array<std::uint32_t, 10> kindShares{620, 35, 60, 45, 80, 35, 30, 25, 60, 10};

struct Protocol
{
    std::string_view name;
    std::string_view transport;
    std::uint32_t port;
    std::string_view rule;
};

// The first entries have peers of their own in choosePeers().
constexpr std::size_t dns = 0;
constexpr std::size_t ntp = 1;
constexpr std::size_t outgoingMail = 2;
constexpr std::size_t incomingMail = 3;
constexpr std::size_t incomingWeb = 4;
constexpr std::array<Protocol, 11> protocols{{
    {"DNS", "UDP", 53, "[System] Allow DNS from Forefront TMG to selected servers"},
    {"NTP (UDP)", "UDP", 123, "[System] Allow NTP from Forefront TMG to trusted NTP servers"},
    {"SMTP", "TCP", 25, "Mail out"},
    {"SMTP Server", "TCP", 25, "Publish Mail Relay"},
    {"HTTPS Server", "TCP", 443, "Publish Mail"},
    {"HTTPS", "TCP", 443, "Internet Access"},
    {"HTTP", "TCP", 80, "Internet Access"},
    {"FTP", "TCP", 21, "Internet Access"},
    {"POP3S", "TCP", 995, "Mail clients"},
    {"RDP (Terminal Services)", "TCP", 3389, "Remote administration"},
    {"SSH", "TCP", 22, "Remote administration"},
}};
constexpr std::array<std::uint32_t, 11> protocolShares{220, 20, 40, 50, 90, 300, 220, 15, 25, 10, 10};

constexpr std::array<std::string_view, 3> clientPrograms{"outlook.exe", "planner.exe", "ledger.exe"};

constexpr std::string_view linkLocal = "fe80::2d0:b7ff:fe10:4a2c";
constexpr std::string_view linkLocalOther = "fe80::21b:21ff:fe3e:7f01";
constexpr std::string_view allDhcpServers = "ff02::1:2";
constexpr std::string_view llmnr = "ff02::1:3";
constexpr std::string_view outsideIpv6 = "2001:db8:40::17";
constexpr std::string_view insideIpv6 = "2001:db8:1::25";

constexpr std::chrono::minutes statusInterval{15};

} // namespace

FirewallLog::FirewallLog(RecordWriter& writer, Random& random, const Cast& cast)
    : m_writer(writer)
    , m_random(random)
    , m_cast(cast)
    , m_kinds(kindShares)
    , m_protocols(protocolShares)
    , m_session(random.between(1000, 90000))
    , m_connection(random.between(100'000, 4'000'000))
{
}

void FirewallLog::writeHeader(std::chrono::sys_seconds utc)
{
    writeFirewallHeader(m_writer, utc);
}

void FirewallLog::write(const PlannedRecord& planned)
{
    m_now = planned.utc;
    m_writer.setTime(m_now);
    if (planned.incident != Incident::None) {
        writeFirewallRecord(m_writer, incident(planned));
    } else if (m_lastHalfOpen != std::chrono::sys_seconds() && m_now - m_lastHalfOpen > std::chrono::minutes(1)) {
        m_lastHalfOpen = {};
        writeFirewallRecord(m_writer, synAttackOver());
    } else if (!m_open.empty() && m_open.top().due <= m_now) {
        Connection connection = m_open.top();
        m_open.pop();
        writeFirewallRecord(m_writer, progressed(connection));
    } else {
        writeFirewallRecord(m_writer, ordinary());
    }
}

FirewallRecord FirewallLog::ordinary()
{
    switch (m_kinds.draw(m_random)) {
    case 1:
        return attemptFailed();
    case 2:
        return deniedOutside();
    case 3:
        return deniedInside();
    case 4:
        return broadcast();
    case 5:
        return multicast();
    case 6:
        return ping();
    case 7:
        return ipv6();
    case 8:
        return dropped();
    case 9:
        return vpn();
    default:
        return opened();
    }
}

FirewallRecord FirewallLog::incident(const PlannedRecord& planned)
{
    switch (planned.incident) {
    case Incident::PortScan:
        return scanned(planned);
    case Incident::NameOutage:
        return unanswered();
    case Incident::SynAttack:
        return synAttack(planned);
    default:
        return flooding();
    }
}

FirewallRecord FirewallLog::opened()
{
    const std::size_t number = m_protocols.draw(m_random);
    const Protocol& protocol = protocols[number];
    FirewallRecord record;
    record.action = "Establish";
    record.status = Code::success;
    record.transport = protocol.transport;
    record.protocol = protocol.name;
    record.rule = protocol.rule;
    record.targetPort = protocol.port;
    record.sourcePort = m_random.between(1025, 65535);
    record.isConnection = true;
    record.session = ++m_session;
    record.connection = ++m_connection;
    choosePeers(record, number);
    keepOpen(record);
    return record;
}

void FirewallLog::choosePeers(FirewallRecord& record, std::size_t protocol)
{
    if (protocol == incomingMail || protocol == incomingWeb) {
        record.source = outsideAddress(m_random);
        record.target = protocol == incomingMail ? Names::mailServer : Names::webServer;
        record.receivedOn = Names::outerAddress;
        record.sourceNetwork = "External";
        record.targetNetwork = "Internal";
        return;
    }
    const Person& person = m_cast.anyPerson(m_random);
    const Site& site = m_cast.anySite(m_random);
    record.source = person.address;
    record.target = site.address;
    record.targetName = m_random.percent(30) ? std::string_view(site.host) : std::string_view();
    record.receivedOn = Names::proxy;
    if (protocol == dns || protocol == ntp) {
        record.source = Names::proxy;
        record.target = protocol == dns ? Names::nameServer : outsideAddress(m_random);
        record.sourceNetwork = "Local Host";
        record.targetNetwork = protocol == dns ? "Internal" : "External";
        record.targetName = {};
    } else if (protocol == outgoingMail) {
        record.source = Names::mailServer;
        record.target = outsideAddress(m_random);
        record.targetName = {};
        record.isTranslated = true;
    } else {
        record.isTranslated = true;
        if (m_random.percent(20)) {
            record.client = &person;
            record.program = m_random.pick(clientPrograms);
        }
    }
}

void FirewallLog::keepOpen(const FirewallRecord& record)
{
    const bool isTcp = record.transport == "TCP";
    const std::uint32_t lot = m_random.below(1000);
    Connection connection;
    connection.record = record;
    connection.opened = m_now;
    connection.ending = !isTcp ? (lot < 600 ? Code::closed : Code::idle)
        : lot < 720            ? Code::closed
        : lot < 910            ? Code::reset
        : lot < 980            ? Code::idle
        : lot < 990            ? Code::killed
        : lot < 996            ? Code::noReply
                               : Code::policyClosed;
    const std::chrono::seconds life(isTcp ? m_random.skewed(0, m_random.percent(5) ? 15 : 8) : m_random.between(1, 60));
    connection.closing = m_now + life;
    connection.due = std::min(connection.closing, m_now + statusInterval);
    const bool hasAnswer = connection.ending != Code::noReply;
    connection.sentPerSecond = isTcp ? m_random.skewed(5, 11) : m_random.skewed(1, 4);
    connection.receivedPerSecond = !hasAnswer ? 0 : isTcp ? m_random.skewed(5, 15) : m_random.skewed(2, 5);
    m_open.push(connection);
}

FirewallRecord FirewallLog::progressed(Connection& connection)
{
    const bool isEnding = connection.closing <= m_now;
    FirewallRecord& record = connection.record;
    const auto seconds = static_cast<std::uint64_t>((m_now - connection.opened).count());
    const std::uint64_t milliseconds = seconds * 1000 + m_random.between(1, 999);
    // A connection carries something even if it lasts less than a second.
    const std::uint64_t sent = connection.sentPerSecond * (seconds + 1);
    const std::uint64_t received = connection.receivedPerSecond * (seconds + 1);
    record.sentSince = sent - record.sent;
    record.receivedSince = received - record.received;
    record.millisecondsSince = milliseconds - record.milliseconds;
    record.sent = sent;
    record.received = received;
    record.milliseconds = milliseconds;
    record.action = isEnding ? "Terminate" : "Intermediate";
    record.status = isEnding ? connection.ending : Code::success;
    const FirewallRecord result = record;
    if (!isEnding) {
        connection.due = std::min(connection.closing, m_now + statusInterval);
        m_open.push(connection);
    }
    return result;
}

FirewallRecord FirewallLog::attemptFailed()
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
    record.session = ++m_session;
    record.connection = ++m_connection;
    record.receivedOn = Names::proxy;
    return record;
}

FirewallRecord FirewallLog::fromOutside()
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

FirewallRecord FirewallLog::deniedOutside()
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

FirewallRecord FirewallLog::deniedInside()
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

FirewallRecord FirewallLog::broadcast()
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

FirewallRecord FirewallLog::multicast()
{
    FirewallRecord record;
    record.transport = "IGMP";
    record.source = m_cast.anyPerson(m_random).address;
    record.target = m_random.percent(60) ? ipv4(224, 0, 0, 1) : ipv4(224, 0, 0, 22);
    record.hasPorts = false;
    record.targetNetwork = "Local Host";
    return record;
}

FirewallRecord FirewallLog::ping()
{
    FirewallRecord record = fromOutside();
    record.transport = "ICMP";
    record.sourcePort = 8;
    record.targetPort = 0;
    record.protocol = "PING";
    if (m_random.percent(40)) {
        record.protocol = "Unidentified IP Traffic";
        record.sourcePort = 3;
        record.targetPort = 1;
    } else if (m_random.percent(50)) {
        record.source = m_cast.anyPerson(m_random).address;
        record.target = Names::proxy;
        record.sourceNetwork = "Internal";
        record.receivedOn = Names::proxy;
        record.action = "Establish";
        record.status = Code::success;
        record.rule = "[System] Allow ICMP (PING) requests from selected computers to Forefront TMG";
        record.isConnection = true;
        record.session = ++m_session;
        record.connection = ++m_connection;
        keepOpen(record);
    }
    return record;
}

FirewallRecord FirewallLog::ipv6()
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

FirewallRecord FirewallLog::dropped()
{
    FirewallRecord record = fromOutside();
    record.rule = {};
    record.targetPort = m_random.percent(50) ? 443 : 80;
    record.protocol = record.targetPort == 443 ? "HTTPS" : "HTTP";
    const std::uint32_t lot = m_random.below(100);
    if (lot < 70) {
        record.status = Code::notSyn;
        record.source = m_cast.anyPerson(m_random).address;
        record.target = m_cast.anySite(m_random).address;
        record.sourceNetwork = "Internal";
        record.targetNetwork = "External";
        record.receivedOn = Names::proxy;
    } else if (lot < 92) {
        // A subnet that nobody added to the definition of the inner network.
        record.status = Code::spoofed;
        record.source = ipv4(10, 21, 7, m_random.between(2, 60));
        record.target = Names::nameServer;
        record.targetPort = 53;
        record.transport = "UDP";
        record.protocol = "DNS";
        record.targetNetwork = "Internal";
        record.receivedOn = Names::proxy;
    } else if (lot < 98) {
        record.status = Code::badChecksum;
    } else {
        record.status = Code::inspected;
        record.action = "Allowed";
        record.rule = "Publish Mail";
    }
    return record;
}

FirewallRecord FirewallLog::vpn()
{
    FirewallRecord record = fromOutside();
    record.client = &m_cast.anyPerson(m_random);
    record.targetPort = 1723;
    record.protocol = "PPTP Server";
    record.rule = "[System] Allow VPN client traffic to Forefront TMG";
    const std::uint32_t lot = m_random.below(100);
    record.action = lot < 45 ? "Successful_Connection" : lot < 85 ? "Disconnection" : "Unsuccessful_Connection";
    record.status = lot < 85 ? Code::success : Code::vpnRejected;
    record.session = ++m_session;
    return record;
}

FirewallRecord FirewallLog::unanswered()
{
    FirewallRecord record;
    record.transport = "UDP";
    record.source = Names::proxy;
    record.sourcePort = m_random.between(1025, 65535);
    record.target = Names::nameServer;
    record.targetPort = 53;
    record.sourceNetwork = "Local Host";
    record.targetNetwork = "Internal";
    record.protocol = "DNS";
    record.rule = protocols[dns].rule;
    if (m_random.percent(15)) {
        record.status = Code::dnsQuota;
        record.action = "Failed";
        return record;
    }
    record.action = "Terminate";
    record.status = Code::idle;
    record.isConnection = true;
    record.sent = record.sentSince = m_random.between(58, 92);
    record.milliseconds = record.millisecondsSince = m_random.between(60000, 61000);
    record.session = ++m_session;
    record.connection = ++m_connection;
    return record;
}

FirewallRecord FirewallLog::scanned(const PlannedRecord& planned)
{
    FirewallRecord record = fromOutside();
    record.source = Names::scanner;
    record.sourcePort = 40000 + planned.ordinal % 20000;
    record.targetPort = 1 + planned.ordinal * 7 % 65535;
    const std::uint32_t lot = m_random.below(100);
    record.status = lot < 80 ? Code::denied : lot < 94 ? Code::notSyn : Code::halfScan;
    if (record.status != Code::denied)
        record.rule = {};
    return record;
}

FirewallRecord FirewallLog::synAttack(const PlannedRecord& planned)
{
    m_lastHalfOpen = m_now;
    FirewallRecord record = fromOutside();
    record.targetPort = 443;
    record.protocol = "HTTPS Server";
    record.rule = {};
    record.status = planned.ordinal == 0 ? Code::synAttackStart : Code::noBacklog;
    return record;
}

FirewallRecord FirewallLog::synAttackOver()
{
    FirewallRecord record = fromOutside();
    record.targetPort = 443;
    record.protocol = "HTTPS Server";
    record.rule = {};
    record.status = Code::synAttackEnd;
    return record;
}

FirewallRecord FirewallLog::flooding()
{
    FirewallRecord record;
    record.source = m_cast.infected().address;
    record.sourcePort = m_random.between(1025, 65535);
    record.target = outsideAddress(m_random);
    record.targetPort = 445;
    record.protocol = "Microsoft CIFS (TCP)";
    record.receivedOn = Names::proxy;
    record.rule = {};
    const std::uint32_t lot = m_random.below(100);
    record.status = lot < 65 ? Code::rateQuota : lot < 75 ? Code::quota : Code::ruleQuota;
    if (record.status == Code::ruleQuota) {
        record.transport = "UDP";
        record.targetPort = 1434;
        record.protocol = "Unidentified IP Traffic";
        record.rule = "Internet Access";
    }
    return record;
}

} // namespace TmgLens::Generator
