// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/details/contextpage.h"

namespace TmgLens {

class PageWriter;

/// A record with what its document knows of it: all that the detail pane shows.
struct RecordFacts
{
    LogRecord record;
    CodeEntry code;
    quint64 recordCount = 0; ///< Of the document.
    ContextFacts context;
    ShownClock clock = {};
};

/// The address of the link beside the raw record.
inline constexpr QLatin1StringView copyRecordAddress{"tmglens:copy-record"};

/// The field of the record's layout whose link has @p address; nothing for other links.
[[nodiscard]] std::optional<int> fieldOfAddress(const QString& address);

/**
 * Writes all that is known of a record: what is wrong with it, its result, its surroundings, its coded fields, all
 * fields, its text.
 *
 * The name of each field is a link, see fieldOfAddress(); for those of the surroundings see contextpage.h. Hostile
 * lengths and characters are tamed: what is left out is said.
 */
void writeRecord(PageWriter& page, const RecordFacts& facts);

} // namespace TmgLens
