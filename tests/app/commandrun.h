// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

namespace TmgLens::Test {

/// What the program did when it was called from outside.
struct CommandRun
{
    int status = -1; ///< Exit status; -1 if it crashed, was killed or did not start.
    QByteArray output;
    QByteArray errors;
};

/// Runs `tmglens` without any display, in the folder @p folder, with @p input as standard input.
[[nodiscard]] CommandRun runTmglens(const QStringList& arguments, const QByteArray& input = {},
                                    const QString& folder = {});

/// Runs a line of shell script in which `$TMGLENS` is the program.
[[nodiscard]] CommandRun runShell(const QString& script, const QString& folder);

/// Writes a new file; fails the process if it cannot.
void writeFile(const QString& path, const QByteArray& content);

/// What a file holds; fails the process if it cannot be read.
[[nodiscard]] QByteArray fileContent(const QString& path);

} // namespace TmgLens::Test
