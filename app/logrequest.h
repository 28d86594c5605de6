// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/logreading.h"

#include <QCommandLineOption>

class QCommandLineParser;

namespace TmgLens {

/// What the verbs that read logs are asked for alike.
struct LogRequest
{
    QStringList files; ///< At least one; no folders.
    ReadingOptions reading;
    QString target; ///< Empty for standard output.
};

/// The options for it.
struct LogOptions
{
    /// @p filterHelp says what the filter does, @p targetName what the file to write is called in the help.
    LogOptions(const QString& filterHelp, const QString& targetName);

    QCommandLineOption filter;
    QCommandLineOption dateOrder;
    QCommandLineOption serverZone;
    QCommandLineOption maximumUnpacked;
    QCommandLineOption output;
};

/// Reads what was parsed, for the verb @p verb; an error, such as no file at all, has been said.
[[nodiscard]] std::expected<LogRequest, ExitStatus> logRequestOf(const QCommandLineParser& parser,
                                                                 const LogOptions& options, const QString& verb);

} // namespace TmgLens
