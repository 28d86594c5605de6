// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"
#include "model/output/csvoptions.h"

#include <functional>
#include <span>
#include <stop_token>

class QIODevice;

namespace TmgLens {

/// Why an export ended early.
struct ExportError
{
    enum class Kind { CannotRead, CannotWrite, Cancelled, NoMemory };
    Kind kind = Kind::CannotWrite;
    LoadError readError = {}; ///< For CannotRead and NoMemory.
    QString systemText = {}; ///< For CannotWrite.
};

/**
 * Writes @p records of @p index as CSV (RFC 4180, UTF-8, CRLF) to @p device.
 *
 * Cells are the bytes of the log. Rows are made on all processors, some ahead of those that are written; memory is
 * bounded whatever the size. @p progress gets the records written now and then, on the calling thread. Blocks the
 * caller.
 */
[[nodiscard]] std::expected<void, ExportError> writeCsv(QIODevice& device, const RecordIndex& index,
                                                        std::span<const quint32> records, const CsvOptions& options,
                                                        const std::stop_token& stop,
                                                        const std::function<void(quint64)>& progress = {});

/// The same, to a file that is replaced only when all of it is written.
[[nodiscard]] std::expected<void, ExportError> writeCsvFile(const QString& path, const RecordIndex& index,
                                                            std::span<const quint32> records, const CsvOptions& options,
                                                            const std::stop_token& stop,
                                                            const std::function<void(quint64)>& progress = {});

} // namespace TmgLens
