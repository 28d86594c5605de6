// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timestrip/classstack.h"

#include <algorithm>
#include <cmath>

namespace TmgLens {

bool isProblem(ResultClass resultClass)
{
    switch (resultClass) {
    case ResultClass::Denied:
    case ResultClass::Failed:
    case ResultClass::Dropped:
    case ResultClass::Attack:
    case ResultClass::Limit:
        return true;
    default:
        return false;
    }
}

std::array<int, resultClassCount> stackHeights(const ClassCounts& counts, quint32 top, int height)
{
    constexpr int leastBar = 2;
    std::array<int, resultClassCount> heights{};
    quint64 sum = 0;
    int below = 0;
    for (std::size_t place = 0; place < stackedClasses.size(); ++place) {
        const quint32 count = counts[std::size_t(stackedClasses[place])];
        sum += count;
        if (count > 0) {
            const double root = std::sqrt(double(sum) / std::max(top, 1U));
            const int least = isProblem(stackedClasses[place]) ? below + 1 : leastBar;
            below = std::clamp(std::max(int(std::lround(root * height)), least), below, height);
        }
        heights[place] = below;
    }
    if (sum > 0 && below < leastBar) // a single problem
        for (int& end : heights)
            end = end > 0 ? std::min(leastBar, height) : 0;
    return heights;
}

} // namespace TmgLens
