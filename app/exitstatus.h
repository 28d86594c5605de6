// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace TmgLens {

/// What the program tells the one that called it. The numbers are promised in the manual page.
enum class ExitStatus {
    Done = 0,
    Incomplete = 1, ///< Finished, but something was skipped or malformed; said on standard error.
    Alarm = 1, ///< Finished, and what was found is an alarm.
    WrongUsage = 2,
    Failed = 3, ///< Nothing could be read, written or shown.
};

} // namespace TmgLens
