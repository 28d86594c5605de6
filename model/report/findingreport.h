// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/finding.h"
#include "model/index/recordindex.h"
#include "model/output/logsummary.h"

#include <span>

namespace TmgLens {

/**
 * What a report on findings is made of.
 *
 * Refers to what it is about; all of it must outlive the report. Made and used by one thread.
 */
struct FindingReport
{
    const RecordIndex& index;
    const LogSummary& summary;
    const Findings& found;
    std::vector<const Finding*> findings; ///< Those to tell, in the order of Findings::findings.
    QStringList scope = {}; ///< Sentences that tell how they were chosen; none if all are there.
};

/// A record that a finding rests on, for people.
struct EvidenceRow
{
    QString place; ///< Log and line, for example `web.w3c, line 12`.
    QString time; ///< Moment in UTC.
    QString code; ///< With its title.
    QString client;
    QString user;
    QString target; ///< URL, or else name or address of the destination.
    QString rule;
};

/// The first records of @p finding, at most @p most. A record that cannot be read any more has a place alone. Values
/// are as the log writes them: not harmless.
[[nodiscard]] std::vector<EvidenceRow> evidence(const FindingReport& report, const Finding& finding, std::size_t most);

/// One finding after the other of one pattern.
using FindingGroup = std::span<const Finding* const>;

/// The findings in groups of one pattern each, in their order.
[[nodiscard]] std::vector<FindingGroup> groups(const FindingReport& report);

/// How many of the findings have @p severity.
[[nodiscard]] std::size_t countOf(const FindingReport& report, FindingSeverity severity);

} // namespace TmgLens
