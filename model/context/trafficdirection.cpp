// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/trafficdirection.h"

#include <QCoreApplication>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// Context of the texts for translators.
struct TrafficDirectionText
{
    Q_DECLARE_TR_FUNCTIONS(TmgLens::TrafficDirectionText)
};

/// What became of traffic, as far as its direction gives that a meaning.
enum class Fate : std::uint8_t { Passed, Refused, Broken };

Fate fateOf(ResultClass resultClass)
{
    switch (resultClass) {
    case ResultClass::Denied:
    case ResultClass::Dropped:
    case ResultClass::Attack:
    case ResultClass::Limit:
        return Fate::Refused;
    case ResultClass::Failed:
        return Fate::Broken;
    default:
        return Fate::Passed;
    }
}

bool isNetwork(const QString& name, QLatin1StringView product)
{
    return name.compare(product, Qt::CaseInsensitive) == 0;
}

QString inboundText(Fate fate)
{
    switch (fate) {
    case Fate::Refused:
        return TrafficDirectionText::tr("It came from outside and was kept out. That is daily work for a firewall, and "
                                        "worth a look only if you publish what was asked for.");
    case Fate::Broken:
        return TrafficDirectionText::tr("It came from outside to something that you publish: people out there notice. "
                                        "Look at the published server and at its way back through the firewall.");
    case Fate::Passed:
        break;
    }
    return TrafficDirectionText::tr("It came from outside and was let in: right if you mean to publish this.");
}

QString outboundText(Fate fate)
{
    switch (fate) {
    case Fate::Refused:
        return TrafficDirectionText::tr(
            "One of your own computers was kept from going outside. Somebody may be waiting "
            "for it; many such refusals of one computer can also be a sign of malware.");
    case Fate::Broken:
        return TrafficDirectionText::tr(
            "It went from inside to outside. If other destinations fail as well, look at the "
            "line; if only this one does, at the far end.");
    case Fate::Passed:
        break;
    }
    return TrafficDirectionText::tr("It went from inside to outside.");
}

QString toFirewallText(Fate fate)
{
    if (fate == Fate::Refused)
        return TrafficDirectionText::tr("It was meant for the firewall itself. From outside that is mostly noise; from "
                                        "inside it can be a service that the system policy does not open.");
    return TrafficDirectionText::tr("It was meant for the firewall itself, where the system policy decides.");
}

QString fromFirewallText(Fate fate)
{
    if (fate == Fate::Passed)
        return TrafficDirectionText::tr("The firewall itself sent it.");
    return TrafficDirectionText::tr("The firewall itself sent it: rules for your computers do not apply. Look at the "
                                    "system policy, and at a rule from Local Host if there is one.");
}

QString fromVpnText(Fate fate)
{
    if (fate == Fate::Passed)
        return TrafficDirectionText::tr("A VPN client sent it.");
    return TrafficDirectionText::tr("A VPN client sent it. It is not in the network Internal, so it needs rules of its "
                                    "own, and addresses that no other network has.");
}

} // namespace

std::optional<TrafficDirection> trafficDirection(const QString& source, const QString& destination)
{
    if (source.isEmpty() || destination.isEmpty())
        return std::nullopt;
    if (isNetwork(source, "Quarantined VPN Clients"_L1))
        return TrafficDirection::FromQuarantine;
    if (isNetwork(source, "VPN Clients"_L1))
        return TrafficDirection::FromVpn;
    if (isNetwork(source, "Local Host"_L1))
        return TrafficDirection::FromFirewall;
    if (isNetwork(destination, "Local Host"_L1))
        return TrafficDirection::ToFirewall;
    if (isNetwork(destination, "VPN Clients"_L1) || isNetwork(destination, "Quarantined VPN Clients"_L1))
        return TrafficDirection::ToVpn;
    if (source.compare(destination, Qt::CaseInsensitive) == 0)
        return TrafficDirection::Within;
    if (isNetwork(source, "External"_L1))
        return TrafficDirection::Inbound;
    return isNetwork(destination, "External"_L1) ? TrafficDirection::Outbound : TrafficDirection::Between;
}

QString describeDirection(TrafficDirection direction, ResultClass resultClass)
{
    const Fate fate = fateOf(resultClass);
    switch (direction) {
    case TrafficDirection::Inbound:
        return inboundText(fate);
    case TrafficDirection::Outbound:
        return outboundText(fate);
    case TrafficDirection::Within:
        return TrafficDirectionText::tr(
            "Both ends are in the same network, so the traffic need not pass the firewall at "
            "all. Let browsers reach such sites without the proxy, or look for a wrong "
            "gateway or a name that leads to the outer address.");
    case TrafficDirection::Between:
        return TrafficDirectionText::tr(
            "It went from one network to another. If both are your own, a network rule must "
            "join them before any access rule counts.");
    case TrafficDirection::ToFirewall:
        return toFirewallText(fate);
    case TrafficDirection::FromFirewall:
        return fromFirewallText(fate);
    case TrafficDirection::FromVpn:
        return fromVpnText(fate);
    case TrafficDirection::ToVpn:
        return TrafficDirectionText::tr("It was meant for a VPN client, which can have hung up meanwhile.");
    case TrafficDirection::FromQuarantine:
        return TrafficDirectionText::tr("The VPN client is in quarantine: it reaches only what rules for that network "
                                        "open, until it has proved to be in order.");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace TmgLens
