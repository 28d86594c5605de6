// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/firewalllog.h"

#include "tests/generator/firewallcodes.h"

namespace TmgLens::Generator {

FirewallLog::FirewallLog(RecordWriter& writer, Random& random, const Cast& cast)
    : m_writer(writer)
    , m_random(random)
    , m_cast(cast)
    , m_connections(random, cast)
    , m_packets(random, cast, m_connections)
{
}

void FirewallLog::writeHeader(std::chrono::sys_seconds utc)
{
    writeFirewallHeader(m_writer, utc);
}

void FirewallLog::write(const PlannedRecord& planned)
{
    const std::chrono::sys_seconds now = planned.utc;
    m_writer.setTime(now);
    if (planned.incident != Incident::None) {
        writeFirewallRecord(m_writer, incident(planned));
    } else if (m_lastHalfOpen != std::chrono::sys_seconds() && now - m_lastHalfOpen > std::chrono::minutes(1)) {
        m_lastHalfOpen = {};
        writeFirewallRecord(m_writer, synAttackOver());
    } else if (m_connections.isAnyDue(now)) {
        writeFirewallRecord(m_writer, m_connections.progress(now));
    } else {
        const bool isConnection = m_random.percent(62);
        writeFirewallRecord(m_writer, isConnection ? m_connections.open(now) : m_packets.ordinary(now));
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
    case Incident::AsymmetricRoute:
        return misrouted();
    case Incident::MissingSubnet:
        return spoofed();
    case Incident::PolicyApplied:
        return policyApplied();
    case Incident::Exploit:
        return exploit(planned);
    case Incident::ServiceStop:
        return serviceStop(planned);
    default:
        return flooding();
    }
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
    record.rule = "[System] Allow DNS from Forefront TMG to selected servers";
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
    m_connections.number(record);
    return record;
}

FirewallRecord FirewallLog::scanned(const PlannedRecord& planned)
{
    FirewallRecord record = m_packets.fromOutside();
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
    m_lastHalfOpen = planned.utc;
    FirewallRecord record = m_packets.fromOutside();
    record.targetPort = 443;
    record.protocol = "HTTPS Server";
    record.rule = {};
    record.status = planned.ordinal == 0 ? Code::synAttackStart : Code::noBacklog;
    return record;
}

FirewallRecord FirewallLog::synAttackOver()
{
    FirewallRecord record = m_packets.fromOutside();
    record.targetPort = 443;
    record.protocol = "HTTPS Server";
    record.rule = {};
    record.status = Code::synAttackEnd;
    return record;
}

/// A packet of somebody's browser.
FirewallRecord FirewallLog::fromInside()
{
    FirewallRecord record;
    record.source = m_cast.anyPerson(m_random).address;
    record.sourcePort = m_random.between(1025, 65535);
    record.target = m_cast.anySite(m_random).address;
    record.targetPort = 443;
    record.protocol = "HTTPS";
    record.receivedOn = Names::proxy;
    record.rule = {};
    return record;
}

FirewallRecord FirewallLog::misrouted()
{
    FirewallRecord record = fromInside();
    record.source = ipv4(10, 20, 40, m_random.between(11, 13)); // behind another router
    record.target = Names::mailServer;
    record.targetNetwork = "Internal";
    record.status = Code::notSyn;
    return record;
}

FirewallRecord FirewallLog::spoofed()
{
    FirewallRecord record = fromInside();
    record.source = ipv4(10, 21, 7, m_random.between(2, 60));
    record.target = Names::nameServer;
    record.targetPort = 53;
    record.transport = "UDP";
    record.protocol = "DNS";
    record.targetNetwork = "Internal";
    record.status = Code::spoofed;
    return record;
}

FirewallRecord FirewallLog::policyApplied()
{
    FirewallRecord record = fromInside();
    record.action = "Terminate";
    record.status = Code::policyClosed;
    record.rule = "Internet Access";
    record.isConnection = true;
    record.sent = record.sentSince = m_random.skewed(8, 14);
    record.received = record.receivedSince = m_random.skewed(8, 18);
    record.milliseconds = record.millisecondsSince = m_random.between(61'000, 900'000);
    m_connections.number(record);
    return record;
}

FirewallRecord FirewallLog::exploit(const PlannedRecord& planned)
{
    FirewallRecord record = m_packets.fromOutside();
    const bool isBlocked = planned.ordinal < 2;
    record.source = isBlocked ? ipv4(192, 0, 2, 66) : ipv4(203, 0, 113, 66);
    record.target = Names::webServer;
    record.targetPort = 443;
    record.targetNetwork = "Internal";
    record.protocol = "HTTPS Server";
    record.rule = "Publish Mail";
    record.status = isBlocked ? Code::exploitBlocked : Code::exploitDetected;
    record.action = isBlocked ? "Denied" : "Allowed";
    return record;
}

FirewallRecord FirewallLog::serviceStop(const PlannedRecord& planned)
{
    FirewallRecord record = policyApplied();
    record.status = Code::serviceClosed;
    if (planned.ordinal < 8)
        return record;
    record = fromInside();
    record.status = Code::lockdown;
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
