// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/foundrecords.h"

#include <algorithm>

namespace TmgLens {

std::span<const quint32> within(std::span<const quint32> records, quint32 first, std::size_t count)
{
    const auto begin = std::ranges::lower_bound(records, first);
    const auto end = std::lower_bound(begin, records.end(), quint64(first) + count);
    return {begin, end};
}

} // namespace TmgLens
