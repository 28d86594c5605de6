// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"
#include "app/program.h"

int main(int argc, char* argv[])
{
    return TmgLens::runProgram(argc, argv, TmgLens::runCommandLine);
}
