// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/cellalignment.h"

namespace TmgLens {

Qt::Alignment cellAlignment(FieldType type)
{
    const bool isNumber = type == FieldType::Number || type == FieldType::Bytes || type == FieldType::Milliseconds;
    return Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft);
}

} // namespace TmgLens
