// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/report/reportwording.h"

#include "model/output/wording.h"

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

QString severityTitle(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Noise:
        return FindingText::tr("Noise");
    case FindingSeverity::Notice:
        return FindingText::tr("Notice");
    case FindingSeverity::Warning:
        return FindingText::tr("Warning");
    case FindingSeverity::Alarm:
        break;
    }
    return FindingText::tr("Alarm");
}

ResultClass colourOf(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Noise:
        return ResultClass::Closed;
    case FindingSeverity::Notice:
        return ResultClass::Info;
    case FindingSeverity::Warning:
        return ResultClass::Denied;
    case FindingSeverity::Alarm:
        break;
    }
    return ResultClass::Failed;
}

QString spanText(const Finding& finding)
{
    const QString first = timeText(finding.first);
    if (!finding.isOver)
        return FindingText::tr("from %1 UTC, without an end in these logs").arg(first);
    if (finding.first == finding.last)
        return FindingText::tr("%1 UTC").arg(first);
    const QString last = timeText(finding.last);
    const qsizetype day = QStringView(u"2010-05-12 ").size();
    const bool isSameDay = first.first(day) == last.first(day);
    return FindingText::tr("%1 to %2 UTC").arg(first, isSameDay ? last.sliced(day) : last);
}

QString leftOutText(const Findings& found)
{
    return found.leftOut == 0
        ? QString()
        : FindingText::tr("Found too often to be kept one by one: %1 further findings.").arg(countText(found.leftOut));
}

QString countsText(const std::vector<const Finding*>& findings)
{
    const auto count = [&findings](FindingSeverity severity) {
        return int(std::ranges::count(findings, severity, &Finding::severity));
    };
    const std::array words = {
        std::pair(count(FindingSeverity::Alarm), FindingText::tr("alarms: %1")),
        std::pair(count(FindingSeverity::Warning), FindingText::tr("warnings: %1")),
        std::pair(count(FindingSeverity::Notice), FindingText::tr("notices: %1")),
        std::pair(count(FindingSeverity::Noise), FindingText::tr("noise: %1")),
    };
    QStringList parts;
    for (const auto& [number, word] : words)
        if (number > 0)
            parts += word.arg(countText(quint64(number)));
    return parts.isEmpty() ? FindingText::tr("nothing") : parts.join(", "_L1);
}

} // namespace TmgLens
