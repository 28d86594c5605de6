// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filternode.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace TmgLens::Filter {

namespace {

struct ShortName
{
    QLatin1StringView name;
    Subject subject;
    FieldId id;
    FieldType type;
};

constexpr std::array shortNames = {
    ShortName{"action"_L1, Subject::Cell, FieldId::Action, FieldType::Text},
    ShortName{"agent"_L1, Subject::Cell, FieldId::Agent, FieldType::Text},
    ShortName{"area"_L1, Subject::Area, FieldId::ResultCode, FieldType::Text},
    ShortName{"bytes-in"_L1, Subject::Cell, FieldId::BytesIn, FieldType::Bytes},
    ShortName{"bytes-out"_L1, Subject::Cell, FieldId::BytesOut, FieldType::Bytes},
    ShortName{"class"_L1, Subject::Class, FieldId::ResultCode, FieldType::Text},
    ShortName{"client"_L1, Subject::Cell, FieldId::Client, FieldType::Address},
    ShortName{"code"_L1, Subject::Code, FieldId::ResultCode, FieldType::ResultCode},
    ShortName{"dest"_L1, Subject::Cell, FieldId::Destination, FieldType::Address},
    ShortName{"duration"_L1, Subject::Cell, FieldId::Duration, FieldType::Milliseconds},
    ShortName{"family"_L1, Subject::Family, FieldId::ResultCode, FieldType::Text},
    ShortName{"file"_L1, Subject::File, FieldId::Other, FieldType::Text},
    ShortName{"finding"_L1, Subject::Finding, FieldId::Other, FieldType::Text},
    ShortName{"host"_L1, Subject::Cell, FieldId::Host, FieldType::Text},
    ShortName{"method"_L1, Subject::Cell, FieldId::Method, FieldType::Text},
    ShortName{"port"_L1, Subject::Cell, FieldId::Port, FieldType::Number},
    ShortName{"protocol"_L1, Subject::Cell, FieldId::Protocol, FieldType::Text},
    ShortName{"rule"_L1, Subject::Cell, FieldId::Rule, FieldType::Text},
    ShortName{"server"_L1, Subject::Cell, FieldId::Server, FieldType::Text},
    ShortName{"service"_L1, Subject::Cell, FieldId::Service, FieldType::Text},
    ShortName{"severity"_L1, Subject::Severity, FieldId::ResultCode, FieldType::Text},
    ShortName{"time"_L1, Subject::Time, FieldId::Time, FieldType::DateTime},
    ShortName{"url"_L1, Subject::Cell, FieldId::Url, FieldType::Text},
    ShortName{"user"_L1, Subject::Cell, FieldId::User, FieldType::Text},
};

FieldName toFieldName(const ShortName& name)
{
    return {.name = name.name, .subject = name.subject, .id = name.id, .type = name.type};
}

/// A field of a log: its type goes by the first of the logs that documents the name.
FieldName documentedField(const QString& name)
{
    const QByteArray bytes = name.toUtf8();
    FieldName field{.name = name};
    for (const auto kind : {LogKind::Web, LogKind::Firewall, LogKind::PacketFilter}) {
        const Field documented = fieldByName(bytes, kind);
        if (documented.id == FieldId::Other && documented.type == FieldType::Text)
            continue;
        field.type = documented.type;
        if (documented.id == FieldId::ResultCode) {
            field.subject = Subject::Code;
            field.id = documented.id;
        } else if (documented.id == FieldId::Date || documented.id == FieldId::Time) {
            field.subject = Subject::Time;
            field.id = documented.id;
        }
        break;
    }
    return field;
}

} // namespace

FieldName fieldName(const QString& name)
{
    const QByteArray folded = foldedName(name.toUtf8());
    const auto isMeant = [&](const ShortName& candidate) { return foldedName(candidate.name) == folded; };
    const auto* const found = std::ranges::find_if(shortNames, isMeant);
    if (found == shortNames.end())
        return documentedField(name);
    return toFieldName(*found);
}

FieldName orderedFieldName(const QString& name)
{
    FieldName field = fieldName(name);
    if (field.subject == Subject::Cell && field.id == FieldId::Other && !isDocumentedField(name.toUtf8()))
        field.type = FieldType::Number;
    return field;
}

std::vector<FieldName> shortFieldNames()
{
    std::vector<FieldName> names;
    std::ranges::transform(shortNames, std::back_inserter(names), toFieldName);
    return names;
}

FieldName fieldName(const Field& field)
{
    // Classes, families and so on are made from the code; the field is the code itself.
    const auto isMeant = [&](const ShortName& candidate) {
        const bool isField = candidate.subject == Subject::Cell || candidate.subject == Subject::Code
            || candidate.subject == Subject::Time;
        return isField && candidate.id == field.id;
    };
    const auto* const found = std::ranges::find_if(shortNames, isMeant);
    return fieldName(found == shortNames.end() ? QString::fromUtf8(field.name) : QString(found->name));
}

} // namespace TmgLens::Filter
