// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/loglayout.h"

#include <algorithm>

namespace TmgLens {

std::optional<std::size_t> fieldPosition(const LogLayout& layout, FieldId id)
{
    const auto found = std::ranges::find(layout.fields, id, &Field::id);
    if (found == layout.fields.end())
        return {};
    return std::size_t(found - layout.fields.begin());
}

void locateKeyFields(LogLayout& layout)
{
    layout.codeField = fieldPosition(layout, FieldId::ResultCode);
    layout.dateField = fieldPosition(layout, FieldId::Date);
    layout.timeField = fieldPosition(layout, FieldId::Time);
    layout.gmtTimeField = fieldPosition(layout, FieldId::GmtTime);
}

} // namespace TmgLens
