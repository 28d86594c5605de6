// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/generator/connections.h"

#include <array>

namespace TmgLens::Generator {

/// Invents the rows of a Firewall log that stand for themselves: what is refused, dropped or fails, and VPN logons.
class Packets
{
public:
    Packets(Random& random, const Cast& cast, Connections& connections);

    /// A row of some kind, the frequent kinds more often.
    [[nodiscard]] FirewallRecord ordinary(std::chrono::sys_seconds now);

    /// A packet from outside to the server itself, refused by the default rule.
    [[nodiscard]] FirewallRecord fromOutside();

private:
    struct Kind
    {
        std::uint32_t share;
        FirewallRecord (Packets::*make)();
    };
    static const std::array<Kind, 9> kinds;
    [[nodiscard]] static Lottery shares();

    [[nodiscard]] FirewallRecord attemptFailed();
    [[nodiscard]] FirewallRecord deniedOutside();
    [[nodiscard]] FirewallRecord deniedInside();
    [[nodiscard]] FirewallRecord broadcast();
    [[nodiscard]] FirewallRecord multicast();
    [[nodiscard]] FirewallRecord ping();
    [[nodiscard]] FirewallRecord ipv6();
    [[nodiscard]] FirewallRecord dropped();
    [[nodiscard]] FirewallRecord vpn();

    Random& m_random;
    const Cast& m_cast;
    Connections& m_connections;
    Lottery m_lottery; // position in kinds
    std::chrono::sys_seconds m_now{};
};

} // namespace TmgLens::Generator
