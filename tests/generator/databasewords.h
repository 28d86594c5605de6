// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace TmgLens::Generator::Words {

// What text logs write, in the order of the numbers that databases hold: enumerations of the TMG SDK.
inline constexpr std::array<std::string_view, 18> actions = {
    "NotLogged",
    "Bind",
    "Listen",
    "GHBN",
    "GHBA",
    "Redirect_Bind",
    "Establish",
    "Terminate",
    "Denied",
    "Allowed",
    "Failed",
    "Intermediate",
    "Successful_Connection",
    "Unsuccessful_Connection",
    "Disconnection",
    "User_Cleared_Quarantine",
    "Quarantine_Timeout",
    "User_Quarantined",
};

/// The same as the product's viewer shows them.
inline constexpr std::array<std::string_view, 18> actionPhrases = {
    "-",
    "Bind",
    "Listen",
    "Gethostbyname",
    "gethostbyaddr",
    "Redirect Bind",
    "Initiated Connection",
    "Closed Connection",
    "Denied Connection",
    "Allowed Connection",
    "Failed Connection Attempt",
    "Connection Status",
    "Initiated VPN Connection",
    "Failed VPN Connection Attempt",
    "Closed VPN Connection",
    "User Cleared Quarantine",
    "Quarantine Timeout",
    "User Quarantined",
};

inline constexpr std::array<std::string_view, 9> objectSources = {
    "", "Cache", "Vcache", "NVcache", "VFInet", "Inet", "Member", "Upstream", "Not Modified",
};
inline constexpr std::array<std::string_view, 3> services = {"", "w3proxy", "w3reverseproxy"};
inline constexpr std::array<std::string_view, 3> yesOrNo = {"", "Y", "N"};
inline constexpr std::array<std::string_view, 6> sessionTypes = {"None",      "SecureNAT",         "Firewall Client",
                                                                 "Web Proxy", "VPN remote access", "VPN site"};

/// The viewer's phrase for @p action.
inline std::string_view phraseOf(std::string_view action)
{
    const auto* found = std::ranges::find(actions, action);
    return found == actions.end() ? action : actionPhrases[static_cast<std::size_t>(found - actions.begin())];
}

} // namespace TmgLens::Generator::Words
