// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/generator/cast.h"
#include "tests/generator/webrecord.h"

#include <array>

namespace TmgLens::Generator {

/// Bits of error-info.
namespace ErrorInfo {

inline constexpr std::uint32_t fromClientFailed = 0x1;
inline constexpr std::uint32_t toClientFailed = 0x2;
inline constexpr std::uint32_t fromServerFailed = 0x8;
inline constexpr std::uint32_t connectFailed = 0x40;
inline constexpr std::uint32_t clientKeepsAlive = 0x80;
inline constexpr std::uint32_t serverKeepsAlive = 0x100;
inline constexpr std::uint32_t requestHasBody = 0x200;
inline constexpr std::uint32_t responseHasBody = 0x400;

} // namespace ErrorInfo

/// Invents requests to the Web Proxy that have nothing to do with each other, as an office makes them.
class WebTraffic
{
public:
    WebTraffic(Random& random, const Cast& cast);

    /// A request of some kind, the frequent kinds more often.
    [[nodiscard]] WebRecord ordinary();

    /// A request that succeeded, with everything but address and answer filled in.
    [[nodiscard]] WebRecord base(const Person& person, const Site& site);

    [[nodiscard]] WebRecord page();
    [[nodiscard]] WebRecord posted();
    [[nodiscard]] WebRecord unreachable();
    [[nodiscard]] WebRecord published();

    /// Turns @p record into a request that the proxy itself refused with the result code @p status.
    void refuse(WebRecord& record, std::uint32_t status);

private:
    struct Kind
    {
        std::uint32_t share;
        WebRecord (WebTraffic::*make)();
    };
    static const std::array<Kind, 15> kinds;
    [[nodiscard]] static Lottery shares();

    [[nodiscard]] WebRecord revalidated();
    [[nodiscard]] WebRecord fromCache();
    [[nodiscard]] WebRecord redirected();
    [[nodiscard]] WebRecord answeredWithError();
    [[nodiscard]] WebRecord partial();
    [[nodiscard]] WebRecord tunnel();
    [[nodiscard]] WebRecord tunnelToOddPort();
    [[nodiscard]] WebRecord upstreamLogon();
    [[nodiscard]] WebRecord brokenOff();
    [[nodiscard]] WebRecord deniedByRule();
    [[nodiscard]] WebRecord revocationList();

    [[nodiscard]] std::string path();

    Random& m_random;
    const Cast& m_cast;
    Lottery m_lottery; // position in kinds
    std::string m_referrer; // of the latest record
};

} // namespace TmgLens::Generator
