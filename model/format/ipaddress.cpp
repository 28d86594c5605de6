// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/ipaddress.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <utility>

namespace TmgLens {

namespace {

template <typename Number> std::optional<Number> wholeNumber(std::string_view text, int base = 10)
{
    Number number = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number, base);
    if (error != std::errc() || stop != end)
        return std::nullopt;
    return number;
}

/// Takes up to three digits from the front of @p text. Nothing if they are no octet.
std::optional<quint32> takeOctet(std::string_view& text)
{
    quint32 octet = 0;
    std::size_t digits = 0;
    for (; digits < std::min<std::size_t>(text.size(), 3) && text[digits] >= '0' && text[digits] <= '9'; ++digits)
        octet = octet * 10 + quint32(text[digits] - '0');
    text.remove_prefix(digits);
    return digits > 0 && octet <= 255 ? std::optional(octet) : std::nullopt;
}

/// Takes an IPv4 address from the front of @p text.
std::optional<quint32> takeV4(std::string_view& text)
{
    quint32 address = 0;
    for (int i = 0; i < 4; ++i) {
        if (i > 0) {
            if (!text.starts_with('.'))
                return std::nullopt;
            text.remove_prefix(1);
        }
        const auto octet = takeOctet(text);
        if (!octet)
            return std::nullopt;
        address = address << 8 | *octet;
    }
    return address;
}

std::optional<quint32> parseV4(std::string_view text)
{
    const auto address = takeV4(text);
    return text.empty() ? address : std::nullopt;
}

IpAddress fromV4(quint32 address)
{
    return {.high = 0, .low = quint64(0xFFFF) << 32 | address};
}

/// An IPv4 address with dots, with or without port: as nearly all cells have it.
std::optional<IpEndpoint> parseV4Endpoint(std::string_view text)
{
    const auto address = takeV4(text);
    if (!address || text.empty())
        return address ? std::optional(IpEndpoint{.address = fromV4(*address), .port = {}}) : std::nullopt;
    const auto port = text.starts_with(':') ? wholeNumber<quint16>(text.substr(1)) : std::nullopt;
    return port ? std::optional(IpEndpoint{.address = fromV4(*address), .port = port}) : std::nullopt;
}

using Groups = std::array<quint16, 8>;

/// Reads groups divided by single colons into @p groups from @p count on; an IPv4 address may be the last two.
bool readGroups(std::string_view text, Groups& groups, std::size_t& count)
{
    while (!text.empty()) {
        const auto colon = text.find(':');
        const auto group = text.substr(0, colon);
        if (colon == std::string_view::npos && group.contains('.')) {
            const auto v4 = parseV4(group);
            if (!v4 || count + 2 > groups.size())
                return false;
            groups[count++] = quint16(*v4 >> 16);
            groups[count++] = quint16(*v4);
            return true;
        }
        const auto number = wholeNumber<quint16>(group, 16);
        if (!number || group.size() > 4 || count == groups.size())
            return false;
        groups[count++] = *number;
        if (colon == std::string_view::npos)
            return true;
        text.remove_prefix(colon + 1);
        if (text.empty())
            return false;
    }
    return true;
}

std::optional<IpAddress> parseV6(std::string_view text)
{
    text = text.substr(0, text.find('%'));
    Groups groups = {};
    std::size_t count = 0;
    const auto gap = text.find("::");
    if (gap == std::string_view::npos) {
        if (!readGroups(text, groups, count) || count != groups.size())
            return std::nullopt;
    } else {
        Groups tail = {};
        std::size_t tailCount = 0;
        if (!readGroups(text.substr(0, gap), groups, count) || !readGroups(text.substr(gap + 2), tail, tailCount)
            || count + tailCount >= groups.size()) {
            return std::nullopt;
        }
        std::copy_n(tail.begin(), tailCount, groups.end() - std::ptrdiff_t(tailCount));
    }
    IpAddress address;
    for (std::size_t i = 0; i < 4; ++i) {
        address.high = address.high << 16 | groups[i];
        address.low = address.low << 16 | groups[i + 4];
    }
    return address;
}

constexpr std::string_view guidShape = "00000000-0000-0000-0000-000000000000";

/// The text of a GUID: braces or not, either case.
std::optional<IpAddress> parseGuid(std::string_view text)
{
    if (text.size() == guidShape.size() + 2 && text.front() == '{' && text.back() == '}')
        text = text.substr(1, guidShape.size());
    if (text.size() != guidShape.size())
        return std::nullopt;
    IpAddress address;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (guidShape[i] == '-') {
            if (text[i] != '-')
                return std::nullopt;
            continue;
        }
        const auto digit = wholeNumber<quint8>(text.substr(i, 1), 16);
        if (!digit)
            return std::nullopt;
        address.high = address.high << 4 | address.low >> 60;
        address.low = address.low << 4 | *digit;
    }
    if (address.low == 0 && (address.high & 0xFFFFFFFF) == 0xFFFF0000)
        return fromV4(quint32(address.high >> 32));
    return address;
}

