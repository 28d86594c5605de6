// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/circumstances.h"

#include "model/filter/celltest.h"
#include "model/format/fieldcutter.h"

namespace TmgLens {

namespace {

std::string_view cellOf(FieldCutter& cutter, const LogLayout& layout, FieldId id)
{
    const auto field = fieldPosition(layout, id);
    const std::string_view cell = field ? Filter::trimmed(cutter.cell(*field)) : std::string_view();
    return isEmptyCell(cell) ? std::string_view() : cell;
}

/// Text logs write hexadecimal numbers, databases signed ones.
std::optional<quint32> bitsOf(std::string_view cell)
{
    return Filter::numberOfCell(cell).transform([](qint64 number) { return quint32(number); });
}

} // namespace

Circumstances circumstancesOf(std::string_view record, const LogLayout& layout)
{
    FieldCutter cutter(layout);
    cutter.setRecord(record);
    const auto text = [&](FieldId id) { return cellText(cellOf(cutter, layout, id)); };
    return {.transport = text(FieldId::Transport),
            .rule = text(FieldId::Rule),
            .sourceNetwork = text(FieldId::SourceNetwork),
            .destinationNetwork = text(FieldId::DestinationNetwork),
            .filterInfo = text(FieldId::FilterInfo),
            .errorInfo = bitsOf(cellOf(cutter, layout, FieldId::ErrorInfo))};
}

} // namespace TmgLens
