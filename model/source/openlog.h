// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/archivereader.h"
#include "model/source/logaddress.h"

#include <QList>

#include <variant>

namespace TmgLens {

/// How logs are opened that are in archives.
struct UnpackOptions
{
    /// Bytes that all members of an archive together may unpack to. Without it, 2000 times the size of the archive, but
    /// at least 64 MiB and at most 64 GiB: logs pack to a twentieth, and bombs to less than a thousandth.
    std::optional<quint64> maximum = {};
    std::stop_token stop = {};
    UnpackProgress progress = {}; ///< Called on the calling thread.
};

/// A log that has been opened.
struct OpenedLog
{
    LogAddress address;
    SourcePointer source;
};

/// An archive of several files, of which somebody has to choose.
struct MemberChoice
{
    LogAddress archive;
    QList<ArchiveMember> members;
};

/**
 * Opens the log at @p path (`-` is standard input), which may be an address in an archive, or that of an archive with
 * one file. An archive in an archive is gone into, one in that is not.
 *
 * A member is unpacked to a temporary file first, so that it can be read by position; that takes time, so call it off
 * the GUI thread. Of a member that is cut short there is the beginning, see ByteSource::damage(). Stopping gives
 * LoadError::Kind::Stopped.
 */
[[nodiscard]] std::expected<std::variant<OpenedLog, MemberChoice>, LoadError> openLog(const QString& path,
                                                                                      const UnpackOptions& options);

/// Receives a log at @p address, or why it is passed over.
using LogVisitor = std::function<void(const LogAddress& address, const std::expected<SourcePointer, LoadError>& log)>;

/**
 * Opens all logs at @p path in the same way, and hands them to @p visit: one, or all files of an archive one after the
 * other, in its order.
 *
 * An error means that nothing more comes. The room that a log takes is free for others once @p visit has let go of it.
 */
[[nodiscard]] std::expected<void, LoadError> visitLogs(const QString& path, const UnpackOptions& options,
                                                       const LogVisitor& visit);

} // namespace TmgLens