std::optional<quint32> parseNumericV4(std::string_view text)
{
    constexpr quint32 lowest = 1U << 24;
    const auto number = wholeNumber<quint32>(text);
    return number && *number >= lowest ? number : std::nullopt;
}

Groups groupsOf(const IpAddress& address)
{
    Groups groups = {};
    for (std::size_t i = 0; i < 4; ++i) {
        groups[i] = quint16(address.high >> (48 - 16 * i));
        groups[i + 4] = quint16(address.low >> (48 - 16 * i));
    }
    return groups;
}

/// The longest run of zeros in @p groups, the first of several, as begin and end; empty if none is longer than one.
std::pair<std::size_t, std::size_t> longestGap(const Groups& groups)
{
    std::pair<std::size_t, std::size_t> longest;
    for (std::size_t begin = 0; begin < groups.size(); ++begin) {
        std::size_t end = begin;
        while (end < groups.size() && groups[end] == 0)
            ++end;
        if (end - begin > std::max<std::size_t>(longest.second - longest.first, 1))
            longest = {begin, end};
    }
    return longest;
}

std::string joinedGroups(const Groups& groups, std::size_t begin, std::size_t end)
{
    std::string text;
    for (std::size_t i = begin; i < end; ++i)
        text += std::format("{}{:x}", i == begin ? "" : ":", groups[i]);
    return text;
}

/// Where the port of an address cell starts, after its colon; npos if there is none.
std::size_t portPosition(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0)
        return std::string_view::npos;
    const bool isBracketed = text.front() == '[' && text[colon - 1] == ']';
    const bool isOnlyColon = text.find(':') == colon;
    return isBracketed || isOnlyColon ? colon + 1 : std::string_view::npos;
}

} // namespace

std::optional<IpAddress> parseAddress(std::string_view text)
{
    if (text.contains(':'))
        return parseV6(text);
    if (text.contains('-'))
        return parseGuid(text);
    const auto v4 = text.contains('.') ? parseV4(text) : parseNumericV4(text);
    return v4 ? std::optional(fromV4(*v4)) : std::nullopt;
}

std::string addressText(const IpAddress& address)
{
    if (address.isV4())
        return std::format("{}.{}.{}.{}", quint8(address.low >> 24), quint8(address.low >> 16),
                           quint8(address.low >> 8), quint8(address.low));
    const Groups groups = groupsOf(address);
    const auto [begin, end] = longestGap(groups);
    if (begin == end)
        return joinedGroups(groups, 0, groups.size());
    return joinedGroups(groups, 0, begin) + "::" + joinedGroups(groups, end, groups.size());
}

std::optional<IpEndpoint> parseEndpoint(std::string_view text)
{
    if (const auto endpoint = parseV4Endpoint(text))
        return endpoint;
    IpEndpoint endpoint;
    if (const auto position = portPosition(text); position != std::string_view::npos) {
        endpoint.port = wholeNumber<quint16>(text.substr(position));
        if (!endpoint.port)
            return std::nullopt;
        text = text.substr(0, position - 1);
    }
    if (text.size() > 2 && text.front() == '[' && text.back() == ']')
        text = text.substr(1, text.size() - 2);
    const auto address = parseAddress(text);
    if (!address)
        return std::nullopt;
    endpoint.address = *address;
    return endpoint;
}

std::string_view withoutPort(std::string_view text)
{
    const auto position = portPosition(text);
    return position == std::string_view::npos ? text : text.substr(0, position - 1);
}

std::optional<std::pair<IpAddress, IpAddress>> network(const IpAddress& address, int prefixLength)
{
    const int bits = address.isV4() ? 32 : 128;
    if (prefixLength < 0 || prefixLength > bits)
        return std::nullopt;
    const int hostBits = bits - prefixLength;
    const auto mask = [](int ones) { return ones >= 64 ? ~quint64(0) : (quint64(1) << ones) - 1; };
    const auto lowMask = mask(hostBits);
    const auto highMask = hostBits > 64 ? mask(hostBits - 64) : 0;
    return std::pair(IpAddress{.high = address.high & ~highMask, .low = address.low & ~lowMask},
                     IpAddress{.high = address.high | highMask, .low = address.low | lowMask});
}

} // namespace TmgLens
