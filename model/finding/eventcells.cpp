// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/eventcells.h"

#include "model/format/ipaddress.h"
#include "model/format/readablecell.h"

#include <QHashFunctions>

#include <algorithm>
#include <charconv>

namespace TmgLens {

namespace {

constexpr qint64 minute = 60'000; // milliseconds
constexpr qint64 roundingOfMinutes = 1'000;

Fingerprint fingerprintOf(std::string_view text)
{
    if (isEmptyCell(text))
        return noFingerprint;
    const quint64 hash = qHashBits(text.data(), text.size(), QHashSeed::globalSeed());
    return hash == noFingerprint ? 1 : hash;
}

Fingerprint joined(Fingerprint one, Fingerprint other)
{
    const std::array both = {one, other};
    return fingerprintOf({reinterpret_cast<const char*>(both.data()), sizeof both});
}

std::optional<qint64> number(std::string_view cell)
{
    qint64 value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
        return {};
    return value;
}

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

bool isWord(std::string_view text, std::string_view lowerWord)
{
    return std::ranges::equal(text, lowerWord, {}, lower);
}

/// Networks that only exist within organizations, and the computer itself.
bool isInside(const IpAddress& address)
{
    if (!address.isV4())
        return address.high >> 57 == 0xFC >> 1 || address.high >> 54 == 0xFE80 >> 6;
    const auto v4 = quint32(address.low);
    return v4 >> 24 == 10 || v4 >> 24 == 127 || v4 >> 20 == 0xAC1 || v4 >> 16 == 0xC0A8 || v4 >> 16 == 0xA9FE;
}

/// By the name of its network, or, where the log has none, by the address: nobody reaches private ones from outside.
Side side(std::string_view network, const std::optional<IpAddress>& address)
{
    if (isWord(network, "external"))
        return Side::Outside;
    if (isWord(network, "local host"))
        return Side::Firewall;
    if (!isEmptyCell(network))
        return Side::Inside;
    if (!address)
        return Side::Unknown;
    return isInside(*address) ? Side::Inside : Side::Outside;
}

/// Firewall logs have numbers in text that begin like addresses, too; only whole addresses are.
std::optional<IpAddress> addressOf(std::string_view cell)
{
    if (isEmptyCell(cell))
        return {};
    const auto endpoint = parseEndpoint(cell);
    return endpoint ? std::optional(endpoint->address) : std::nullopt;
}

Fingerprint subnetOf(const IpAddress& address)
{
    return joined(address.isV4() ? address.low >> 8 : address.high, address.isV4() ? 4 : 6);
}

bool mayBeAddress(std::string_view host)
{
    return !host.empty() && ((host.front() >= '0' && host.front() <= '9') || host.contains(':'));
}

} // namespace

EventCells::EventCells(const LogLayout& layout)
    : m_layout(layout)
    , m_isWeb(layout.kind == LogKind::Web)
    , m_client(fieldPosition(layout, FieldId::Client))
    , m_host(fieldPosition(layout, FieldId::Host))
    , m_destination(fieldPosition(layout, FieldId::Destination))
    , m_user(fieldPosition(layout, FieldId::User))
    , m_agent(fieldPosition(layout, FieldId::Agent))
    , m_url(fieldPosition(layout, FieldId::Url))
    , m_port(fieldPosition(layout, FieldId::Port))
    , m_method(fieldPosition(layout, FieldId::Method))
    , m_rule(fieldPosition(layout, FieldId::Rule))
    , m_action(fieldPosition(layout, FieldId::Action))
    , m_transport(fieldPosition(layout, FieldId::Transport))
    , m_sourceNetwork(fieldPosition(layout, FieldId::SourceNetwork))
    , m_destinationNetwork(fieldPosition(layout, FieldId::DestinationNetwork))
    , m_bytesIn(fieldPosition(layout, FieldId::BytesIn))
    , m_duration(fieldPosition(layout, FieldId::Duration))
{
}

void EventCells::fill(Event& event, Filter::RecordText& text)
{
    const auto set = [&event](Attribute attribute, std::string_view cell) {
        event.attributes[std::size_t(attribute)] = fingerprintOf(cell);
    };
    std::string unused;
    const auto plain = [&](const Place& place) { return cell(text, place, unused); };

    const std::string_view client = cell(text, m_client, m_spelledClient);
    fillClient(event, client);
    fillDestination(event, text, client);
    fillHost(event, plain(m_host));
    fillUser(event, plain(m_user));
    set(Attribute::Agent, plain(m_agent));
    set(Attribute::Url, plain(m_url));
    set(Attribute::Rule, plain(m_rule));
    event.from = side(plain(m_sourceNetwork), addressOf(client));
    event.traits.setFlag(Trait::Connect, isWord(plain(m_method), "connect"));
    event.traits.setFlag(Trait::NoBytes, number(plain(m_bytesIn)).value_or(0) == 0);
    if (m_isWeb)
        return;
    const std::string_view action = plain(m_action);
    event.traits.setFlag(Trait::Opens, isWord(action, "establish") || isWord(action, "initiated connection"));
    const qint64 duration = number(plain(m_duration)).value_or(0);
    event.traits.setFlag(Trait::RoundDuration,
                         duration >= minute - roundingOfMinutes
                             && (duration + roundingOfMinutes) % minute <= 2 * roundingOfMinutes);
}

/// Addresses and words of a table are spelled as text logs have them, in @p spelled.
std::string_view EventCells::cell(Filter::RecordText& text, const Place& place, std::string& spelled) const
{
    if (!place)
        return {};
    const std::string_view cell = text.cell(*place);
    if (!m_layout.isTable())
        return cell;
    const auto readable = textLogCell(cell, m_layout.fields[*place], m_layout);
    if (!readable)
        return cell;
    spelled = readable->toStdString();
    return spelled;
}

void EventCells::fillClient(Event& event, std::string_view client) const
{
    const std::string_view address = m_isWeb ? client : withoutPort(client);
    event.attributes[std::size_t(Attribute::Client)] = fingerprintOf(address);
    const auto parsed = addressOf(client);
    if (!parsed)
        return;
    event.attributes[std::size_t(Attribute::Subnet)] = subnetOf(*parsed);
    event.traits.setFlag(Trait::UnspecifiedClient, *parsed == IpAddress() || *parsed == IpAddress{0, 0xFFFF00000000});
}

void EventCells::fillDestination(Event& event, Filter::RecordText& text, std::string_view client)
{
    const std::string_view destination = cell(text, m_destination, m_spelledDestination);
    const std::string_view address = withoutPort(destination);
    const Fingerprint end = fingerprintOf(address);
    event.attributes[std::size_t(Attribute::Destination)] = end;
    event.attributes[std::size_t(Attribute::Host)] = end; // unless the record has a name
    event.traits.setFlag(Trait::SameEnds, end != noFingerprint && end == event.attribute(Attribute::Client));
    const auto endpoint = parseEndpoint(destination);
    std::string spelled;
    if (endpoint && endpoint->port)
        event.port = *endpoint->port;
    else if (const auto port = number(cell(text, m_port, spelled)); port && *port > 0 && *port <= 0xFFFF)
        event.port = quint16(*port);
    if (event.port != 0)
        event.attributes[std::size_t(Attribute::Port)] = joined(event.port, 0);
    event.to = side(cell(text, m_destinationNetwork, spelled), endpoint ? std::optional(endpoint->address) : std::nullopt);
    if (m_isWeb || client.empty() || destination.empty())
        return;
    // A late packet of a connection may be of either end.
    const Fingerprint ends = fingerprintOf(client) + fingerprintOf(destination);
    event.attributes[std::size_t(Attribute::Connection)] =
        joined(ends, fingerprintOf(cell(text, m_transport, spelled)));
}

void EventCells::fillHost(Event& event, std::string_view host)
{
    if (isEmptyCell(host))
        return;
    event.attributes[std::size_t(Attribute::Host)] = lowerFingerprint(host);
    event.traits.setFlag(Trait::AddressAsHost, mayBeAddress(host) && parseEndpoint(host));
    event.traits.setFlag(Trait::PlainHost, !event.traits.testFlag(Trait::AddressAsHost) && !host.contains('.'));
}

void EventCells::fillUser(Event& event, std::string_view user)
{
    event.attributes[std::size_t(Attribute::User)] = lowerFingerprint(user);
    // "name (?)" is what a client claims, not what was verified.
    event.traits.setFlag(Trait::NamedUser,
                         !isEmptyCell(user) && !isWord(user, "anonymous") && !user.contains('?')
                             && !(mayBeAddress(user) && parseAddress(user)));
}

Fingerprint EventCells::lowerFingerprint(std::string_view text)
{
    m_lower.resize(text.size());
    std::ranges::transform(text, m_lower.begin(), lower);
    return fingerprintOf(m_lower);
}

} // namespace TmgLens
