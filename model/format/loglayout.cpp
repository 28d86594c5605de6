// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/loglayout.h"

#include <algorithm>

namespace TmgLens {

namespace {

/// The position of the first field that @p isMeant says yes to.
std::optional<std::size_t> firstPosition(const LogLayout& layout, auto&& isMeant)
{
    const auto found = std::ranges::find_if(layout.fields, isMeant);
    if (found == layout.fields.end())
        return {};
    return std::size_t(found - layout.fields.begin());
}

/// Turns round the directions that the names of TMG's byte fields tell; with one field alone the product has to tell.
void settleByteDirections(LogLayout& layout)
{
    const auto in = fieldPosition(layout, FieldId::BytesIn);
    const auto out = fieldPosition(layout, FieldId::BytesOut);
    const bool isTmg = in && out ? *in < *out : layout.product.contains(u"TMG");
    if (layout.kind != LogKind::Web || layout.isTable() || !isTmg)
        return;
    if (in)
        layout.fields[*in].id = FieldId::BytesOut;
    if (out)
        layout.fields[*out].id = FieldId::BytesIn;
}

/// The viewer has a column of its own for the codes of web records, which may stand before that of all codes.
void findCodes(LogLayout& layout)
{
    layout.codeField = fieldPosition(layout, FieldId::ResultCode);
    if (!layout.isTable())
        return;
    const auto isWebCode = [](const Field& field) {
        return field.id == FieldId::ResultCode && foldedName(field.name) == "httpstatuscode";
    };
    const auto isOtherCode = [&](const Field& field) { return field.id == FieldId::ResultCode && !isWebCode(field); };
    layout.webCodeField = firstPosition(layout, isWebCode);
    if (const auto otherCode = firstPosition(layout, isOtherCode))
        layout.codeField = otherCode;
}

} // namespace

std::optional<std::size_t> fieldPosition(const LogLayout& layout, FieldId id)
{
    return firstPosition(layout, [id](const Field& field) { return field.id == id; });
}

void completeLayout(LogLayout& layout)
{
    settleByteDirections(layout);
    findCodes(layout);
    layout.dateField = fieldPosition(layout, FieldId::Date);
    layout.timeField = fieldPosition(layout, FieldId::Time);
    layout.gmtTimeField = fieldPosition(layout, FieldId::GmtTime);
    layout.localTimeField = fieldPosition(layout, FieldId::LocalTime);
    layout.recordTypeField = fieldPosition(layout, FieldId::RecordType);
}

} // namespace TmgLens
