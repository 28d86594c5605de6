// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"
#include "model/source/bytesource.h"

#include <stop_token>

namespace TmgLens {

/**
 * True if nothing in @p source from offset @p begin on says another layout than @p layout.
 *
 * For those who have to know all fields of a log before they have read it. Only looks for directives, several times as
 * fast as a scan, on all processors. When in doubt it is false: where the source fails, where @p stop is requested,
 * and for tables with titles, of which every line could be new ones.
 */
[[nodiscard]] bool keepsLayout(const ByteSource& source, const LogLayout& layout, quint64 begin,
                               const std::stop_token& stop);

} // namespace TmgLens
