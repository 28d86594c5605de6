// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/pattern.h"

namespace TmgLens {

/**
 * Something that records of a log mean together.
 *
 * A plain value; may be copied to any thread.
 */
struct Finding
{
    const Pattern* pattern = nullptr; ///< Never nullptr in a finding that somebody gets.
    FindingSeverity severity = FindingSeverity::Notice;
    LogTime first = invalidTime; ///< Moment of its first record, in UTC.
    LogTime last = invalidTime;
    bool isOver = true; ///< False: what ends it did not come in this log.
    std::vector<quint32> records = {}; ///< Those that it rests on, ascending; never empty.
    std::vector<Fingerprint> key = {}; ///< What its records have in common, as Pattern::key.
    std::array<quint64, attributeCount> distinct = {}; ///< How many values of the attributes Pattern::counted.
    quint64 followers = 0; ///< How many of the records follow (Pattern::followers); of Kind::Logon, the logons.
    std::array<QString, attributeCount> names =
        {}; ///< Values of its first record, as the log writes them: not harmless.
};

/// What has been found in the records of a document.
struct Findings
{
    PatternsPointer patterns; ///< Which `findings` point into.
    std::vector<Finding> findings; ///< The worst first, then those of one pattern in the order of time.
    quint32 end = 0; ///< So many records of the document have been looked at.
    quint64 leftOut = 0; ///< Of patterns that were found too often (mostIncidents): so many findings are not there.
};

using FindingsPointer = std::shared_ptr<const Findings>;

} // namespace TmgLens
