// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/summaryhtml.h"

#include "model/output/htmlparts.h"
#include "model/output/summarysections.h"
#include "model/output/summarywording.h"

#include <QFileInfo>

#include <span>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostCodes = 500; // rows; a damaged log can have as many codes as records

/// The name of the log, or how many they are.
QString pageTitle(const LogSummary& summary)
{
    if (summary.files().size() != 1)
        return SummaryText::tr("Summary of %1 logs").arg(summary.files().size());
    const FileSummary& file = summary.files().front();
    const QString name = QFileInfo(file.path).fileName();
    return SummaryText::tr("Summary of %1").arg(file.path == u"-"_s || name.isEmpty() ? pathForPeople(file) : name);
}

/// Title, message and what to do first.
QString explanation(const ResultEntry& entry)
{
    const QString title = meaningOf(entry);
    QString html = u"<strong>"_s + Html::escaped(title) + u"</strong>"_s;
    if (!entry.message.isEmpty() && !title.startsWith(entry.message.chopped(1))) // which ends in a full stop
        html += u"<br>"_s + entry.message.toHtmlEscaped();
    if (const QString advice = firstAdvice(entry); !advice.isEmpty())
        html += u"<br><span class=\"advice\">"_s + SummaryText::tr("What to do: %1").arg(advice).toHtmlEscaped()
            + u"</span>"_s;
    return html;
}

QString codeSection(const LogSummary& summary)
{
    const std::vector<CodeEntry> codes = summary.codes();
    QString body;
    for (const CodeEntry& code : std::span(codes).first(std::min(codes.size(), mostCodes))) {
        const ResultEntry& entry = code.result.entry;
        body += Html::classRow(entry.resultClass) + u"<th scope=\"row\" class=\"code\">"_s
            + Html::escaped(code.text.isEmpty() ? SummaryText::tr("(none)") : codeText(code))
            + u"</th><td class=\"class\"><span class=\"mark\"></span>"_s + keyword(entry.resultClass) + u"</td><td>"_s
            + explanation(entry) + Html::foldedNote(summary.folded().ofCode.value(code.text).words) + u"</td>"_s
            + Html::countCells(code.count, summary.recordCount()) + u"</tr>\n"_s;
    }
    const QString head = Html::headCell(SummaryText::tr("Code")) + Html::headCell(SummaryText::tr("Class"))
        + Html::headCell(SummaryText::tr("Meaning")) + Html::headCell(SummaryText::tr("Records"), "number"_L1)
        + Html::headCell(SummaryText::tr("Share"), "share"_L1);
    const QString rest = codes.size() > mostCodes
        ? SummaryText::tr("Further codes: %1").arg(countText(codes.size() - mostCodes))
        : QString();
    return Html::section(SummaryText::tr("Result codes"), Html::tableOf(head, body, rest));
}

QString topSection(const TopValues& top)
{
    QString body;
    for (const FacetValue& value : top.counts.values)
        body += u"<tr><th scope=\"row\">"_s
            + Html::escaped(value.text.isEmpty() ? SummaryText::tr("(no value)") : value.text) + u"</th>"_s
            + Html::countCells(value.count, top.counts.records) + u"</tr>\n"_s;
    const QString head = Html::headCell(SummaryText::tr("Value"))
        + Html::headCell(SummaryText::tr("Records"), "number"_L1)
        + Html::headCell(SummaryText::tr("Share"), "share"_L1);
    const QString caption = SummaryText::tr("Different values: %1").arg(countText(top.counts.distinct));
    return Html::section(valuesTitle(top.field), Html::tableOf(head, body, caption));
}

QString topSections(const LogSummary& summary)
{
    QString sections;
    for (const TopValues& top : summary.topValues())
        sections += topSection(top);
    return u"<div class=\"tops\">\n"_s + sections + u"</div>\n"_s;
}

} // namespace

QString summaryHtml(const LogSummary& summary, HtmlMedium medium)
{
    QString body = Html::summaryHeader(pageTitle(summary), summary);
    if (summary.recordCount() > 0)
        body += Html::classSection(summary) + codeSection(summary) + topSections(summary);
    body += Html::fileSection(summary);
    const bool isForBrowser = medium == HtmlMedium::Browser;
    QString html = Html::page(pageTitle(summary), body,
                              {isForBrowser ? u":/tmglens/summary/page.css"_s : u":/tmglens/summary/paper.css"_s});
    if (!isForBrowser) // rich text knows the width of a table as an attribute alone
        html.replace("<table>"_L1, "<table width=\"100%\">"_L1);
    return html;
}

} // namespace TmgLens
