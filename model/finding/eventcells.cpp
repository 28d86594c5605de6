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

constexpr IpAddress noAddress{1, 0}; // reserved: no log has it
constexpr IpAddress unspecifiedV4{0, 0xFFFF00000000};
constexpr IpAddress unspecifiedV6{0, 0};

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

/// Another fingerprint, for @p one together with @p other. Nobody knows what it is who does not know @p one.
constexpr Fingerprint mixed(Fingerprint one, quint64 other)
{
    constexpr quint64 spread = 0x9E3779B97F4A7C15; // odd, and its bits are about evenly set
    quint64 mixed = (one ^ other * spread) * spread;
    mixed ^= mixed >> 29;
    mixed *= 0xBF58476D1CE4E5B9;
    mixed ^= mixed >> 32;
    return mixed == noFingerprint ? 1 : mixed;
}

std::optional<qint64> number(std::string_view cell)
{
    qint64 value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
        return {};
    return value;
}

/// 0 if @p digits are no port.
quint16 portOf(std::string_view digits)
{
    constexpr std::size_t mostDigits = 5;
    if (digits.size() > mostDigits)
        return 0;
    unsigned port = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return 0;
        port = 10 * port + unsigned(digit - '0');
    }
    return port <= 0xFFFF ? quint16(port) : 0;
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

/// The address in a cell, which may have a port behind it.
std::optional<IpAddress> addressOf(std::string_view cell)
{
    if (isEmptyCell(cell))
        return {};
    const auto endpoint = parseEndpoint(cell);
    return endpoint ? std::optional(endpoint->address) : std::nullopt;
}

/// By the name of its network, or, where the log has none, by the address: nobody reaches private ones from outside.
Side side(std::string_view network, std::string_view end)
{
    if (isWord(network, "external"))
        return Side::Outside;
    if (isWord(network, "local host"))
        return Side::Firewall;
    if (!isEmptyCell(network))
        return Side::Inside;
    const auto address = addressOf(end);
    if (!address)
        return Side::Unknown;
    return isInside(*address) ? Side::Inside : Side::Outside;
}

Fingerprint subnetOf(const IpAddress& address)
{
    return joined(address.isV4() ? address.low >> 8 : address.high, address.isV4() ? 4 : 6);
}

