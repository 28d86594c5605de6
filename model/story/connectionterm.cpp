// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/story/connectionterm.h"

#include "model/context/parties.h"
#include "model/filter/compiledfilter.h"
#include "model/filter/exactvalue.h"

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// `10.0.0.1:80`, `[fe80::1]:80`.
QString endpointText(const QString& address, const QString& port)
{
    return (address.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address, port);
}

/// Tables call it `protocol`, which means something else in filters: they cannot be asked for it.
std::optional<Filter::FieldName> transportField(const LogLayout& layout)
{
    const auto position = fieldPosition(layout, FieldId::Transport);
    if (!position)
        return {};
    const Filter::FieldName field = Filter::fieldName(layout.fields[*position]);
    return Filter::cellPlace(field, layout).field == position ? std::optional(field) : std::nullopt;
}

} // namespace

FilterExpression connectionTerm(const Parties& parties, const QString& transport, const LogLayout& layout)
{
    const bool isWhole = !parties.client.isEmpty() && !parties.clientPort.isEmpty() && !parties.destination.isEmpty()
        && !parties.port.isEmpty();
    bool isAskable = isWhole;
    QList<FilterExpression> terms;
    const auto add = [&](const Filter::FieldName& field, const QString& value) {
        isAskable = isAskable && Filter::isComparable(field, value);
        if (isAskable)
            terms.append(Filter::valueTerm(field, {value}));
    };
    if (const auto field = clientPortField(layout)) {
        add(Filter::fieldName(u"client"_s), parties.client);
        add(Filter::fieldName(*field), parties.clientPort);
    } else {
        add(Filter::fieldName(u"client"_s), endpointText(parties.client, parties.clientPort));
    }
    add(Filter::fieldName(u"dest"_s), parties.destination);
    add(Filter::fieldName(u"port"_s), parties.port);
    if (const auto field = transportField(layout); field && !transport.isEmpty())
        add(*field, transport);
    return isAskable ? FilterExpression::allOf(terms) : FilterExpression();
}

} // namespace TmgLens
