// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/columnset.h"

#include <algorithm>

namespace TmgLens {

std::vector<int> ColumnSet::add(const LogLayout& layout)
{
    std::vector<int> fieldOfColumn(m_fields.size(), -1);
    for (std::size_t i = 0; i < layout.fields.size(); ++i) {
        const QByteArray folded = foldedName(layout.fields[i].name);
        const std::size_t column = columnFor(layout.fields[i], folded, fieldOfColumn);
        if (column == m_fields.size()) {
            m_fields.push_back(layout.fields[i]);
            m_foldedNames.push_back(folded);
            fieldOfColumn.push_back(-1);
        }
        fieldOfColumn[column] = int(i);
    }
    return fieldOfColumn;
}

/// The column that @p field fills, which can be a new one behind the others. A layout can have several fields of one
/// meaning, and a hostile header can name one twice: those that are @p taken by the layout get columns of their own.
std::size_t ColumnSet::columnFor(const Field& field, const QByteArray& folded, const std::vector<int>& taken) const
{
    const auto find = [&](const auto& isIt) {
        std::size_t column = 0;
        while (column < m_fields.size() && (taken[column] >= 0 || !isIt(column)))
            ++column;
        return column;
    };
    // Before all others one of the same name and meaning: of several that mean the same, each keeps its own.
    const std::size_t same =
        find([&](std::size_t column) { return m_foldedNames[column] == folded && m_fields[column].id == field.id; });
    if (same < m_fields.size() || field.id == FieldId::Other)
        return same;
    return find([&](std::size_t column) { return m_fields[column].id == field.id; });
}

std::optional<int> ColumnSet::find(QByteArrayView name) const
{
    const auto found = std::ranges::find(m_foldedNames, foldedName(name));
    if (found == m_foldedNames.end())
        return {};
    return int(found - m_foldedNames.begin());
}

std::optional<int> ColumnSet::find(FieldId id) const
{
    const auto found = std::ranges::find(m_fields, id, &Field::id);
    if (found == m_fields.end())
        return {};
    return int(found - m_fields.begin());
}

} // namespace TmgLens