/// Where tables have the port of the client; text logs have it behind the address.
std::optional<std::size_t> clientPortPlace(const LogLayout& layout)
{
    constexpr std::array<QByteArrayView, 3> names = {"SourcePort", "SrcPort", "Source Port"};
    const auto found = std::ranges::find_if(layout.fields, [&names](const Field& field) {
        return std::ranges::contains(names, QByteArrayView(field.name));
    });
    if (found == layout.fields.end())
        return {};
    return std::size_t(found - layout.fields.begin());
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
    , m_clientPort(clientPortPlace(layout))
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

void EventCells::fill(Event& event, const EventNeeds& needs, Filter::RecordText& text)
{
    const auto take = [&](Attribute attribute, const Place& place) {
        if (needs.has(attribute))
            event.attributes[std::size_t(attribute)] = fingerprintOf(cell(text, place, m_spelled));
    };
    fillEnds(event, needs, text);
    if (needs.has(Attribute::Host))
        fillHost(event, needs, cell(text, m_host, m_spelled));
    if (needs.has(Attribute::User))
        fillUser(event, cell(text, m_user, m_spelled));
    take(Attribute::Agent, m_agent);
    take(Attribute::Url, m_url);
    take(Attribute::Rule, m_rule);
    fillTraffic(event, needs, text);
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

void EventCells::fillEnds(Event& event, const EventNeeds& needs, Filter::RecordText& text)
{
    const auto set = [&event](Attribute attribute, Fingerprint value) {
        event.attributes[std::size_t(attribute)] = value;
    };
    const std::string_view client = cell(text, m_client, m_spelledClient);
    const std::string_view clientAddress = m_isWeb ? client : withoutPort(client);
    set(Attribute::Client, fingerprintOf(clientAddress));
    if (needs.has(Attribute::Subnet) || needs.hasAny(Trait::UnspecifiedClient)) {
        const auto address = addressOf(client).value_or(noAddress);
        set(Attribute::Subnet, address == noAddress ? noFingerprint : subnetOf(address));
        event.traits.setFlag(Trait::UnspecifiedClient, address == unspecifiedV4 || address == unspecifiedV6);
    }
    const std::string_view destination = cell(text, m_destination, m_spelledDestination);
    const std::string_view address = withoutPort(destination);
    const Fingerprint end = fingerprintOf(address);
    set(Attribute::Destination, end);
    set(Attribute::Host, end); // unless the record has a name
    event.traits.setFlag(Trait::SameEnds, end != noFingerprint && end == event.attribute(Attribute::Client));
    if (needs.has(Attribute::Port) || needs.has(Attribute::Connection)) {
        event.port = port(text, destination.substr(address.size()), m_port);
        set(Attribute::Port, event.port);
    }
    if (needs.has(Attribute::Connection))
        set(Attribute::Connection,
            connection(event, text, port(text, client.substr(clientAddress.size()), m_clientPort)));
    if (needs.sides) {
        event.from = sideOf(cell(text, m_sourceNetwork, m_spelled), clientAddress, m_lastSource);
        event.to = sideOf(cell(text, m_destinationNetwork, m_spelled), address, m_lastTarget);
    }
}

/// The port @p behind an address, or, where none is, that of its own field; 0 if there is none.
quint16 EventCells::port(Filter::RecordText& text, std::string_view behind, const Place& place)
{
    if (behind.empty())
        return portOf(cell(text, place, m_spelled));
    return portOf(behind.substr(behind.front() == ':' ? 1 : behind.rfind(':') + 1)); // or `]:`
}

Fingerprint EventCells::connection(const Event& event, Filter::RecordText& text, quint16 clientPort)
{
    const Fingerprint client = event.attribute(Attribute::Client);
    const Fingerprint destination = event.attribute(Attribute::Destination);
    if (client == noFingerprint || destination == noFingerprint)
        return noFingerprint;
    const std::string_view transport = cell(text, m_transport, m_spelled);
    if (transport != m_lastTransport.cell)
        m_lastTransport = {.cell = std::string(transport), .meaning = fingerprintOf(transport)};
    // A late packet of a connection may be of either end.
    return mixed(mixed(client, clientPort) + mixed(destination, event.port), m_lastTransport.meaning);
}

Side EventCells::sideOf(std::string_view network, std::string_view address, LastCell<Side>& last)
{
    if (isEmptyCell(network))
        return side(network, address);
    if (network != last.cell)
        last = {.cell = std::string(network), .meaning = side(network, address)};
    return last.meaning;
}

void EventCells::fillHost(Event& event, const EventNeeds& needs, std::string_view host)
{
    if (isEmptyCell(host))
        return;
    event.attributes[std::size_t(Attribute::Host)] = lowerFingerprint(host);
    if (!needs.hasAny(Trait::AddressAsHost) && !needs.hasAny(Trait::PlainHost))
        return;
    event.traits.setFlag(Trait::AddressAsHost, mayBeAddress(host) && parseEndpoint(host));
    event.traits.setFlag(Trait::PlainHost, !event.traits.testFlag(Trait::AddressAsHost) && !host.contains('.'));
}

void EventCells::fillTraffic(Event& event, const EventNeeds& needs, Filter::RecordText& text)
{
    if (needs.hasAny(Trait::Connect))
        event.traits.setFlag(Trait::Connect, isWord(cell(text, m_method, m_spelled), "connect"));
    if (needs.hasAny(Trait::NoBytes))
        event.traits.setFlag(Trait::NoBytes, number(cell(text, m_bytesIn, m_spelled)).value_or(0) == 0);
    if (needs.hasAny(Trait::Opens)) {
        const std::string_view action = cell(text, m_action, m_spelled);
        event.traits.setFlag(Trait::Opens, isWord(action, "establish") || isWord(action, "initiated connection"));
    }
    if (needs.hasAny(Trait::RoundDuration)) {
        const qint64 duration = number(cell(text, m_duration, m_spelled)).value_or(0);
        event.traits.setFlag(Trait::RoundDuration,
                             duration >= minute - roundingOfMinutes
                                 && (duration + roundingOfMinutes) % minute <= 2 * roundingOfMinutes);
    }
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
