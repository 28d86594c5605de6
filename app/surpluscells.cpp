// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/surpluscells.h"

#include "app/console.h"

#include <QLocale>

#include <algorithm>
#include <ranges>

namespace TmgLens {

void complainOfSurplusCells(quint64 recordCount)
{
    if (recordCount > 0)
        complain(CommandLine::tr("Records with more cells than the log has fields: %1. The surplus cells are not in "
                                 "the CSV.")
                     .arg(QLocale(QLocale::English).toString(recordCount)));
}

quint64 surplusCount(const ScannedBlock& scanned, const FilterExpression& filter)
{
    const IndexBlock& block = *scanned.block;
    if (block.malformedCount == 0)
        return 0;
    const auto isSurplus = [&block](std::size_t record) {
        return block.flags(record).testFlag(RecordFlag::TooManyFields);
    };
    if (filter.isEmpty())
        return quint64(std::ranges::count_if(std::views::iota(std::size_t(0), block.size()), isSurplus));
    return quint64(std::ranges::count_if(scanned.chosen, isSurplus));
}

} // namespace TmgLens
