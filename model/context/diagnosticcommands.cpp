// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/diagnosticcommands.h"

#include "model/context/commandvalues.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// Context of the texts for translators.
struct DiagnosticText
{
    Q_DECLARE_TR_FUNCTIONS(TmgLens::DiagnosticText)
};

enum class Tool : std::uint8_t {
    Nslookup,
    Telnet,
    PortQry,
    TestNetConnection,
    Tracert,
    RoutePrint,
    NetstatPort, ///< Who holds the destination's port.
    NetstatClient, ///< What the client holds.
    CertUtil,
};

struct AreaTools
{
    QLatin1StringView area;
    std::vector<Tool> tools;
};

const std::vector<Tool>& toolsFor(const QString& area)
{
    using enum Tool;
    static const std::vector<Tool> none;
    static const std::array all = {
        AreaTools{"certificate"_L1, {CertUtil}},
        AreaTools{"chaining"_L1, {Nslookup, Telnet, PortQry, TestNetConnection}},
        AreaTools{"configuration"_L1, {NetstatPort}},
        AreaTools{"connectivity"_L1, {Nslookup, Telnet, PortQry, TestNetConnection, Tracert}},
        AreaTools{"dial-up"_L1, {RoutePrint}},
        AreaTools{"flood-mitigation"_L1, {NetstatClient}},
        AreaTools{"name-resolution"_L1, {Nslookup}},
        AreaTools{"packet-validation"_L1, {RoutePrint, Tracert}},
        AreaTools{"resources"_L1, {NetstatClient}},
        AreaTools{"routing"_L1, {RoutePrint, Tracert}},
        AreaTools{"server-error"_L1, {Nslookup, Telnet, PortQry, TestNetConnection}},
        AreaTools{"spoofing"_L1, {RoutePrint}},
        AreaTools{"vpn"_L1, {RoutePrint}},
    };
    const auto found = std::ranges::find(all, area, &AreaTools::area);
    return found == all.end() ? none : found->tools;
}

/// The subject's values, as far as they may stand in a command.
class CommandMaker
{
public:
    explicit CommandMaker(const CommandSubject& subject)
        : m_subject(subject)
        , m_host(commandHost(subject.host))
        , m_port(commandPort(subject.port))
        , m_client(commandAddress(subject.client))
        , m_target(commandAddress(subject.address))
    {
        if (!m_target)
            m_target = commandAddress(subject.host); // clients may ask for addresses, too
        m_name = m_host ? m_host : commandAddress(subject.host);
        if (!m_name && subject.host.isEmpty())
            m_name = m_target;
        if (!m_target)
            m_target = m_host;
    }

    /// Whether a program for connections over ports can say something; telnet and PowerShell know TCP alone.
    [[nodiscard]] bool suits(Tool tool) const
    {
        if (tool == Tool::Telnet || tool == Tool::TestNetConnection)
            return isTcp();
        return tool != Tool::PortQry || isTcp() || isUdp();
    }

    [[nodiscard]] DiagnosticCommand command(Tool tool) const
    {
        switch (tool) {
        case Tool::Nslookup:
            return nslookup();
        case Tool::Telnet:
            return withPort(
                u"telnet"_s, u"telnet %1 %2"_s,
                DiagnosticText::tr("Run it on the firewall, after adding the feature Telnet Client. A blank "
                                   "screen means that the port answers."));
        case Tool::PortQry:
            return withPort(
                u"portqry"_s, isUdp() ? u"portqry -n %1 -p udp -e %2"_s : u"portqry -n %1 -p tcp -e %2"_s,
                DiagnosticText::tr("Run it on the firewall. PortQry is a free program of Microsoft's, which "
                                   "has to be fetched first; it tells closed from filtered."));
        case Tool::TestNetConnection:
            return withPort(
                u"Test-NetConnection"_s, u"Test-NetConnection %1 -Port %2"_s,
                DiagnosticText::tr("Run it in PowerShell on Windows 8.1, Server 2012 R2 or later, to compare "
                                   "from there: Server 2008 R2, on which the firewall runs, lacks it."));
        case Tool::Tracert:
            return tracert();
        case Tool::RoutePrint:
            return {.tool = u"route"_s,
                    .text = u"route print"_s,
                    .note =
                        DiagnosticText::tr("Run it on the firewall. Each internal subnet must lead back through the "
                                           "adapter of the network that it belongs to.")};
        case Tool::NetstatPort:
            return netstatPort();
        case Tool::NetstatClient:
            return netstatClient();
        case Tool::CertUtil:
            break;
        }
        return {.tool = u"certutil"_s,
                .text = u"certutil -verify -urlfetch certificate.cer"_s,
                .note =
                    DiagnosticText::tr("Run it on the firewall, in the folder where you have saved the certificate as "
                                       "certificate.cer. It follows the chain and asks for revocation.")};
    }

private:
    [[nodiscard]] bool isTcp() const
    {
        return m_subject.transport.isEmpty() || m_subject.transport.compare("TCP"_L1, Qt::CaseInsensitive) == 0
            || m_subject.transport == "6"_L1;
    }

