// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/findings/findingspan.h"

#include <QCoreApplication>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct SpanText
{
    Q_DECLARE_TR_FUNCTIONS(FindingSpan)
};

} // namespace

QString spanText(const Finding& finding, const ShownClock& clock)
{
    if (finding.first == invalidTime)
        return SpanText::tr("at a time that the log does not tell");
    const QDateTime first = clock.at(finding.first);
    const QDateTime last = clock.at(finding.last);
    const QString begin = first.toString(u"yyyy-MM-dd HH:mm:ss"_s);
    const QString zone = clock.zone(finding.last);
    if (!finding.isOver)
        return SpanText::tr("%1 (%2), with no end in this log").arg(begin, zone);
    if (first == last)
        return SpanText::tr("%1 (%2)").arg(begin, zone);
    return SpanText::tr("%1 to %2 (%3)")
        .arg(begin, last.toString(first.date() == last.date() ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss"_s), zone);
}

std::optional<Filter::Times> spanOf(const Finding& finding, const RecordIndex& index)
{
    if (finding.first == invalidTime)
        return {};
    const LogTime end = finding.isOver ? finding.last : std::max(index.lastTime(), finding.last);
    return Filter::Times{finding.first, end + 1s};
}

} // namespace TmgLens
