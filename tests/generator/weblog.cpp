// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/weblog.h"

#include <format>

namespace TmgLens::Generator {

using namespace ErrorInfo;

WebLog::WebLog(RecordWriter& writer, Random& random, const Cast& cast)
    : m_writer(writer)
    , m_random(random)
    , m_cast(cast)
    , m_traffic(random, cast)
    , m_requestId(0x0a000000 + random.below(0x00ffffff))
{
}

void WebLog::writeHeader(std::chrono::sys_seconds utc)
{
    writeWebHeader(m_writer, utc);
}

void WebLog::write(const PlannedRecord& planned)
{
    if (m_logonStep != LogonStep::None) {
        // A logon takes a moment, however far apart the records of a thin log are.
        m_logonTime = std::min(planned.utc, m_logonTime + std::chrono::seconds(m_random.below(2)));
        m_writer.setTime(m_logonTime);
        write(nextLogonStep());
        return;
    }
    // Records are written when requests end, so now and then one comes a second late.
    m_writer.setTime(m_random.below(32) == 0 ? planned.utc - std::chrono::seconds(1) : planned.utc);
    m_logonTime = planned.utc;
    write(planned.incident == Incident::None ? ordinary() : incident(planned));
}

WebRecord WebLog::ordinary()
{
    return m_random.percent(6) ? firstLogonStep() : m_traffic.ordinary();
}

WebRecord WebLog::incident(const PlannedRecord& planned)
{
    switch (planned.incident) {
    case Incident::LogonRush:
        return firstLogonStep();
    case Incident::NameOutage:
        return unresolved();
    case Incident::CertificateFault:
        return badCertificate(planned);
    case Incident::PasswordGuessing:
        return guessed(planned);
    case Incident::SiteDown:
        return siteDown();
    default:
        return flooding();
    }
}

WebRecord WebLog::firstLogonStep()
{
    m_logon = m_random.percent(15) ? m_traffic.posted() : m_traffic.page();
    m_logon.referrer = {};
    m_logonStep = m_random.percent(55) ? LogonStep::Granted : LogonStep::Failed;
    WebRecord record = m_logon;
    record.errorInfo &= requestHasBody;
    m_traffic.refuse(record, 12209);
    return record;
}

WebRecord WebLog::nextLogonStep()
{
    WebRecord record = m_logon;
    if (m_logonStep == LogonStep::Granted) {
        m_logonStep = LogonStep::None;
        record.errorInfo |= clientKeepsAlive;
        record.sessionType = "None";
        return record;
    }
    const bool isSecondRefusal = m_random.percent(20) && m_logonStep == LogonStep::Failed;
    record.errorInfo = (record.errorInfo & requestHasBody) | clientKeepsAlive;
    m_traffic.refuse(record, isSecondRefusal ? 12209 : 5);
    if (!isSecondRefusal)
        record.action = "Failed";
    record.sessionType = "None";
    record.sent = m_random.between(560, 570);
    m_logonStep = isSecondRefusal ? LogonStep::Refused : LogonStep::Granted;
    return record;
}

WebRecord WebLog::unresolved()
{
    constexpr std::array<std::uint32_t, 20> statuses{11001, 11001, 11001, 11001, 11001, 11001, 11001,
                                                     11001, 11001, 11002, 11002, 11002, 11002, 11002,
                                                     11002, 11002, 11004, 11004, 11004, 11004};
    WebRecord record = m_traffic.unreachable();
    record.status = m_random.pick(statuses);
    record.server = Names::proxy;
    record.milliseconds = record.status == 11002 ? m_random.between(9000, 15000) : m_random.between(1, 5200);
    record.isTranslated = false;
    return record;
}

WebRecord WebLog::badCertificate(const PlannedRecord& planned)
{
    // It runs out; somebody puts one of the own authority there; then one that was made for another host.
    const std::chrono::sys_seconds local = planned.utc + serverZone;
    const auto sinceFault = local - floor<std::chrono::days>(local) - std::chrono::hours(13) - std::chrono::minutes(30);
    const std::uint32_t status = sinceFault < std::chrono::minutes(20) ? 12225
        : sinceFault < std::chrono::minutes(35)                        ? 12226
                                                                       : 12227;
    WebRecord record = m_traffic.base(m_cast.anyPerson(m_random), m_cast.payroll());
    const std::string_view user = record.user;
    record.url = "https://" + m_cast.payroll().host + "/timesheet/overview.aspx?week=19";
    m_traffic.refuse(record, status);
    record.user = user;
    record.server = m_cast.payroll().address;
    record.port = 443;
    record.protocol = "https-inspect";
    record.objectSource = "Inet";
    return record;
}

WebRecord WebLog::flooding()
{
    WebRecord record = m_traffic.base(m_cast.infected(), m_cast.anyPlainSite(m_random));
    record.agent = "Mozilla/4.0 (compatible; Updater 1.1)";
    record.url =
        std::format("http://{}/gate.php?id={:08x}&n={}", record.host, m_random.below(0xffffffff), m_random.below(1000));
    m_traffic.refuse(record, 12219);
    record.rule = {};
    return record;
}

WebRecord WebLog::guessed(const PlannedRecord& planned)
{
    constexpr std::array<std::string_view, 8> users{"administrator", "admin",   "root", "test",
                                                    "backup",        "scanner", "info", "anna.ahlberg"};
    WebRecord record = m_traffic.published();
    record.client = Names::scanner;
    record.agent = "Mozilla/5.0";
    m_traffic.refuse(record, 12309);
    record.user = users[planned.ordinal % users.size()];
    record.rule = "Publish Mail";
    return record;
}

WebRecord WebLog::siteDown()
{
    WebRecord record = m_traffic.base(m_cast.anyPerson(m_random), m_cast.ticketShop());
    record.url = "http://" + m_cast.ticketShop().host + "/events/today.aspx";
    record.status = 10060;
    record.action = "Failed";
    record.errorInfo = connectFailed;
    record.milliseconds = m_random.between(20900, 21100);
    record.sent = m_random.between(4300, 4600);
    return record;
}

void WebLog::write(const WebRecord& record)
{
    m_requestId += m_random.between(1, 9);
    writeWebRecord(m_writer, record, m_requestId);
}

} // namespace TmgLens::Generator