    [[nodiscard]] bool isUdp() const
    {
        return m_subject.transport.compare("UDP"_L1, Qt::CaseInsensitive) == 0 || m_subject.transport == "17"_L1;
    }

    [[nodiscard]] DiagnosticCommand nslookup() const
    {
        if (!m_name)
            return {.tool = u"nslookup"_s, .text = {}, .note = missingTarget()};
        return {.tool = u"nslookup"_s,
                .text = u"nslookup %1"_s.arg(*m_name),
                .note = DiagnosticText::tr("Run it on the firewall, whose answer counts, and on a client to compare.")};
    }

    [[nodiscard]] DiagnosticCommand tracert() const
    {
        if (!m_target)
            return {.tool = u"tracert"_s, .text = {}, .note = missingTarget()};
        return {.tool = u"tracert"_s,
                .text = u"tracert -d %1"_s.arg(*m_target),
                .note =
                    DiagnosticText::tr("Run it on the firewall. The last answer shows how far the way goes; many hops "
                                       "on the Internet never answer.")};
    }

    [[nodiscard]] DiagnosticCommand withPort(const QString& tool, const QString& form, const QString& note) const
    {
        if (!m_target)
            return {.tool = tool, .text = {}, .note = missingTarget()};
        if (!m_port)
            return {.tool = tool, .text = {}, .note = missingPort()};
        return {.tool = tool, .text = form.arg(*m_target, *m_port), .note = note};
    }

    /// Quoted for the blank that keeps :80 from meaning :8080.
    [[nodiscard]] DiagnosticCommand netstatPort() const
    {
        if (!m_port)
            return {.tool = u"netstat"_s, .text = {}, .note = missingPort()};
        return {.tool = u"netstat"_s,
                .text = u"netstat -ano | findstr /L /C:\":%1 \""_s.arg(*m_port),
                .note =
                    DiagnosticText::tr("Run it on the firewall. The number at the end of a line is the process that "
                                       "holds the port.")};
    }

    [[nodiscard]] DiagnosticCommand netstatClient() const
    {
        if (!m_client)
            return {.tool = u"netstat"_s,
                    .text = {},
                    .note = DiagnosticText::tr("The record has no client address that could go into a command.")};
        const bool isV6 = m_client->contains(u':');
        return {.tool = u"netstat"_s,
                .text =
                    (isV6 ? u"netstat -ano | findstr /L /C:\"[%1]:\""_s : u"netstat -ano | findstr /L /C:\" %1:\""_s)
                        .arg(*m_client),
                .note = DiagnosticText::tr("Run it on the firewall while it happens: what the client has open there.")};
    }

    [[nodiscard]] QString missingTarget() const
    {
        if (m_subject.host.isEmpty() && m_subject.address.isEmpty())
            return DiagnosticText::tr("The record names no destination.");
        return DiagnosticText::tr(
            "What the record has as its destination is neither an address nor a proper host name, so "
            "no command is made of it.");
    }

    [[nodiscard]] QString missingPort() const
    {
        if (m_subject.port.isEmpty())
            return DiagnosticText::tr("The record names no port.");
        return DiagnosticText::tr(
            "What the record has as its port is no number from 1 to 65535, so no command is made of "
            "it.");
    }

    const CommandSubject& m_subject;
    std::optional<QString> m_host;
    std::optional<QString> m_port;
    std::optional<QString> m_client;
    std::optional<QString> m_target; // to connect to: the address, else the host
    std::optional<QString> m_name; // to look up: the host; the address if the record names no host
};

} // namespace

std::vector<DiagnosticCommand> diagnosticCommands(const CommandSubject& subject)
{
    const CommandMaker maker(subject);
    std::vector<DiagnosticCommand> commands;
    for (const Tool tool : toolsFor(subject.area))
        if (maker.suits(tool))
            commands.push_back(maker.command(tool));
    return commands;
}

} // namespace TmgLens
