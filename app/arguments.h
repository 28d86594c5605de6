// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"

#include <QCommandLineOption>
#include <QStringList>
#include <QTimeZone>

#include <expected>
#include <optional>

class QCommandLineParser;

namespace TmgLens {

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

/// Nothing if @p target is a file that may be written; else the status to exit with, after saying that it is one of the
/// logs: what replaces the evidence it was made from is never meant.
[[nodiscard]] std::optional<ExitStatus> refuseTargetAmong(const QStringList& files, const QString& target);

/// The option `--server-zone` of all that read logs.
[[nodiscard]] QCommandLineOption serverZoneOption();

/// The zone that it names, if it is there; the status to exit with if there is no such zone, after saying so.
[[nodiscard]] std::expected<std::optional<QTimeZone>, ExitStatus> parseServerZone(const QCommandLineParser& parser);

/// What the windows are to be like that the arguments ask for.
struct WindowRequest
{
    QStringList files; ///< To open.
    std::optional<QTimeZone> serverZone; ///< Of their local times.
};

/// Parses the arguments that the application object has left into @p request. Answers `--help` and `--version`; returns
/// as parseArguments() does.
[[nodiscard]] std::optional<ExitStatus> parseWindowArguments(WindowRequest& request);

} // namespace TmgLens
