// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/logkind.h"

#include <QByteArray>
#include <QByteArrayView>

namespace TmgLens {

/// What a field holds, whatever the product calls it. The short names of the filter language go by it.
enum class FieldId : std::uint8_t {
    Other,
    Client, ///< Address of the client; in firewall logs with its port.
    User,
    Agent,
    Url,
    Host, ///< Name of the destination.
    Destination, ///< Address of the destination; in firewall logs with its port.
    Port, ///< Destination port where it has a field of its own.
    Method,
    Rule,
    Action,
    ResultCode, ///< sc-status, status; the disposition in packet filter logs.
    Date,
    Time,
    GmtTime, ///< Date and time in one field, always UTC.
    LocalTime, ///< Date and time in one field, by the server's clock.
    BytesIn, ///< Towards the client.
    BytesOut, ///< From the client.
    Duration,
    Protocol, ///< Application protocol.
    Transport,
    Service,
    Server, ///< Computer name of the ISA or TMG server.
    ObjectSource,
    CacheInfo,
    ErrorInfo,
    FilterInfo,
    MimeType,
    SourceNetwork,
    DestinationNetwork,
    RecordType, ///< Which of the server's logs a record is of, where they are mixed.
};

/// How values of a field compare and align.
enum class FieldType : std::uint8_t {
    Text,
    Address, ///< IPv4 or IPv6, in firewall logs with a port.
    Number,
    Bytes,
    Milliseconds,
    Date,
    Time,
    DateTime,
    ResultCode,
    Flags, ///< Bit field, `0x…`.
};

/// One field of a layout.
struct Field
{
    QByteArray name; ///< As the log writes it; the documented name where the log has no header.
    FieldId id = FieldId::Other;
    FieldType type = FieldType::Text;

    bool operator==(const Field&) const = default;
};

/// Lower case, without blanks, `-` and `_`: products, documents and releases spell fields and their values differently.
[[nodiscard]] QByteArray foldedName(QByteArrayView name);

/// The field that a header calls @p name in a log of kind @p kind; FieldId::Other for names nobody knows.
[[nodiscard]] Field fieldByName(QByteArrayView name, LogKind kind);

/// Whether a log of any kind is documented to have a field called @p name.
[[nodiscard]] bool isDocumentedField(QByteArrayView name);

} // namespace TmgLens
