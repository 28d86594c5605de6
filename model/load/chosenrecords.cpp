// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/chosenrecords.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace TmgLens {

void appendChosen(const ScannedBlock& scanned, bool isChosen, RecordIndex& index, std::vector<quint32>& chosen)
{
    const quint32 first = index.recordCount();
    index.append(scanned.block);
    if (isChosen) {
        std::ranges::transform(scanned.chosen, std::back_inserter(chosen),
                               [first](quint32 record) { return first + record; });
        return;
    }
    const std::size_t before = chosen.size();
    chosen.resize(before + scanned.block->size());
    std::iota(chosen.begin() + std::ptrdiff_t(before), chosen.end(), first);
}

} // namespace TmgLens
