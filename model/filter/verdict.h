// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace TmgLens::Filter {

/// What a test says about a record.
enum class Verdict : std::uint8_t {
    No,
    Yes,
    Open, ///< What is known of the record so far does not settle it.
    GaveUp, ///< A regular expression needs more time than it may have: neither yes nor no.
};

[[nodiscard]] constexpr Verdict verdict(bool accepts)
{
    return accepts ? Verdict::Yes : Verdict::No;
}

} // namespace TmgLens::Filter
