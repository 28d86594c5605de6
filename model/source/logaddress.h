// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace TmgLens {

/**
 * Where a log is: in a file, or in a member of an archive that is a file.
 *
 * Written as one path it is the file's, a slash and the member's name; a member of an archive in an archive has a slash
 * once more.
 */
struct LogAddress
{
    QString file; ///< `-` is standard input.
    QString member = {}; ///< Empty for a log that is no member.
};

/// Takes @p path apart at the first file on it. If there is none, the whole path is that of the file that is missing.
/// Asks the file system.
[[nodiscard]] LogAddress logAddress(const QString& path);

/// The address as one path; logAddress() takes it apart again.
[[nodiscard]] QString pathOf(const LogAddress& address);

/// What people call the log: the name of the file, or that of the member with the name of the archive.
[[nodiscard]] QString displayName(const LogAddress& address);

} // namespace TmgLens
