// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace TmgLens::Generator::Code {

inline constexpr std::uint32_t success = 0;
inline constexpr std::uint32_t timedOut = 0x8007274c;
inline constexpr std::uint32_t refused = 0x8007274d;
inline constexpr std::uint32_t closed = 0x80074e20;
inline constexpr std::uint32_t reset = 0x80074e21;
inline constexpr std::uint32_t quota = 0x80074e23;
inline constexpr std::uint32_t killed = 0x80074e24;
inline constexpr std::uint32_t idle = 0x80074e25;
inline constexpr std::uint32_t serviceClosed = 0x80074e26;
inline constexpr std::uint32_t denied = 0xc004000d;
inline constexpr std::uint32_t networkRules = 0xc0040012;
inline constexpr std::uint32_t spoofed = 0xc0040014;
inline constexpr std::uint32_t noBacklog = 0xc0040016;
inline constexpr std::uint32_t notSyn = 0xc0040017;
inline constexpr std::uint32_t halfScan = 0xc004001b;
inline constexpr std::uint32_t lockdown = 0xc004001e;
inline constexpr std::uint32_t vpnRejected = 0xc0040021;
inline constexpr std::uint32_t broadcastDropped = 0xc0040025;
inline constexpr std::uint32_t synAttackStart = 0xc004002a;
inline constexpr std::uint32_t synAttackEnd = 0xc004002b;
inline constexpr std::uint32_t badChecksum = 0xc0040031;
inline constexpr std::uint32_t ruleQuota = 0xc0040033;
inline constexpr std::uint32_t dnsQuota = 0xc0040036;
inline constexpr std::uint32_t rateQuota = 0xc0040037;
inline constexpr std::uint32_t noReply = 0xc0040038;
inline constexpr std::uint32_t policyClosed = 0xc0040039;
inline constexpr std::uint32_t exploitBlocked = 0xc004003b;
inline constexpr std::uint32_t exploitDetected = 0xc004003c;
inline constexpr std::uint32_t ipv6Dropped = 0xc0040041;

} // namespace TmgLens::Generator::Code
