// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace TmgLens {

/// On which side of the proxy a request failed.
struct FailedSide
{
    enum class Side : std::uint8_t { Untold, Client, Server, Both };

    Side side = Side::Untold;
    bool isWhileConnecting = false; ///< Before the server was reached.

    bool operator==(const FailedSide&) const = default;
};

/// What the bits of the field error-info tell; nothing if none of them is about a failure: others describe traffic that
/// may be in perfect order. Source: "Error Information" of the Forefront TMG SDK.
[[nodiscard]] std::optional<FailedSide> failedSide(quint32 errorInfo);

/// A few words, such as `Server side, while connecting`.
[[nodiscard]] QString title(const FailedSide& failed);
/// Where to look; a sentence.
[[nodiscard]] QString advice(const FailedSide& failed);

} // namespace TmgLens
