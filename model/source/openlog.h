// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/archivereader.h"
#include "model/source/logaddress.h"

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

/// Receives a log at @p address, or why it is passed over.
using LogVisitor = std::function<void(const LogAddress& address, const std::expected<SourcePointer, LoadError>& log)>;

/**
 * Opens the log at @p path (`-` is standard input), or one after the other all files of the archive there, in its
 * order, and hands them to @p visit. The path may also be an address in an archive. An archive in an archive is gone
 * into, one in that is not.
 *
 * A member is unpacked to a temporary file first, so that it can be read by position; that takes time, so call it off
 * the GUI thread. Of a member that is cut short there is the beginning, see ByteSource::damage(). An error means that
 * nothing more comes; stopping gives LoadError::Kind::Stopped. The room that a log takes is free for others once nobody
 * holds it any more.
 */
[[nodiscard]] std::expected<void, LoadError> visitLogs(const QString& path, const UnpackOptions& options,
                                                       const LogVisitor& visit);

/// The same for some members of the archive @p file, by their names in it; for all of them if there are none. The
/// archive is gone through once, in its order.
[[nodiscard]] std::expected<void, LoadError> visitMembers(const QString& file, const QStringList& members,
                                                          const UnpackOptions& options, const LogVisitor& visit);

} // namespace TmgLens
