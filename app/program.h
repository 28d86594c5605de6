// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"

namespace TmgLens {

/**
 * Runs @p work as the body of a program: with the names that Qt wants to know, standard descriptors that are open, and
 * a sentence for whatever it throws. Returns the exit status.
 */
[[nodiscard]] int runProgram(int argc, char* argv[], ExitStatus (*work)(int argc, char* argv[]));

} // namespace TmgLens
