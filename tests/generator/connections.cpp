// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/connections.h"

#include "tests/generator/firewallcodes.h"

#include <algorithm>
#include <utility>

namespace TmgLens::Generator {

namespace {

struct Protocol
{
    std::string_view name;
    std::string_view transport;
    std::uint32_t port;
    std::string_view rule;
};

// Some have peers of their own in choosePeers().
constexpr std::size_t dns = 0;
constexpr std::size_t ntp = 1;
constexpr std::size_t outgoingMail = 2;
constexpr std::size_t incomingMail = 3;
constexpr std::size_t incomingWeb = 4;
constexpr std::size_t ping = 11;
constexpr std::array<Protocol, 12> protocols{{
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
    {"PING", "ICMP", 0, "[System] Allow ICMP (PING) requests from selected computers to Forefront TMG"},
}};
constexpr std::array<std::uint32_t, 12> protocolShares{220, 20, 40, 50, 90, 300, 220, 15, 25, 10, 10, 15};

constexpr std::array<std::string_view, 3> clientPrograms{"outlook.exe", "planner.exe", "ledger.exe"};

constexpr std::chrono::minutes statusInterval{15};
constexpr std::chrono::minutes longestDelay{1}; // of a packet behind the end of its connection

} // namespace

Connections::Connections(Random& random, const Cast& cast)
    : m_random(random)
    , m_cast(cast)
    , m_protocols(protocolShares)
    , m_session(random.between(1000, 90000))
    , m_connection(random.between(100'000, 4'000'000))
{
}

void Connections::number(FirewallRecord& record)
{
    record.session = ++m_session;
    record.connection = ++m_connection;
}

FirewallRecord Connections::open(std::chrono::sys_seconds now)
{
    const std::size_t kind = m_protocols.draw(m_random);
    const Protocol& protocol = protocols[kind];
    FirewallRecord record;
    record.action = "Establish";
    record.status = Code::success;
    record.transport = protocol.transport;
    record.protocol = protocol.name;
    record.rule = protocol.rule;
    record.targetPort = protocol.port;
    record.sourcePort = kind == ping ? 8 : m_random.between(1025, 65535); // 8: the type of an echo request
    record.isConnection = true;
    number(record);
    choosePeers(record, kind);
    keep(record, now);
    return record;
}

void Connections::choosePeers(FirewallRecord& record, std::size_t protocol)
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
    } else if (protocol == ping) {
        record.target = Names::proxy;
        record.targetNetwork = "Local Host";
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

void Connections::keep(const FirewallRecord& record, std::chrono::sys_seconds now)
{
    const bool isTcp = record.transport == "TCP";
    const std::uint32_t lot = m_random.below(1000);
    Connection connection;
    connection.record = record;
    connection.opened = now;
    connection.ending = !isTcp ? (lot < 600 ? Code::closed : Code::idle)
        : lot < 720            ? Code::closed
        : lot < 910            ? Code::reset
        : lot < 980            ? Code::idle
        : lot < 990            ? Code::killed
        : lot < 996            ? Code::noReply
                               : Code::policyClosed;
    const std::chrono::seconds life(isTcp ? m_random.skewed(0, m_random.percent(5) ? 15 : 8) : m_random.between(1, 60));
    connection.closing = now + life;
    connection.due = std::min(connection.closing, now + statusInterval);
    const bool hasAnswer = connection.ending != Code::noReply;
    connection.sentPerSecond = isTcp ? m_random.skewed(5, 11) : m_random.skewed(1, 4);
    connection.receivedPerSecond = !hasAnswer ? 0 : isTcp ? m_random.skewed(5, 15) : m_random.skewed(2, 5);
    m_open.push(connection);
}

FirewallRecord Connections::progress(std::chrono::sys_seconds now)
{
    Connection connection = m_open.top();
    m_open.pop();
    const bool isEnding = connection.closing <= now;
    FirewallRecord& record = connection.record;
    const auto seconds = static_cast<std::uint64_t>((now - connection.opened).count());
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
    if (isEnding) {
        m_endings.push_back({.time = now, .record = result});
    } else {
        connection.due = std::min(connection.closing, now + statusInterval);
        m_open.push(connection);
    }
    return result;
}

std::optional<FirewallRecord> Connections::latePacket(std::chrono::sys_seconds now)
{
    while (!m_endings.empty() && m_endings.front().time + longestDelay < now)
        m_endings.pop_front();
    if (m_endings.empty())
        return {};
    // What a filter has cut would tell another story.
    const FirewallRecord& last = m_endings[m_random.below(static_cast<std::uint32_t>(m_endings.size()))].record;
    if (last.transport != "TCP" || last.status == Code::killed)
        return {};
    FirewallRecord record;
    record.source = last.source;
    record.sourcePort = last.sourcePort;
    record.target = last.target;
    record.targetPort = last.targetPort;
    record.sourceNetwork = last.sourceNetwork;
    record.targetNetwork = last.targetNetwork;
    record.protocol = last.protocol;
    record.receivedOn = last.receivedOn;
    record.rule = {};
    record.status = Code::notSyn;
    if (m_random.percent(40)) {
        std::swap(record.source, record.target);
        std::swap(record.sourcePort, record.targetPort);
        std::swap(record.sourceNetwork, record.targetNetwork);
        record.protocol = "Unidentified IP Traffic";
        record.receivedOn = record.sourceNetwork == "External" ? Names::outerAddress : Names::proxy;
    }
    return record;
}

} // namespace TmgLens::Generator
