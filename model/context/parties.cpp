// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/parties.h"

#include "model/filter/celltest.h"
#include "model/filter/compiledfilter.h"
#include "model/filter/exactvalue.h"
#include "model/format/readablecell.h"

#include <algorithm>
#include <array>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// The filter language has no name for the client's port; where it is no part of the client's cell, logs have these.
constexpr std::array clientPortNames{"sourceport"_L1, "srcport"_L1, "sport"_L1, "param#1"_L1};

std::optional<std::size_t> clientPortPosition(const LogLayout& layout)
{
    const auto isClientPort = [](const Field& field) {
        return std::ranges::contains(clientPortNames, QLatin1StringView(foldedName(field.name)));
    };
    const auto found = std::ranges::find_if(layout.fields, isClientPort);
    return found == layout.fields.end() ? std::nullopt : std::optional(std::size_t(found - layout.fields.begin()));
}

Filter::CellPlace clientPortPlace(const LogLayout& layout)
{
    if (const auto position = clientPortPosition(layout))
        return {.field = position};
    return {.field = fieldPosition(layout, FieldId::Client), .isPort = true};
}

std::optional<Party> partyOf(const QString& name, const QString& value)
{
    const Filter::FieldName field = Filter::fieldName(name);
    if (value.isEmpty() || !Filter::isComparable(field, value))
        return {};
    return Party{.field = field, .value = value};
}

} // namespace

PartiesReader::PartiesReader(const LogLayout& layout)
    : m_clientPort{.field = Filter::fieldName(u"port"_s), .cell = clientPortPlace(layout)}
{
    const auto placeOf = [&layout](const QString& name) {
        const Filter::FieldName field = Filter::fieldName(name);
        return Place{.field = field, .cell = Filter::cellPlace(field, layout)};
    };
    m_client = placeOf(u"client"_s);
    m_host = placeOf(u"host"_s);
    m_destination = placeOf(u"dest"_s);
    m_port = placeOf(u"port"_s);
}

Parties PartiesReader::read(Filter::RecordText& text) const
{
    return {.client = valueOf(m_client, text),
            .clientPort = valueOf(m_clientPort, text),
            .host = valueOf(m_host, text),
            .destination = valueOf(m_destination, text),
            .port = valueOf(m_port, text)};
}

QString PartiesReader::valueOf(const Place& place, Filter::RecordText& text)
{
    if (!place.cell.field)
        return {};
    const std::string_view cell = text.cell(*place.cell.field);
    if (place.cell.isPort)
        return cellText(Filter::exactValue(place.field, Filter::portOfCell(cell)));
    const LogLayout& layout = text.layout();
    if (const auto usual = textLogCell(cell, layout.fields[*place.cell.field], layout))
        return cellText(Filter::exactValue(place.field, usual->toStdString()));
    return cellText(Filter::exactValue(place.field, cell));
}

Parties partiesOf(std::string_view record, const LogLayout& layout)
{
    Filter::RecordText text(layout);
    text.setBytes(record);
    return PartiesReader(layout).read(text);
}

std::optional<Field> clientPortField(const LogLayout& layout)
{
    return clientPortPosition(layout).transform([&layout](std::size_t position) { return layout.fields[position]; });
}

std::optional<Party> clientParty(const Parties& parties)
{
    return partyOf(u"client"_s, parties.client);
}

std::optional<Party> destinationParty(const Parties& parties, LogKind log)
{
    const auto host = [&] { return partyOf(u"host"_s, parties.host); };
    const auto address = [&] { return partyOf(u"dest"_s, parties.destination); };
    return log == LogKind::Web ? host().or_else(address) : address().or_else(host);
}

} // namespace TmgLens
