// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/findingchoice.h"

#include "app/console.h"
#include "model/finding/findingfilter.h"
#include "model/finding/findingsearch.h"
#include "model/output/errortext.h"

namespace TmgLens {

FindingsPointer searchFindings(const PatternsPointer& patterns, const RecordIndex& index)
{
    std::optional<ProgressLine> line(std::in_place);
    FindingSearch search(patterns);
    const auto done = search.goOn(index, {}, [&line](int percent) {
        if (line->isDue())
            line->show(CommandLine::tr("Looking for patterns: %1 %").arg(percent));
    });
    line.reset();
    if (done)
        return search.findings(index);
    complain(describeLoadError(done.error()));
    return {};
}

FindingsPointer searchFindings(const RecordIndex& index)
{
    const auto patterns = builtInPatterns();
    if (patterns)
        return searchFindings(*patterns, index);
    complain(patterns.error());
    return {};
}

std::optional<std::vector<quint32>> chooseByFindings(const FilterExpression& filter, const RecordIndex& index,
                                                     const Findings& found)
{
    auto records = matchRecords(index, {.selection = {}, .expression = filter, .found = foundRecords(found)}, 0, {});
    if (records)
        return *std::move(records);
    complain(describeLoadError(records.error()));
    return {};
}

} // namespace TmgLens
