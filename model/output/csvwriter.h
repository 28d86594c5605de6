// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"
#include "model/output/csvoptions.h"
#include "model/output/targetfile.h"

#include <functional>
#include <span>
#include <stop_token>

class QIODevice;

namespace TmgLens {

/**
 * Writes @p records of @p index as CSV (RFC 4180, UTF-8, CRLF) to @p device.
 *
 * Cells are the bytes of the log. Rows are made on all processors, some ahead of those that are written; memory is
 * bounded whatever the size. @p progress gets the records written now and then, on the calling thread. Blocks the
 * caller.
 */
[[nodiscard]] Written writeCsv(QIODevice& device, const RecordIndex& index, std::span<const quint32> records,
                               const CsvOptions& options, const std::stop_token& stop,
                               const std::function<void(quint64)>& progress = {});

/// The same, to a file that is replaced only when all of it is written.
[[nodiscard]] Written writeCsvFile(const QString& path, const RecordIndex& index, std::span<const quint32> records,
                                   const CsvOptions& options, const std::stop_token& stop,
                                   const std::function<void(quint64)>& progress = {});

} // namespace TmgLens
