// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/codetable.h"
#include "model/index/indexblock.h"

#include <array>

namespace TmgLens {

/// Stands for a text: alike for texts that are, and only by an accident of one in 2^64 for others. Holds for one run
/// of the program, so that nobody can write a log for it.
using Fingerprint = quint64;
inline constexpr Fingerprint noFingerprint = 0; ///< Of no text.

/// Where one end of a connection is.
enum class Side : std::uint8_t { Unknown, Outside, Inside, Firewall };

/// What a pattern can take events together by, or count the different ones of.
enum class Attribute : std::uint8_t {
    Client, ///< Address without port.
    Host, ///< Name of the destination; its address where the log has no name.
    Destination, ///< Address without port.
    User,
    Agent,
    Url,
    Port, ///< Of the destination.
    Connection, ///< Both addresses with ports, whoever of them sent.
    Subnet, ///< 256 neighbouring IPv4 addresses of clients, or 2^64 of IPv6.
    Rule,
};
inline constexpr std::size_t attributeCount = 10;

/// The word for @p attribute in descriptions of patterns, for example `client`.
[[nodiscard]] QLatin1StringView keyword(Attribute attribute);
/// The other way; nothing if @p word is none of them.
[[nodiscard]] std::optional<Attribute> attribute(QStringView word);

/// What is so of an event, beside its attributes.
enum class Trait : std::uint16_t {
    Success = 0x001, ///< Its code is of ResultClass::Allowed or ResultClass::Redirected.
    NamedUser = 0x002, ///< The user is known and was verified.
    AddressAsHost = 0x004, ///< The host is an address.
    PlainHost = 0x008, ///< The host is a name without dots, as only intranets have them.
    Connect = 0x010, ///< A tunnel was asked for.
    SameEnds = 0x020, ///< Source and destination are one address.
    NoBytes = 0x040, ///< The client got no bytes.
    RoundDuration = 0x080, ///< It lasted a whole number of minutes, give or take a second.
    Opens = 0x100, ///< A connection was opened.
    UnspecifiedClient = 0x200, ///< The client has no address yet: 0.0.0.0 or ::.
    LogonFailed = 0x400, ///< No record of the log: a logon that was not completed in its time. See LogonRecognizer.
};
Q_DECLARE_FLAGS(Traits, Trait)
Q_DECLARE_OPERATORS_FOR_FLAGS(Traits)

/// How long ago something was, that never was.
inline constexpr std::chrono::seconds never = std::chrono::seconds::max();

/// What patterns look at in a record. Holds no text.
struct Event
{
    quint32 record = 0;
    CodeIndex code = {};
    LogTime time = invalidTime; ///< Its moment, in UTC.
    std::array<Fingerprint, attributeCount> attributes = {};
    Traits traits = {};
    Side from = Side::Unknown;
    Side to = Side::Unknown;
    quint16 port = 0; ///< Of the destination; 0 if it is not known.

    // What ConnectionMemory knows of the connection from earlier records.
    std::chrono::seconds sinceOpened = never;
    std::chrono::seconds sinceClosed = never;
    quint32 closingCode = 0; ///< The number that it was closed with; 0 if it was not.
    bool wasOpenForRoundTime = false; ///< See Trait::RoundDuration.

    [[nodiscard]] Fingerprint attribute(Attribute attribute) const { return attributes[std::size_t(attribute)]; }
};

} // namespace TmgLens
