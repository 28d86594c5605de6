// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>

#include <array>
#include <cstdint>
#include <optional>

namespace TmgLens {

/// The table that a result code comes from.
enum class ResultFamily : std::uint8_t {
    Win32,
    Http,
    Winsock,
    Rws,
    TmgForward,
    TmgReverse,
    TmgFirewall,
    Hresult,
    Unknown,
};

/// What happened to the traffic: the result category that people filter by. One code has one class.
enum class ResultClass : std::uint8_t {
    Allowed,
    Redirected,
    Closed, ///< A connection ended in order.
    Info,
    Denied, ///< By policy or authentication.
    Failed, ///< Network, server or Windows.
    Dropped, ///< Packet hygiene.
    Attack,
    Limit, ///< Quota or flood mitigation.
    Unknown,
};

/// How much attention a code deserves; independent of its class.
enum class Severity : std::uint8_t { Ok, Notice, Warning, Error, Critical };

inline constexpr std::size_t resultFamilyCount = 9;
inline constexpr std::size_t resultClassCount = 10;
inline constexpr std::size_t severityCount = 5;

/// The words of the command line, the filter language and JSON, for example `tmg-forward`.
[[nodiscard]] QLatin1StringView keyword(ResultFamily family);
[[nodiscard]] QLatin1StringView keyword(ResultClass resultClass);
[[nodiscard]] QLatin1StringView keyword(Severity severity);

/// The other way, without regard to case; nothing if the word is none of them.
[[nodiscard]] std::optional<ResultFamily> resultFamily(QStringView word);
[[nodiscard]] std::optional<ResultClass> resultClass(QStringView word);
[[nodiscard]] std::optional<Severity> severity(QStringView word);

} // namespace TmgLens
