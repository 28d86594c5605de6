// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/filter/term.h"

namespace TmgLens {

/// Who speaks with whom in a record, as it tells: values as Filter::exactValue() spells them, empty for none.
struct Parties
{
    QString client = {}; ///< Address.
    QString clientPort = {}; ///< Only firewall and packet filter logs have it.
    QString host = {}; ///< Name of the destination.
    QString destination = {}; ///< Address.
    QString port = {}; ///< Of the destination.

    bool operator==(const Parties&) const = default;
};

/// Reads the parties of the records of one layout. For one thread.
class PartiesReader
{
public:
    /// @p layout must outlive the reader.
    explicit PartiesReader(const LogLayout& layout);

    /// @p text must be of the same layout.
    [[nodiscard]] Parties read(Filter::RecordText& text) const;

private:
    struct Place
    {
        Filter::FieldName field = {};
        Filter::CellPlace cell = {};
    };

    [[nodiscard]] static QString valueOf(const Place& place, Filter::RecordText& text);

    Place m_client;
    Place m_clientPort;
    Place m_host;
    Place m_destination;
    Place m_port;
};

/// The parties of @p record, given without line end. Thread-safe.
[[nodiscard]] Parties partiesOf(std::string_view record, const LogLayout& layout);

/// The field of @p layout that has the client's port and nothing else; nothing where the port is part of the client.
[[nodiscard]] std::optional<Field> clientPortField(const LogLayout& layout);

/// One of the parties, as a filter asks for it.
struct Party
{
    Filter::FieldName field;
    QString value; ///< Never empty.
};

/// The client, if the record names one that a filter can ask for.
[[nodiscard]] std::optional<Party> clientParty(const Parties& parties);

/// Where the record's traffic went: the host in records of a web log, the address in others, and the other one of the
/// two where the first is missing.
[[nodiscard]] std::optional<Party> destinationParty(const Parties& parties, LogKind log);

} // namespace TmgLens
