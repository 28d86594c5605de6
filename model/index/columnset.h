// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

namespace TmgLens {

/**
 * The columns of a document: the union of the fields of its layouts, in the order of their first appearance.
 *
 * Fields that mean the same are one column, whatever their logs call them; those of no known meaning go by their folded
 * name. A column is called as in the log that brought it.
 *
 * Columns are only ever added. A value type.
 */
class ColumnSet
{
public:
    /// Takes in the fields of @p layout. Returns for each column the field of the layout that fills it, or -1.
    std::vector<int> add(const LogLayout& layout);

    [[nodiscard]] int size() const { return int(m_fields.size()); }
    [[nodiscard]] const Field& at(int column) const { return m_fields[std::size_t(column)]; }
    [[nodiscard]] const std::vector<Field>& fields() const { return m_fields; }

    /// The column named @p name in any spelling, or nothing.
    [[nodiscard]] std::optional<int> find(QByteArrayView name) const;
    /// The first column that means @p id, or nothing.
    [[nodiscard]] std::optional<int> find(FieldId id) const;

private:
    [[nodiscard]] std::size_t columnFor(const Field& field, const QByteArray& folded,
                                        const std::vector<int>& taken) const;

    std::vector<Field> m_fields;
    std::vector<QByteArray> m_foldedNames; // one a field
};

} // namespace TmgLens
