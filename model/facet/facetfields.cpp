// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facet/facetfields.h"

#include "model/filter/compiledfilter.h"

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

std::vector<Filter::FieldName> facetFields(const ColumnSet& columns)
{
    std::vector<Filter::FieldName> fields;
    const LogLayout layout = {.fields = columns.fields()};
    // A hostile header can hold names that nobody can write.
    const auto isNamed = [&layout](const Filter::FieldName& field) {
        return !field.name.trimmed().isEmpty()
            && (field.subject != Filter::Subject::Cell || Filter::cellPlace(field, layout).field);
    };
    const auto add = [&](const Filter::FieldName& field) {
        if (isNamed(field) && !std::ranges::contains(fields, field))
            fields.push_back(field);
    };
    if (columns.find(FieldId::ResultCode)) {
        for (const auto& name : {u"class"_s, u"severity"_s, u"family"_s, u"area"_s})
            add(Filter::fieldName(name));
    }
    for (const Field& column : columns.fields())
        add(Filter::fieldName(column));
    add(Filter::fieldName(u"port"_s)); // firewall logs write it behind the address
    if (columns.size() > 0)
        add(Filter::fieldName(u"file"_s));
    return fields;
}

std::vector<Filter::FieldName> defaultFacetFields(const ColumnSet& columns)
{
    const std::vector<Filter::FieldName> all = facetFields(columns);
    std::vector<Filter::FieldName> fields;
    for (const auto& name :
         {u"rule"_s, u"client"_s, u"user"_s, u"host"_s, u"method"_s, u"protocol"_s, u"agent"_s, u"action"_s}) {
        const Filter::FieldName field = Filter::fieldName(name);
        if (std::ranges::contains(all, field))
            fields.push_back(field);
    }
    return fields;
}

} // namespace TmgLens
