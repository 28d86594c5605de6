// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/bytesource.h"

#include <QStringConverter>

#include <stop_token>

namespace TmgLens {

/// The UTF-16 or UTF-32 encoding that the first bytes of a file speak for, or nothing for what is read byte by byte.
[[nodiscard]] std::optional<QStringConverter::Encoding> wideEncoding(QByteArrayView firstBytes);

/**
 * Copies what the open file @p descriptor has from where it stands to an unnamed temporary file that lives as long as
 * the result, as UTF-8 if it is UTF-16 or UTF-32.
 *
 * For what cannot be read by position as it is: pipes and wide encodings. @p path names the input to people. Blocks the
 * caller; a requested stop ends the copy soon, also one that waits for a pipe, with LoadError::Kind::Stopped.
 */
[[nodiscard]] std::expected<SourcePointer, LoadError> spool(int descriptor, const QString& path,
                                                            const std::stop_token& stop);

} // namespace TmgLens
