// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace TmgLens::Test {

/// So many gestures at a window with so many logs; the same for the same seed.
struct AgreementRun
{
    unsigned seed = 0;
    int logs = 1;
    int gestures = 0;
    bool isTold = false; ///< Each gesture is printed when it is made, for who looks for a crash.
};

/// Makes the gestures of @p run in a window of its own and compares, after each, all that this tells with a plain loop.
/// Returns what differs and what was done up to there; nothing if all agrees.
[[nodiscard]] std::optional<QString> findDisagreement(const AgreementRun& run);

} // namespace TmgLens::Test
