// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace TmgLens {

/// An IPv4 or IPv6 address as 128 bits; IPv4 is kept as `::ffff:a.b.c.d`, however it was written.
struct IpAddress
{
    quint64 high = 0;
    quint64 low = 0;

    [[nodiscard]] bool isV4() const { return high == 0 && low >> 32 == 0xFFFF; }
    auto operator<=>(const IpAddress&) const = default;
};

/// An address and the port behind it, if there is one.
struct IpEndpoint
{
    IpAddress address;
    std::optional<quint16> port;
};

/**
 * All of @p text must be an address: `10.0.0.1`, `fe80::1`, with a zone (`%4`, ignored). Allocates nothing.
 *
 * Also in the spellings of the product's databases: TMG keeps a GUID, whose first eight digits are an IPv4 address if
 * `-ffff-0000-0000-000000000000` follows, and which else is an IPv6 address; ISA keeps IPv4 as a number, the first
 * octet being the highest. Numbers below 1.0.0.0 are none.
 */
[[nodiscard]] std::optional<IpAddress> parseAddress(std::string_view text);

/// The usual spelling of @p address, the same for all that are equal: `10.0.0.1`, `fe80::1`, as RFC 5952 has it.
[[nodiscard]] std::string addressText(const IpAddress& address);

/// An address with or without port: `10.0.0.1:80`, `[fe80::1]:80`, `[fe80::1]`. Allocates nothing.
[[nodiscard]] std::optional<IpEndpoint> parseEndpoint(std::string_view text);

/// The part of an address cell before the port; the whole text if it is no address with a port.
[[nodiscard]] std::string_view withoutPort(std::string_view text);

/// First and last address of the network of @p prefixLength bits around @p address; nothing if it has fewer bits.
[[nodiscard]] std::optional<std::pair<IpAddress, IpAddress>> network(const IpAddress& address, int prefixLength);

} // namespace TmgLens
