// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultcategory.h"

#include <QString>

#include <optional>

namespace TmgLens {

/// Between which networks of the firewall traffic went.
enum class TrafficDirection : std::uint8_t {
    Inbound, ///< From outside to one of the firewall's own networks.
    Outbound, ///< From one of these to outside.
    Within, ///< Both ends in one network.
    Between, ///< From one network to another, of which nothing is known.
    ToFirewall,
    FromFirewall,
    FromVpn,
    ToVpn,
    FromQuarantine,
};

/// By the names that the product gives to its networks, in any case; others can be any network. Nothing if either is
/// missing.
[[nodiscard]] std::optional<TrafficDirection> trafficDirection(const QString& source, const QString& destination);

/// What that direction means for traffic that ended with a code of @p resultClass; a sentence or two.
[[nodiscard]] QString describeDirection(TrafficDirection direction, ResultClass resultClass);

} // namespace TmgLens
