// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <QDateTime>

#include <functional>
#include <stop_token>

namespace TmgLens {

/// What a file held at a moment, so that it can be known again.
struct FileDigest
{
    QString path = {}; ///< Absolute; only a name for people if it is no file: standard input, a table.
    bool isFile = true;
    quint64 size = 0; ///< Bytes.
    QDateTime modified = {}; ///< In UTC; invalid if nobody knows.
    QByteArray sha256 = {}; ///< 32 bytes (FIPS 180-4).

    bool operator==(const FileDigest&) const = default;
};

/// How many bytes have been looked at, now and then, on the calling thread.
using DigestProgress = std::function<void(quint64 bytes)>;

/// The SHA-256 of the first @p size bytes of @p source. Blocks the caller. Stopping gives LoadError::Kind::Stopped.
[[nodiscard]] std::expected<QByteArray, LoadError>
sha256Of(const ByteSource& source, quint64 size, const std::stop_token& stop, const DigestProgress& progress = {});

/**
 * The files that the logs of @p index are in, each once, in their order: of a log in an archive, that of the archive.
 *
 * Of a log that is a file as it is these are the bytes that were read, also if there is another file at its path now,
 * and with those that have been added by now if somebody follows it. Of what is no file they are the bytes that came.
 * Blocks the caller, for as long as reading all of them takes. Stopping gives LoadError::Kind::Stopped.
 */
[[nodiscard]] std::expected<std::vector<FileDigest>, LoadError>
sourceDigests(const RecordIndex& index, const std::stop_token& stop, const DigestProgress& progress = {});

} // namespace TmgLens
