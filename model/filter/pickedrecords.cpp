// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/pickedrecords.h"

#include <algorithm>

namespace TmgLens {

std::vector<quint32> PickedRecords::within(quint32 first, std::size_t count) const
{
    const auto begin = std::ranges::lower_bound(numbers, first);
    const auto end = std::lower_bound(begin, numbers.end(), quint64(first) + count);
    std::vector<quint32> ofBlock(begin, end);
    for (quint32& number : ofBlock)
        number -= first;
    return ofBlock;
}

} // namespace TmgLens
