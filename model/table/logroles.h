// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Qt>

namespace TmgLens {

/// What LogTableModel and ResultFilterModel answer beside the text of a cell.
enum LogRole {
    RecordNumberRole = Qt::UserRole + 1, ///< quint32
    CodeIndexRole, ///< quint32
    ResultClassRole, ///< int of ResultClass: of what the record meant if it is folded, else of its code
    SeverityRole, ///< int of Severity
    MalformedRole, ///< bool
    RawTextRole, ///< QString: the cell as the log holds it
    ResultTitleRole, ///< QString: short meaning of the record's code
    FieldTypeRole, ///< int of FieldType; also in headers
    FieldIdRole, ///< int of FieldId; also in headers
    FieldNameRole, ///< QByteArray: name as the log writes it, headers only
};

} // namespace TmgLens
