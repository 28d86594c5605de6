// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/derivedcolumn.h"

#include <array>

namespace TmgLens {

namespace {

/// In the order of DerivedColumn; all but the gap have the names that they have in CSV.
const std::array<Field, derivedColumnCount>& derivedFields()
{
    static const std::array<Field, derivedColumnCount> fields = {
        Field{.name = "result-class"},
        Field{.name = "result-message"},
        Field{.name = "gap", .type = FieldType::Number},
        Field{.name = "file"},
    };
    return fields;
}

} // namespace

std::optional<DerivedColumn> derivedColumn(const ColumnSet& columns, int column)
{
    const bool isDerived = column >= columns.size() && column < tableColumnCount(columns);
    return isDerived ? std::optional(DerivedColumn(column - columns.size())) : std::nullopt;
}

const Field& tableField(const ColumnSet& columns, int column)
{
    const auto derived = derivedColumn(columns, column);
    return derived ? derivedFields()[std::size_t(*derived)] : columns.at(column);
}

std::optional<int> findTableColumn(const ColumnSet& columns, QByteArrayView name)
{
    if (const auto column = columns.find(name))
        return column;
    const QByteArray wanted = foldedName(name);
    for (int column = columns.size(); column < tableColumnCount(columns); ++column) {
        if (foldedName(tableField(columns, column).name) == wanted)
            return column;
    }
    return std::nullopt;
}

} // namespace TmgLens
