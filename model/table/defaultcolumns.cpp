// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/defaultcolumns.h"

#include <numeric>
#include <span>

namespace TmgLens {

namespace {

// What came of it stands left of the long fields, so that it is on screen in a narrow window too.
constexpr FieldId webFields[] = {
    FieldId::Date,     FieldId::Time,     FieldId::Client,  FieldId::User,     FieldId::ResultCode,
    FieldId::Url,      FieldId::Method,   FieldId::Action,  FieldId::Rule,     FieldId::Agent,
    FieldId::Protocol, FieldId::MimeType, FieldId::BytesIn, FieldId::BytesOut, FieldId::Duration,
};

constexpr FieldId firewallFields[] = {
    FieldId::Date,          FieldId::Time,
    FieldId::Client,        FieldId::Destination,
    FieldId::ResultCode,    FieldId::Action,
    FieldId::Protocol,      FieldId::Transport,
    FieldId::Rule,          FieldId::Host,
    FieldId::User,          FieldId::Agent,
    FieldId::SourceNetwork, FieldId::DestinationNetwork,
    FieldId::BytesIn,       FieldId::BytesOut,
    FieldId::Duration,
};

std::span<const FieldId> importantFields(LogKind kind)
{
    switch (kind) {
    case LogKind::Web:
        return webFields;
    case LogKind::Firewall:
        return firewallFields;
    case LogKind::PacketFilter: // twelve fields, all of them short
    case LogKind::Unknown:
        break;
    }
    return {};
}

} // namespace

std::vector<int> defaultColumns(const ColumnSet& columns, LogKind kind)
{
    std::vector<int> shown;
    if (!columns.find(FieldId::Date)) {
        if (const auto time = columns.find(FieldId::GmtTime))
            shown.push_back(*time);
        else if (const auto localTime = columns.find(FieldId::LocalTime))
            shown.push_back(*localTime);
    }
    for (const FieldId id : importantFields(kind)) {
        if (const auto column = columns.find(id))
            shown.push_back(*column);
        // Where web and firewall records are mixed, each have a column of their own.
        if (const auto other = id == FieldId::ResultCode ? columns.find("HTTP Status Code") : std::nullopt;
            other && *other != shown.back())
            shown.push_back(*other);
    }
    constexpr std::size_t fewColumns = 3; // with fewer than these one would not see what a record is about
    if (shown.size() < fewColumns) {
        shown.resize(std::size_t(columns.size()));
        std::iota(shown.begin(), shown.end(), 0);
    }
    return shown;
}

} // namespace TmgLens
