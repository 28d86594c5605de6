// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/pickedrecords.h"

#include "model/filter/foundrecords.h"

namespace TmgLens {

std::vector<quint32> PickedRecords::within(quint32 first, std::size_t count) const
{
    const auto picked = TmgLens::within(numbers, first, count);
    std::vector<quint32> ofBlock(picked.begin(), picked.end());
    for (quint32& number : ofBlock)
        number -= first;
    return ofBlock;
}

} // namespace TmgLens
