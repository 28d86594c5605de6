// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/report/findinghtml.h"

#include "model/finding/findingsentence.h"
#include "model/output/htmlparts.h"
#include "model/output/summarysections.h"
#include "model/report/reportwording.h"
#include "model/report/stripchart.h"

#include <QFileInfo>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostOfPattern = 20; // findings of a pattern that are told one by one
constexpr std::size_t mostRows = 5; // of the records that a finding rests on

/// An element of a class that holds @p text.
QString styled(QLatin1StringView tag, QLatin1StringView styleClass, const QString& text)
{
    return u'<' + tag + u" class=\""_s + styleClass + u"\">"_s + Html::escaped(text) + u"</"_s + tag + u">\n"_s;
}

QString pageTitle(const FindingReport& report)
{
    const auto& files = report.summary.files();
    if (files.size() != 1)
        return FindingText::tr("What %1 logs tell").arg(files.size());
    const QString name = QFileInfo(files.front().path).fileName();
    return FindingText::tr("What %1 tells").arg(name.isEmpty() || name == "-"_L1 ? pathForPeople(files.front()) : name);
}

QString evidenceTable(const FindingReport& report, const Finding& finding)
{
    QString body;
    for (const EvidenceRow& row : evidence(report, finding, mostRows)) {
        body += u"<tr>"_s;
        for (const QString& cell : {row.time, row.client, row.user, row.target, row.code, row.rule, row.place})
            body += u"<td>"_s + Html::escaped(cell) + u"</td>"_s;
        body += u"</tr>\n"_s;
    }
    QString head;
    for (const QString& title :
         {FindingText::tr("Time (UTC)"), FindingText::tr("Client"), FindingText::tr("User"), FindingText::tr("Target"),
          FindingText::tr("Result"), FindingText::tr("Rule"), FindingText::tr("Record")})
        head += Html::headCell(title);
    const std::size_t rest = finding.records.size() - std::min(finding.records.size(), mostRows);
    return Html::tableOf(head, body,
                         rest > 0 ? FindingText::tr("Further records: %1").arg(countText(rest)) : QString());
}

QString findingBody(const FindingReport& report, const Finding& finding)
{
    return Html::element("p"_L1, findingSentence(finding)) + styled("p"_L1, "quiet"_L1, spanText(finding))
        + u"<details><summary>%1</summary>\n"_s.arg(
            FindingText::tr("Records: %1").arg(countText(finding.records.size())))
        + evidenceTable(report, finding) + u"</details>\n"_s;
}

QString groupArticle(const FindingReport& report, FindingGroup group)
{
    const Pattern& pattern = *group.front()->pattern;
    const QString severity = keyword(group.front()->severity);
    QString html = u"<article class=\"finding %1\">\n<h3><span class=\"severity\">%2</span> %3</h3>\n"_s.arg(
        severity, Html::escaped(severityTitle(group.front()->severity)), Html::escaped(pattern.name));
    for (const Finding* finding : group.first(std::min(group.size(), mostOfPattern)))
        html += findingBody(report, *finding);
    if (group.size() > mostOfPattern)
        html += Html::element(
            "p"_L1, FindingText::tr("The same, further times: %1").arg(countText(group.size() - mostOfPattern)));
    html += styled("p"_L1, "advice"_L1, FindingText::tr("What to do: %1").arg(findingAdvice(*group.front())));
    html += styled("p"_L1, "quiet"_L1, FindingText::tr("Pattern %1. Source: %2").arg(pattern.id, pattern.source));
    return html + u"</article>\n"_s;
}

QString findingSection(const FindingReport& report)
{
    QString content;
    for (const FindingGroup& group : groups(report))
        content += groupArticle(report, group);
    if (const QString rest = leftOutText(report.found); !rest.isEmpty())
        content += Html::element("p"_L1, rest);
    if (content.isEmpty())
        content = Html::element(
            "p"_L1,
            FindingText::tr("None of the %1 patterns occurs in these records.").arg(report.found.patterns->size()));
    return Html::section(FindingText::tr("Found: %1").arg(countsText(report.findings)), content);
}

} // namespace

QString findingHtml(const FindingReport& report)
{
    QString body = Html::summaryHeader(pageTitle(report), report.summary);
    for (const QString& sentence : report.scope)
        body += styled("p"_L1, "quiet"_L1, sentence);
    body += stripChart(report) + findingSection(report);
    if (report.summary.recordCount() > 0)
        body += Html::classSection(report.summary);
    body += Html::fileSection(report.summary);
    return Html::page(pageTitle(report), body, {u":/tmglens/summary/page.css"_s, u":/tmglens/findings/report.css"_s});
}

} // namespace TmgLens
