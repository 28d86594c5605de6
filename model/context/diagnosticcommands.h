// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace TmgLens {

/// What a command is to be about; values as the log has them.
struct CommandSubject
{
    QString area = {}; ///< Of the result code, see ResultEntry::area.
    QString client = {}; ///< Address.
    QString host = {};
    QString address = {}; ///< Of the destination.
    QString port = {}; ///< Of the destination.
    QString transport = {}; ///< Empty means TCP.
};

/// A command that a person may run; the program never does.
struct DiagnosticCommand
{
    QString tool = {}; ///< Its name, for example `nslookup`.
    QString text = {}; ///< The whole line, for cmd.exe as for PowerShell. Empty if it cannot be offered.
    QString note = {}; ///< What it tells and where it runs; or why it cannot be offered.
};

/// The commands that help with codes of the subject's area; none for areas in which no command does.
[[nodiscard]] std::vector<DiagnosticCommand> diagnosticCommands(const CommandSubject& subject);

} // namespace TmgLens
