// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <vector>

namespace TmgLens {

class RecordFindings;

/// What a CSV file holds.
struct CsvOptions
{
    std::vector<int> columns; ///< Columns of the index, in order.
    bool addFile = false; ///< Puts the name of the record's log (see fileNames()) before them, as `file`.
    bool addUtc = false; ///< Puts the moment of the record, in ISO 8601 with its zone, before them, as `utc-time`.
    bool addDecoded = false; ///< Adds result-class, result-symbol and result-message.
    std::shared_ptr<const RecordFindings> findings = {}; ///< Adds what the record belongs to at the end, as `finding`.
    bool guardFormulas = false; ///< Puts an apostrophe before cells that a spreadsheet would run.
    bool addByteOrderMark = false; ///< For Excel, which takes UTF-8 for ANSI without it.
    bool addHeader = true; ///< The first row, with the names; without it the rows go on those of another index.
};

} // namespace TmgLens
