// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/summarysections.h"

#include "model/output/harmlesstext.h"
#include "model/output/htmlparts.h"
#include "model/output/summarywording.h"
#include "model/output/wording.h"

namespace TmgLens::Html {

using namespace Qt::StringLiterals;

namespace {

QString facts(const LogSummary& summary)
{
    const bool hasAll = summary.recordCount() == summary.wholeCount();
    QString line = hasAll
        ? SummaryText::tr("Records: %1").arg(countText(summary.recordCount()))
        : SummaryText::tr("Records: %1 of %2").arg(countText(summary.recordCount()), countText(summary.wholeCount()));
    line += u" · "_s + SummaryText::tr("malformed: %1").arg(countText(summary.malformedCount()));
    QString html = element("p"_L1, line);
    if (summary.first().isValid())
        html += element(
            "p"_L1,
            SummaryText::tr("From %1 to %2").arg(timeForPeople(summary.first()), timeForPeople(summary.last())));
    if (const QString zone = zoneForPeople(summary); !zone.isEmpty())
        html += element("p"_L1, zone);
    for (const QString& sentence : summary.scope()) // whole, however long: it says what the numbers mean
        html += u"<p class=\"quiet\">"_s + harmlessText(sentence).toHtmlEscaped() + u"</p>\n"_s;
    return html;
}

} // namespace

QString foldedNote(const QString& words)
{
    return words.isEmpty()
        ? QString()
        : u" <span class=\"quiet\">"_s + SummaryText::tr("of which %1").arg(words).toHtmlEscaped() + u"</span>"_s;
}

QString summaryHeader(const QString& title, const LogSummary& summary)
{
    return u"<header>\n"_s + element("h1"_L1, title) + facts(summary) + u"</header>\n"_s;
}

QString fileSection(const LogSummary& summary)
{
    QString body;
    for (const FileSummary& file : summary.files()) {
        const QStringList cells = {displayName(file.log), file.format,
                                   file.product.isEmpty() ? SummaryText::tr("not told") : file.product};
        body += u"<tr><th scope=\"row\">"_s + escaped(pathForPeople(file)) + u"</th>"_s;
        for (const QString& cell : cells)
            body += u"<td>"_s + escaped(cell) + u"</td>"_s;
        for (const quint64 count : {file.records, file.malformed})
            body += u"<td class=\"number\">"_s + countText(count) + u"</td>"_s;
        body += u"</tr>\n"_s;
    }
    const QString head = headCell(SummaryText::tr("Log")) + headCell(SummaryText::tr("Kind"))
        + headCell(SummaryText::tr("Format")) + headCell(SummaryText::tr("Product"))
        + headCell(SummaryText::tr("Records"), "number"_L1) + headCell(SummaryText::tr("Malformed"), "number"_L1);
    QString remarks;
    for (const QString& remark : summary.remarks())
        remarks += element("p"_L1, remarkForPeople(remark));
    return section(SummaryText::tr("Logs"), tableOf(head, body) + remarks);
}

QString classSection(const LogSummary& summary)
{
    QString body;
    const auto counts = summary.classCounts();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            body += classRow(ResultClass(i)) + u"<th scope=\"row\"><span class=\"mark\"></span>"_s
                + keyword(ResultClass(i)) + foldedNote(summary.folded().ofClass[i].words) + u"</th>"_s
                + countCells(counts[i], summary.recordCount()) + u"</tr>\n"_s;
    }
    const QString head = headCell(SummaryText::tr("Class")) + headCell(SummaryText::tr("Records"), "number"_L1)
        + headCell(SummaryText::tr("Share"), "share"_L1);
    return section(SummaryText::tr("Classes"), tableOf(head, body));
}

} // namespace TmgLens::Html
