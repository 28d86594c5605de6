// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/table/logtablemodel.h"

namespace TmgLens {

/// What a record has in a field, as a filter can ask for it.
struct FieldValue
{
    Filter::FieldName field;
    QString value; ///< See Filter::exactValue(); empty for no value.
};

/// The value of record @p number in @p column of the table, of its code in the column of messages; nothing where the
/// source cannot be read, or where the filter language has no word for the value. GUI thread only, like the model.
[[nodiscard]] std::optional<FieldValue> fieldValue(const LogTableModel& log, RecordNumber number, int column);

} // namespace TmgLens
