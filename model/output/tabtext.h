// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <QByteArray>

#include <span>
#include <stop_token>

namespace TmgLens {

/**
 * @p records as lines of cells with tabs between, for the clipboard: what spreadsheets and chats take when pasted.
 *
 * Cells are the text of the log, with blanks for the tabs and control characters in it. UTF-8. Blocks the caller; when
 * @p stop is requested the text is incomplete and to be thrown away.
 */
[[nodiscard]] std::expected<QByteArray, LoadError> recordsAsText(const RecordIndex& index,
                                                                 std::span<const quint32> records,
                                                                 std::span<const int> columns,
                                                                 const std::stop_token& stop);

} // namespace TmgLens
