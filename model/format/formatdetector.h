// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"
#include "model/source/loaderror.h"

#include <expected>
#include <string_view>

namespace TmgLens {

/// What a log turned out to be.
struct DetectedFormat
{
    LayoutPointer layout;
    quint64 dataStart = 0; ///< Offset of the first line: after a byte order mark.
};

/// Bytes of a log that detection looks at, if there are so many.
inline constexpr std::size_t detectionLength = 256 * 1024;

/**
 * Finds out product, kind of log, separators and fields from the first bytes of a log.
 *
 * @param end some KiB before the end of the log, from anywhere in a line on; the days of a log in the server's locale
 * tell the order of its dates the better, the further they are apart
 * @param dateOrder what somebody says that the order of such dates is
 *
 * Goes by content; the name @p path settles only what content leaves open, and is named in the error. An error says
 * what was seen instead of a log.
 */
[[nodiscard]] std::expected<DetectedFormat, LoadError> detectFormat(std::string_view start, const QString& path,
                                                                    std::string_view end = {},
                                                                    std::optional<LogLayout::DateOrder> dateOrder = {});

} // namespace TmgLens
