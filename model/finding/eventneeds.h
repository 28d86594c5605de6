// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/event.h"

namespace TmgLens {

/// What has to be read of a record for an event to be of use, so that the rest need not be looked at.
struct EventNeeds
{
    bool isWanted = false; ///< False: no event is needed at all.
    std::uint16_t attributes = 0; ///< Bit n stands for the attribute of number n.
    Traits traits = {}; ///< Of which it is needed whether they are so; Trait::Success always is.
    bool sides = false;

    void add(Attribute attribute) { attributes |= std::uint16_t(1U << std::size_t(attribute)); }
    [[nodiscard]] bool has(Attribute attribute) const { return attributes >> std::size_t(attribute) & 1U; }
    [[nodiscard]] bool hasAny(Traits wanted) const { return bool(traits & wanted); }
};

} // namespace TmgLens
