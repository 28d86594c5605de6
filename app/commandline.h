// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"

#include <QStringList>

#include <optional>

class QCommandLineParser;

namespace TmgLens {

/**
 * The whole program: runs the verb that the first argument names, or opens windows.
 *
 * Verbs, help and version make no GUI application, so that they need no display and start quickly.
 */
[[nodiscard]] ExitStatus runCommandLine(int argc, char* argv[]);

/**
 * Parses @p arguments (first what to call the program, with its verb) and answers `--help` and `--version`, which it
 * adds.
 *
 * Returns the status to exit with if that is all there is to do, or if the arguments are wrong (which has been said).
 */
[[nodiscard]] std::optional<ExitStatus> parseArguments(QCommandLineParser& parser, const QStringList& arguments);

/// Says what is wrong with the arguments and where to find help.
[[nodiscard]] ExitStatus refuseUsage(const QString& sentence);

/// Nothing if `-` is among @p files at most once; else the status to exit with, after saying so.
[[nodiscard]] std::optional<ExitStatus> refuseSecondStandardInput(const QStringList& files);

} // namespace TmgLens
