// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/missingfields.h"

#include "model/filter/compiledfilter.h"

namespace TmgLens {

namespace {

using namespace Filter;

void collect(const Node& node, const ColumnSet& columns, QStringList& missing)
{
    if (const auto* group = std::get_if<Group>(&node.content)) {
        for (const auto& part : group->parts)
            collect(*part, columns, missing);
    } else if (const auto* negation = std::get_if<Not>(&node.content)) {
        collect(*negation->part, columns, missing);
    } else if (const auto* comparison = std::get_if<Comparison>(&node.content)) {
        const auto& field = comparison->field;
        if (isMissing(field, columns) && !missing.contains(field.name))
            missing += field.name;
    }
}

} // namespace

bool isMissing(const Filter::FieldName& field, const ColumnSet& columns)
{
    switch (field.subject) {
    case Subject::File:
    case Subject::Finding:
        return false;
    case Subject::Time:
        return !columns.find(FieldId::Time) && !columns.find(FieldId::GmtTime) && !columns.find(FieldId::LocalTime);
    case Subject::Cell:
        return !cellPlace(field, {.fields = columns.fields()}).field;
    default:
        return !columns.find(FieldId::ResultCode);
    }
}

QStringList missingFields(const FilterExpression& expression, const ColumnSet& columns)
{
    QStringList missing;
    if (!expression.isEmpty())
        collect(*expression.root(), columns, missing);
    return missing;
}

} // namespace TmgLens
