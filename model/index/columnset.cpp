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
        // A hostile header can name a field twice; the second gets a column of its own.
        std::size_t column = 0;
        while (column < m_fields.size() && (m_foldedNames[column] != folded || fieldOfColumn[column] >= 0))
            ++column;
        if (column == m_fields.size()) {
            m_fields.push_back(layout.fields[i]);
            m_foldedNames.push_back(folded);
            fieldOfColumn.push_back(-1);
        }
        fieldOfColumn[column] = int(i);
    }
    return fieldOfColumn;
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
